import type { Choices, EntryNames, TextContent } from '../../domain/content/key-text.ts';

/**
 * What becomes of a text: it is printed as plain words, or with the `*emphasis*` in it, on one line or in paragraphs; it is an id, an
 * address, a path or a code; it may be a name or an id; it is a date with or without a time.
 */
export type TextForm = 'plain' | 'line' | 'paragraphs' | 'word' | 'name-or-id' | 'date';

/** What may stand at a key: as the types of YAML and JSON have it, with nothing that only reading it would say. */
export type Value =
  | { readonly kind: 'text'; readonly form: TextForm; readonly mostCharacters?: number }
  | { readonly kind: 'number' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly of: readonly (string | boolean)[] }
  | { readonly kind: 'list'; readonly of: Value; readonly most?: number }
  | GroupValue
  | EntriesValue
  /** One of several kinds, the simplest first. */
  | { readonly kind: 'either'; readonly of: readonly Value[] };

/** A group of certain keys and no others. */
export interface GroupValue {
  readonly kind: 'group';
  readonly keys: readonly Key[];
}

/** A group whose entries may have any names, or those that are said. */
export interface EntriesValue {
  readonly kind: 'entries';
  readonly of: Value;
  readonly names?: EntryNames;
  readonly most?: number;
  /** Whether an entry without a value counts as not there; it is an error otherwise. */
  readonly mayBeEmpty: boolean;
}

/** A key that may be written in a file, with what is to be known of it. */
export interface Key {
  readonly name: string;
  /** The name in words: `Short headline`. */
  readonly label: string;
  /** In a sentence or two. Code stands between backticks; nothing else is markup. */
  readonly help: string;
  readonly isRequired: boolean;
  readonly value: Value;
  readonly examples: readonly unknown[];
  /** The value that leaving the key out stands for. */
  readonly usual?: unknown;
  /** What leaving it out does, where that is no value. */
  readonly otherwise?: string;
  /** Of the text at the key, or of each text in its list; the keys of groups in it have their own. */
  readonly choices?: Choices;
  readonly content?: TextContent;
  /** The heading of `docs/writing.md` that says more: `credits`. */
  readonly more?: string;
}

/** A kind of file of a newsroom, and what may be written in it. */
export interface FileKeys {
  /** What an editor calls it: `Story`. */
  readonly title: string;
  readonly help: string;
  /** Where such files lie, from the folder of the newsroom, as patterns: `content/articles/**​/*.md`. */
  readonly files: readonly string[];
  /** Whether the keys stand above a text, between two lines of `---`, or are all of the file. */
  readonly form: 'front matter' | 'yaml';
  readonly value: GroupValue | EntriesValue;
}
