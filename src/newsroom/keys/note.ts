import type * as z from 'zod';
import type { KeyText } from '../../domain/content/key-text.ts';

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
