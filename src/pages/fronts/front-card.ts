import type { CardWeight } from '../../domain/curated-front.ts';
import type { Site } from '../../domain/site.ts';
import { wordsIn } from '../../words/words.ts';
import { type Card, makeCard, type PrintedPicture, printPicture } from '../card.ts';
import type { CardSubject } from './compose-front.ts';

/** A card as a front shows it. */
export interface FrontCard {
  readonly card: Card;
  readonly weight: CardWeight;
  /** “Live”, on a card of that weight. */
  readonly live: string | undefined;
  /** Whose opinion it is, on a card of that weight. */
  readonly writer: { readonly name: string; readonly picture: PrintedPicture | undefined } | undefined;
}

/** Makes a card of a front. */
export function makeFrontCard({ story, weight: given, writer }: CardSubject, site: Site): FrontCard {
  // What has ended is live no more, whatever the front says.
  const isOver = story.live?.phase === 'over';
  const weight = (isOver && given === 'live' ? undefined : given) ?? weightOf(story.article);
  const card = makeCard(story, site);
  return {
    card,
    weight,
    live: weight === 'live' ? wordsIn(story.article.language, site.words)('live') : undefined,
    writer:
      weight === 'opinion' && writer
        ? { name: writer.name, picture: writer.picture && printPicture(writer.picture, site) }
        : undefined,
  };
}

/** The weight that a story asks for where its editor says nothing. */
function weightOf({ label, picture }: CardSubject['story']['article']): CardWeight {
  if (label === 'opinion') return 'opinion';
  return picture ? 'picture' : 'text';
}
