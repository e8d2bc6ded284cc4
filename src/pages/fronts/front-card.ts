import type { CardWeight } from '../../domain/fronts.ts';
import type { Site } from '../../domain/site/site.ts';
import { wordsIn } from '../../words/words.ts';
import { asOn } from '../lists/short-times.ts';
import { type Card, makeCard, type PrintedPicture, printPicture } from '../story/card.ts';
import type { CardSubject } from './compose-front.ts';

/** A card as a front shows it. */
export interface FrontCard {
  readonly card: Card;
  readonly weight: CardWeight;
  /** Whether it shows the picture of its story. */
  readonly isPictured: boolean;
  /** “Live”, on a card of that weight. */
  readonly live: string | undefined;
  /** Whose opinion it is, on a card of that weight. */
  readonly writer: { readonly name: string; readonly picture: PrintedPicture | undefined } | undefined;
}

/** Makes a card of a front. */
export function makeFrontCard(
  { story, weight: named, writer }: CardSubject,
  {
    site,
    today,
    weight: ofGroup,
  }: { readonly site: Site; readonly today: string; readonly weight: CardWeight | undefined },
): FrontCard {
  // What has ended is live no more, whatever the front says.
  const isOver = story.live?.phase === 'over';
  const given = named ?? ofGroup;
  const weight = (isOver && given === 'live' ? undefined : given) ?? weightOf(story.article);
  const card = asOn(today, story, makeCard(story, site), site);
  return {
    card,
    weight,
    isPictured: card.picture !== undefined && (weight === 'picture' || weight === 'live'),
    live: weight === 'live' ? wordsIn(story.article.language, site.words)('live') : undefined,
    writer:
      weight === 'opinion' && writer
        ? { name: writer.name, picture: writer.picture && printPicture(writer.picture, 'square', site) }
        : undefined,
  };
}

/** The weight that a story asks for where its editor says nothing. */
function weightOf({ label, picture }: CardSubject['story']['article']): CardWeight {
  if (label === 'opinion') return 'opinion';
  return picture ? 'picture' : 'text';
}
