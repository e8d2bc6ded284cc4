import { SLUG } from '../../domain/addresses.ts';
import type { EntriesValue, FileKeys, GroupValue, Key, Value } from './described.ts';
import { type NewsroomChoices, textsOf } from './newsroom-choices.ts';
import type { Choices, EntryNames } from '../../domain/content/key-text.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 7, which editors read best) of what may be written in a kind of file, in the types that YAML 1.2 has: what is valid by it has
 * the shape that validation asks for, and the other way round. Three things only `check` knows: what a text says, such as a date, an address or the name of a
 * file; that keys go together; and how long a text with characters beyond the 16 bits of UTF-16 is, which count twice there.
 *
 * @param newsroom What a newsroom has to choose from, to have it offered, and what it lacks refused.
 */
export function jsonSchemaOf(file: FileKeys, newsroom?: NewsroomChoices): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: file.title,
    description: file.help,
    ...schemaOf(file.value, { newsroom, choices: undefined }),
  };
}

/** What is known around a value. */
interface Around {
  readonly newsroom: NewsroomChoices | undefined;
  /** Of texts that are not within another group. */
  readonly choices: Choices | undefined;
}

function schemaOf(value: Value, around: Around): JsonSchema {
  switch (value.kind) {
    case 'text':
      return textSchema(value.mostCharacters, around);
    case 'number':
      return { type: 'number' };
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { enum: value.of };
    case 'list':
      return { type: 'array', items: schemaOf(value.of, around), ...limit('maxItems', value.most) };
    case 'group':
      return groupSchema(value, around);
    case 'entries':
      return entriesSchema(value, around);
    case 'either':
      return { anyOf: value.of.map((kind) => schemaOf(kind, around)) };
  }
}

function textSchema(mostCharacters: number | undefined, { newsroom, choices }: Around): JsonSchema {
  const anyText = { type: 'string', ...limit('maxLength', mostCharacters) };
  const known = newsroom && choices ? textsOf(choices, newsroom) : [];
  if (choices === undefined || known.length === 0) return anyText;
  if (choices.isClosed) return { enum: known };
  // What may be an id must be one that there is.
  const others = choices.from === 'contributors' ? { ...anyText, not: { pattern: SLUG.source } } : anyText;
  return { anyOf: [{ enum: known }, others] };
}

function groupSchema({ keys }: GroupValue, { newsroom }: Around): JsonSchema {
  const required = keys.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key.name, keySchema(key, newsroom)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function keySchema(key: Key, newsroom: NewsroomChoices | undefined): JsonSchema {
  const schema = schemaOf(key.value, { newsroom, choices: key.choices });
  return {
    description: helpOf(key),
    ...(key.isRequired ? schema : orNothing(schema)),
    ...(key.usual === undefined ? {} : { default: key.usual }),
    // Examples of another newsroom’s sections would be offered beside those that there are.
    ...(key.examples.length > 0 && !(newsroom && key.choices) ? { examples: key.examples } : {}),
  };
}

/** What editors’ programs show of a key: what it is, and what leaving it out does where no value says that. */
function helpOf({ help, otherwise }: Key): string {
  return otherwise === undefined ? help : `${help}\n\nWithout it: ${otherwise}.`;
}

/** A key without a value counts as not there. */
function orNothing(schema: JsonSchema): JsonSchema {
  const {
    type,
    enum: values,
    anyOf,
  } = schema as {
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly anyOf?: readonly JsonSchema[];
  };
  if (values) return { ...schema, enum: [...values, null] };
  if (anyOf) return { ...schema, anyOf: [...anyOf, { type: 'null' }] };
  return { ...schema, type: [type, 'null'] };
}

function entriesSchema({ of, names, most, mayBeEmpty }: EntriesValue, around: Around): JsonSchema {
  const entry = schemaOf(of, around);
  const known = names && namesIn(names, around.newsroom);
  return {
    type: 'object',
    ...(known ? { propertyNames: names.isClosed ? { enum: known } : { anyOf: [{ enum: known }, {}] } } : {}),
    additionalProperties: mayBeEmpty ? orNothing(entry) : entry,
    ...limit('maxProperties', most),
  };
}

function namesIn(names: EntryNames, newsroom: NewsroomChoices | undefined): readonly string[] | undefined {
  if ('known' in names) return names.known;
  const known = newsroom ? textsOf(names, newsroom) : [];
  return known.length > 0 ? known : undefined;
}

function limit(keyword: 'maxLength' | 'maxItems' | 'maxProperties', most: number | undefined): JsonSchema {
  return most === undefined ? {} : { [keyword]: most };
}
