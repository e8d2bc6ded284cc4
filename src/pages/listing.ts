import type { Story } from '../domain/edition.ts';
import type { Site } from '../domain/site.ts';
import { wordsIn } from '../words/words.ts';
import { type Card, makeCard } from './card.ts';

/** Stories in a row: the first as cards, those behind them by headline only. */
export interface Listing {
  readonly cards: readonly Card[];
  readonly earlier: { readonly title: string; readonly cards: readonly Card[] } | undefined;
  /** What to say where there are none. */
  readonly empty: string | undefined;
}

/** Makes a listing of stories, of which so many get a full card. */
export function makeListing(stories: readonly Story[], fullCards: number, site: Site): Listing {
  const words = wordsIn(site.language, site.words);
  const cards = stories.slice(0, fullCards).map((story) => makeCard(story, site));
  const rest = stories.slice(fullCards).map((story) => makeCard(story, site));
  return {
    cards,
    earlier: rest.length > 0 ? { title: words('earlier'), cards: rest } : undefined,
    empty: stories.length > 0 ? undefined : words('noStories'),
  };
}
