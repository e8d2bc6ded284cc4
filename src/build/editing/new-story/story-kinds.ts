/** What kinds of story can be begun. */
export const STORY_KINDS = ['story', 'live', 'opinion', 'interview', 'fact-check', 'gallery'] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

/** How a story of a kind begins. */
export interface Beginning {
  /** What an editor calls the kind: `Live blog`. */
  readonly name: string;
  /** Keys that make it one. What is `null` is still to be written, and stops it from being published. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** The text, with the directives that the kind needs. What is empty in them is told until it is filled in, and no word of it is printed. */
  readonly text: (date: string) => string;
  /** Further keys that are shown to be chosen from, in their order. */
  readonly choices: readonly string[];
}

const NO_TEXT = (): string => '';

/** How each kind begins. Dates are as editors write them: `2026-11-23 07:30`. */
export const BEGINNINGS: Readonly<Record<StoryKind, Beginning>> = {
  story: {
    name: 'Story',
    keys: {},
    text: NO_TEXT,
    choices: ['dek', 'kicker', 'topics', 'series', 'related', 'dateline', 'image', 'label'],
  },
  live: {
    name: 'Live blog',
    keys: { live: true },
    text: (date) => `:::update{date="${date}" title=""}\n\n:::\n`,
    choices: ['dek', 'topics', 'image'],
  },
  opinion: {
    name: 'Opinion',
    keys: { label: 'opinion' },
    text: NO_TEXT,
    choices: ['dek', 'topics', 'related', 'image'],
  },
  interview: {
    name: 'Interview',
    keys: { label: 'interview' },
    text: () => ':::qa{question="" by=""}\n\n:::\n',
    choices: ['dek', 'topics', 'dateline', 'image'],
  },
  'fact-check': {
    name: 'Fact check',
    keys: { factCheck: { claim: null, claimant: null, date: null, rating: null } },
    text: NO_TEXT,
    choices: ['dek', 'topics', 'related', 'image'],
  },
  gallery: {
    name: 'Gallery',
    keys: {},
    text: () => ':::gallery{title=""}\n![](picture-1.jpg){credit=""}\n![](picture-2.jpg){credit=""}\n:::\n',
    choices: ['dek', 'topics', 'image', 'layout'],
  },
};
