import * as z from 'zod';
import { date, line, longLine, name, nameOrId, text, word } from '../../validate/shape.ts';
import type { GroupValue, Key, TextForm, Value } from './described.ts';
import type { KeyNote, NotesOf } from './note.ts';

type Notes = Readonly<Record<string, KeyNote>>;

/** Describes the keys of a schema, each with its note, in the order of the schema. */
export function describeGroup<Schema extends z.ZodObject>(schema: Schema, notes: NotesOf<Schema>): GroupValue {
  return describeKeys(schema, notes as Notes);
}

function describeKeys(schema: z.ZodObject, notes: Notes): GroupValue {
  const entries = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>);
  const unknown = Object.keys(notes).find((key) => !Object.hasOwn(schema.shape, key));
  if (unknown !== undefined) throw new Error(`There is a note for the key \`${unknown}\`, and no such key`);
  return { kind: 'group', keys: entries.map(([key, inner]) => describeKey(key, inner, notes)) };
}

function describeKey(key: string, schema: z.ZodType, notes: Notes): Key {
  const note = Object.hasOwn(notes, key) ? notes[key] : undefined;
  if (note === undefined) throw new Error(`There is no note for the key \`${key}\``);
  const { heldTo, keys: _keys, names: _names, entryNames: _entryNames, label, examples, ...said } = note;
  return {
    name: key,
    label: label ?? inWords(key),
    ...said,
    isRequired: !(schema instanceof z.ZodOptional),
    value: describeValue(heldTo ?? schema, note),
    examples: examples ?? [],
  };
}

/** What each of the schemas of texts that {@link describeGroup} meets is for. */
const FORMS: ReadonlyMap<unknown, TextForm> = new Map<unknown, TextForm>([
  [text, 'plain'],
  [name, 'plain'],
  [line, 'line'],
  [longLine, 'paragraphs'],
  [word, 'word'],
  [nameOrId, 'name-or-id'],
  [date, 'date'],
]);

function describeValue(schema: unknown, note: KeyNote): Value {
  if (schema instanceof z.ZodOptional) return describeValue(schema.unwrap(), note);
  if (schema instanceof z.ZodUnion) {
    return { kind: 'either', of: schema.options.map((option) => describeValue(option, note)) };
  }
  if (schema instanceof z.ZodArray) {
    return { kind: 'list', of: describeValue(schema.element, note), ...limitOf(schema, 'most', 'most') };
  }
  if (schema instanceof z.ZodRecord) {
    const { names, entryNames, ...ofEntries } = note;
    return {
      kind: 'entries',
      of: describeValue(schema.valueType, entryNames === undefined ? ofEntries : { ...ofEntries, names: entryNames }),
      ...(names === undefined ? {} : { names }),
      ...limitOf(schema, 'most', 'most'),
      mayBeEmpty: schema.valueType instanceof z.ZodOptional,
    };
  }
  if (schema instanceof z.ZodObject) return describeKeys(schema, note.keys ?? {});
  if (schema instanceof z.ZodEnum) return { kind: 'choice', of: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { kind: 'choice', of: [...schema.values] as (string | boolean)[] };
  if (schema instanceof z.ZodBoolean) return { kind: 'flag' };
  if (schema instanceof z.ZodNumber) return { kind: 'number' };
  const form = FORMS.get(schema);
  if (form === undefined || !(schema instanceof z.ZodString))
    throw new Error('There is a schema that has no description');
  return { kind: 'text', form, ...limitOf(schema, 'characters', 'mostCharacters') };
}

/** The limit that `atMost` and its like give a schema, under a name of its own. */
function limitOf<Name extends string>(
  schema: z.ZodType,
  limit: 'most' | 'characters',
  name: Name,
): { readonly [Key in Name]?: number } {
  for (const { _zod } of schema._zod.def.checks ?? []) {
    const { params } = _zod.def as { readonly params?: Readonly<Record<string, number>> };
    const most = params?.[limit];
    if (most !== undefined) return { [name]: most } as { readonly [Key in Name]: number };
  }
  return {};
}

/** The name of a key in words: `shortHeadline` → `Short headline`; one with hyphens stays as it is. */
export function inWords(key: string): string {
  if (key.includes('-')) return key;
  const words = key.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
