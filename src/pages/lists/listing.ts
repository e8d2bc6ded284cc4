import type { Story } from '../../domain/story/story.ts';
import { href, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { wordsIn } from '../../words/words.ts';
import { type Card, makeCard } from '../story/card.ts';
import type { Link } from '../site/link.ts';
import { type Headline, makeHeadline } from '../story/card.ts';
import type { StoryList } from '../../domain/lists/lists.ts';

/** Stories in a row: the first as cards, those behind them by headline only. */
export interface Listing {
  readonly cards: readonly Card[];
  readonly earlier: { readonly title: string; readonly headlines: readonly Headline[] } | undefined;
  /** The way to the stories that are not here any more. */
  readonly paging: Paging | undefined;
  /** What to say where there are none. */
  readonly empty: string | undefined;
}

/** The way from a list to the stories before and after those that it has. */
export interface Paging {
  /** What it is called for whoever hears it. */
  readonly label: string;
  readonly earlier: Link | undefined;
  readonly later: Link | undefined;
}

/** What a front lists. */
export interface ListingGiven {
  /** Newest first. */
  readonly stories: readonly Story[];
  /** How many of them get a full card. */
  readonly fullCards: number;
  /** Where the stories are that came before them. */
  readonly earlierUrl: UrlPath | undefined;
}

/** Makes the listing of a front. */
export function makeListing({ stories, fullCards, earlierUrl }: ListingGiven, site: Site): Listing {
  const words = wordsIn(site.language, site.words);
  const rest = stories.slice(fullCards);
  return {
    cards: stories.slice(0, fullCards).map((story) => makeCard(story, site)),
    earlier:
      rest.length > 0
        ? { title: words('earlier'), headlines: rest.map((story) => makeHeadline(story, site)) }
        : undefined,
    paging: earlierUrl === undefined ? undefined : makePaging({ earlierUrl, laterUrl: undefined }, site),
    empty: stories.length > 0 ? undefined : words('noStories'),
  };
}

/** Makes the way to earlier and later stories. */
export function makePaging(
  { earlierUrl, laterUrl }: { readonly earlierUrl: UrlPath | undefined; readonly laterUrl: UrlPath | undefined },
  site: Site,
): Paging {
  const words = wordsIn(site.language, site.words);
  return {
    label: words('archive'),
    earlier: earlierUrl && { label: words('earlier'), href: href(site, earlierUrl) },
    later: laterUrl && { label: words('later'), href: href(site, laterUrl) },
  };
}

/** The stories that a listing shows, in its order. */
export function shownIn({ cards, earlier }: Listing): readonly Headline[] {
  return [...cards, ...(earlier?.headlines ?? [])];
}

/** The newest stories of a list, and where the earlier ones are. */
export interface Front {
  readonly url: UrlPath;
  /** Newest first. */
  readonly stories: readonly Story[];
  /** The newest page of its archive. */
  readonly earlierUrl: UrlPath | undefined;
}

/** The front of a list. */
export function frontOf({ url, stories, archive }: StoryList): Front {
  return { url, stories, earlierUrl: archive.at(-1)?.url };
}

/** Puts a few words beside each story of a listing; `notes` are in the order of its stories. */
export function noteListing(listing: Listing, notes: readonly (string | undefined)[]): Listing {
  const { cards, earlier } = listing;
  const noted = <Item extends object>(item: Item, note: string | undefined): Item =>
    note === undefined ? item : { ...item, note };
  return {
    ...listing,
    cards: cards.map((card, index) => noted(card, notes[index])),
    earlier: earlier && {
      ...earlier,
      headlines: earlier.headlines.map((headline, index) => noted(headline, notes[cards.length + index])),
    },
  };
}
