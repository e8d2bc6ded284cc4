import type { CardWeight } from '../../domain/fronts.ts';
import type { Site } from '../../domain/site/site.ts';
import { wordsIn } from '../../words/words.ts';
import { asOn } from '../lists/short-times.ts';
import { type Card, hasWidth, makeCard, type PrintedPicture, printPicture } from '../story/card.ts';
import type { CardSubject } from './compose-front.ts';

/** A card as a front shows it. */
export interface FrontCard {
  readonly card: Card;
  readonly weight: CardWeight;
  /** Whether it shows the picture of its story. */
  readonly isPictured: boolean;
  /** Whether that has not the pixels for the width of a lead. */
  readonly isSmall: boolean;
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
  const card = asOn(today, story, makeCard(story, site), site);
  const isPictured = card.picture !== undefined && hasWidth(card.picture, PIXELS.row);
  const weight = (isOver && given === 'live' ? undefined : given) ?? weightOf(story.article, isPictured);
  return {
    card,
    weight,
    isPictured: isPictured && (weight === 'picture' || weight === 'live'),
    isSmall: card.picture !== undefined && !hasWidth(card.picture, PIXELS.lead),
    live: weight === 'live' ? wordsIn(story.article.language, site.words)('live') : undefined,
    writer:
      weight === 'opinion' && writer
        ? { name: writer.name, picture: writer.picture && printPicture(writer.picture, 'square', site) }
        : undefined,
  };
}

/** In pixels: how wide pictures are in rows of a front, and that of its lead. None is enlarged. */
const PIXELS = { row: 384, lead: 784 };

/** The weight that a story asks for where its editor says nothing. */
function weightOf({ label }: CardSubject['story']['article'], isPictured: boolean): CardWeight {
  if (label === 'opinion') return 'opinion';
  return isPictured ? 'picture' : 'text';
}
