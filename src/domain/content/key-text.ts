/** What a newsroom has, of which a key names something. */
export type ChoiceSource =
  | 'sections'
  | 'contributors'
  | 'topics'
  | 'series'
  | 'languages'
  | 'stories'
  | 'storyLayouts'
  | 'pageLayouts'
  | 'timeZones';

/** What of a newsroom may be written at a key. */
export interface Choices {
  readonly from: ChoiceSource;
  /** Whether nothing else may be written there. */
  readonly isClosed: boolean;
}

/** Which names the entries of a group may have that takes any: those that are always known, or those of a newsroom. */
export type EntryNames = Choices | { readonly known: readonly string[]; readonly isClosed: boolean };

/** What a text names beside its words, as far as a form has a field of its own for it. */
export type TextContent =
  | 'picture'
  | 'sound'
  | 'video'
  | 'captions'
  | 'address'
  | 'path'
  | 'colour'
  | 'language'
  | 'paragraphs';

/** What is said of a key beside what its schema says: to who writes the file, and to who makes a form for it. */
export interface KeyText {
  /** What a form calls it, where that is not the name of the key in words. */
  readonly label?: string;
  /** What it is and what becomes of it, in a sentence or two for editors. Code stands between backticks; nothing else is markup. */
  readonly help: string;
  /** Values as editors may write them. */
  readonly examples?: readonly unknown[];
  /** The value that leaving the key out stands for. */
  readonly usual?: unknown;
  /** What leaving it out does, where that is no value. */
  readonly otherwise?: string;
  /** Of the text that stands at the key, or of each in its list. */
  readonly choices?: Choices;
  /** Of the entries of a group that takes any names. */
  readonly names?: EntryNames;
  /** Likewise of the groups that are its entries. */
  readonly entryNames?: EntryNames;
  readonly content?: TextContent;
  /** The heading of `docs/writing.md` that says more: `credits`. */
  readonly more?: string;
}

/** What is said of the keys of a picture, wherever front matter has one. */
export function pictureNotes(file: string) {
  return {
    src: {
      label: 'File',
      help: 'The file, which lies beside the text or in `content/media/`.',
      examples: [file],
      content: 'picture',
    },
    alt: {
      label: 'What it shows',
      help: 'What the picture shows, for readers who cannot see it. Needed; `""` if the picture adds nothing.',
      examples: ['The bridge with its barriers down.'],
    },
    caption: { help: 'The words under the picture. `*emphasis*` is allowed.', examples: ['The bridge on Monday.'] },
    credit: { help: 'Who made the picture, and for whom.', examples: ['Ana Ruiz / Harbour Post'] },
    focus: {
      label: 'What must stay in sight',
      help: 'The point that must stay in sight where the picture is cropped, from the left and from the top.',
      examples: ['30% 40%'],
      otherwise: 'the middle',
    },
  } as const satisfies Readonly<Record<string, KeyText>>;
}
