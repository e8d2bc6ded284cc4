import type * as z from 'zod';

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

/** What is said of a key whose value has keys of its own, or is judged by more than the schema of its file. */
export interface KeyNote extends KeyText {
  /** What the value is held to where it is read, if the schema of the file takes anything. */
  readonly heldTo?: z.ZodType;
  readonly keys?: Readonly<Record<string, KeyNote>>;
}

/** The keys of the group that a value is, or that is an entry or one of the kinds of it. */
type ShapeIn<Schema> =
  Schema extends z.ZodOptional<infer Inner>
    ? ShapeIn<Inner>
    : Schema extends z.ZodArray<infer Item>
      ? ShapeIn<Item>
      : Schema extends z.ZodRecord<infer _Name, infer Value>
        ? ShapeIn<Value>
        : Schema extends z.ZodUnion<infer Kinds>
          ? ShapeIn<Kinds[number]>
          : Schema extends z.ZodObject<infer Shape>
            ? Shape
            : never;

/** What is said of each key of a schema: a key without a note, and a note without a key, is an error of types. */
export type NotesOf<Schema> = { readonly [Key in keyof ShapeIn<Schema>]-?: NoteOf<ShapeIn<Schema>[Key]> };

type NoteOf<Schema> = [ShapeIn<Schema>] extends [never] ? KeyNote : KeyText & { readonly keys: NotesOf<Schema> };
