import type { RelatedStory } from './story/story.ts';
import type { StoryList } from './lists/lists.ts';
import type { Slug, UrlPath } from './addresses.ts';
import type { Section, Site } from './site/site.ts';

/** How much room a card takes, and for what: a picture, words alone, a story that goes on, someone's opinion with their face. */
export const CARD_WEIGHTS = ['picture', 'text', 'live', 'opinion'] as const;
export type CardWeight = (typeof CARD_WEIGHTS)[number];

/**
 * How the cards of a group stand: the first large, headlines stacked beside it; side by side, up to four in a row; with the faces of
 * those who wrote them; what goes on now; by headline alone.
 */
export const GROUP_LAYOUTS = ['lead', 'four', 'opinion', 'live', 'list'] as const;
export type GroupLayout = (typeof GROUP_LAYOUTS)[number];

/** The name of the home page's file in `content/fronts/`; the others have those of sections. */
export const HOME = 'home';

/** A file of `content/fronts/`, by itself: it names its stories as the editor does. */
export interface FrontSource {
  readonly path: string;
  /** `home`, or the id of a section; in a further language of the site `es/home`. */
  readonly name: string;
  readonly lead: NamedStory | undefined;
  readonly stories: readonly NamedStory[];
  /** Undefined where the editor says nothing of groups. */
  readonly groups: readonly NamedGroup[] | undefined;
  readonly breaking: NamedBar | undefined;
}

type Keys = readonly (string | number)[];

/** A story that an editor names, by its slug or by the path of its file. */
export interface NamedStory {
  readonly target: string;
  readonly weight: CardWeight | undefined;
  /** Where in the file it is named. */
  readonly keys: Keys;
}

/** Stories under a title of their own. */
export interface NamedGroup {
  readonly title: string | undefined;
  /** The section that it is of. */
  readonly section: Slug | undefined;
  /** The topic that it is of. */
  readonly topic: string | undefined;
  /** Undefined: as its stories ask for. */
  readonly layout: GroupLayout | undefined;
  readonly stories: readonly NamedStory[];
  readonly keys: Keys;
}

/** The bar over a front that says what is happening now. */
export interface NamedBar {
  readonly text: string | undefined;
  readonly url: string | undefined;
  readonly story: NamedStory | undefined;
  /** The moment from which it is not printed any more, in milliseconds since 1970. */
  readonly until: number;
}

/** What an editor put on a front, with all that can be shown of it. */
export interface CuratedFront {
  readonly lead: CuratedCard | undefined;
  readonly stories: readonly CuratedCard[];
  readonly groups: readonly CuratedGroup[] | undefined;
  /** None once its time is over. */
  readonly breaking: BreakingBar | undefined;
}

/** A story where an editor put it. No story is on a front twice. */
export interface CuratedCard {
  readonly story: RelatedStory;
  /** Undefined: as the story itself asks for. */
  readonly weight: CardWeight | undefined;
}

export interface CuratedGroup {
  readonly title: string;
  /** Undefined: as its stories ask for. */
  readonly layout: GroupLayout | undefined;
  readonly cards: readonly CuratedCard[];
  /** What it is filled from, and leads to. */
  readonly list: StoryList | undefined;
}

export interface BreakingBar {
  /** Undefined: the headline of the story. */
  readonly text: string | undefined;
  /** Elsewhere, or on this site. */
  readonly url: string | UrlPath | undefined;
  readonly story: RelatedStory | undefined;
  /** In milliseconds since 1970. */
  readonly until: number;
}

/** The name of a front in `content/fronts/`: `home`, `sport`, and in a further language of the site `es/home`, `es/sport`. */
export function frontName(section: Section | undefined, { home }: Site): string {
  return `${home.slice(1)}${section?.id ?? HOME}`;
}
