import * as z from 'zod';
import { type Finding, keyAt, valueAt } from '../diagnostics/finding.ts';
import { quote, quoteAll } from '../diagnostics/wording.ts';
import { isMap, PlainScalar } from '../domain/content/source.ts';
import { groupOf, hintFor, type Issue } from './shape-hints.ts';
import { hintForKey, seemsToHoldBack } from './other-names.ts';

type Key = string | number;

/** What a file's YAML holds after its shape was checked: the keys whose values are as they should be. */
export interface Shaped<Values> {
  readonly values: Partial<Values>;
  readonly findings: readonly Finding[];
}

/** A text that is printed as plain words. Messages of schemas say what was expected, as the words after “expected”. */
export const text = noLonger(z.string({ error: 'text' }), 5000);
/** The name of someone or something, which stands on many pages. */
export const name = noLonger(z.string({ error: 'text' }), 300);
/** A text that is printed with the emphasis in it: a headline, a caption. */
export const line = noLonger(z.string({ error: 'text' }), 5000);
/** Such a text of any length, which stands on the story’s own page and in feeds alone. */
export const longLine = z.string({ error: 'text' });
/** An id, a path, an address or a code: a text that is not printed, and in which no sign has to be quoted. */
export const word = z.string({ error: 'text' }).trim();
/** A text that is printed, unless it is an id. */
export const nameOrId = noLonger(z.string({ error: 'text' }), 300);
export const date = z.string({ error: 'a date like `2026-11-23` or `2026-11-23 07:30`' });
export const number = z.number({ error: 'a number' });
export const flag = z.boolean({ error: '`true` or `false`' });

/** A text of at most so many characters. */
function noLonger(text: z.ZodString, characters: number): z.ZodString {
  return text.refine(({ length }) => length <= characters, { params: { characters } });
}

/** Whether a schema is of a text that is printed as plain words. */
export function isPlainText(schema: unknown): boolean {
  return schema === text || schema === name;
}

/** Whether a schema is of a text that is printed with the emphasis in it. */
export function isLine(schema: unknown): boolean {
  return schema === line || schema === longLine;
}

/** A list of something. */
export function listOf<Item extends z.ZodType>(item: Item, expected: string): z.ZodArray<Item> {
  return z.array(item, { error: expected });
}

/**
 * A list or a group with at most so many entries. Each list is limited whose entries have pages, or stand on pages that each has: what is
 * made of them would otherwise grow with the square of what was written.
 */
export function atMost<Listed extends z.ZodType>(listed: Listed, most: number): Listed {
  return listed.refine((value) => Object.keys(value as object).length <= most, { params: { most } });
}

/** One of some words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, { error: `one of ${quoteAll(words)}` });
}

/** A map with certain keys and no others. */
export function mapOf<Shape extends z.ZodRawShape>(shape: Shape, expected: string): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : expected) });
}

/** The schema of what stands at a key of a group, or at a place of a list; `undefined` where nothing may stand. */
export function schemaOf(key: Key, schema: unknown): unknown {
  if (schema instanceof z.ZodArray) return typeof key === 'number' ? schema.element : undefined;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (!(schema instanceof z.ZodObject)) return undefined;
  const shape: Readonly<Record<string, unknown>> = schema.shape;
  return Object.hasOwn(shape, key) ? shape[key] : undefined;
}

/**
 * Checks values against a schema. Keys without a value count as not there. What is wrong under one top-level key takes
 * that key away and no other, so that all that is wrong in a file can be reported at once; a key that nobody knows goes alone.
 */
export function checkShape<Values extends object>(
  path: string,
  values: unknown,
  schema: z.ZodType<Values>,
): Shaped<Values> {
  const given = toJudge(values ?? {});
  const result = schema.safeParse(given);
  if (result.success) return { values: result.data, findings: [] };
  const findings: Finding[] = [];
  const kept: Record<string, unknown> = isMap(given) ? { ...given } : {};
  for (const issue of flatten(result.error.issues, [])) {
    findings.push(...describe(path, issue, { values, schema }));
    const top = issue.path[0];
    if (issue.code === 'unrecognized_keys' && removeKeys(valueUnder(kept, keysOfIssue(issue)), issue.keys)) continue;
    if (top !== undefined) delete kept[String(top)];
  }
  // What is left was checked above; a second pass types it.
  const rest = schema instanceof z.ZodObject ? schema.partial().safeParse(kept) : undefined;
  const causes = findings.filter((finding) => !findings.some((other) => isForeseenIn(finding, other)));
  return { values: rest?.success ? (rest.data as Partial<Values>) : {}, findings: causes };
}

/** Whether a key is missing only because another one has its place: of `titel: About`, the hint says that it is `title`. */
function isForeseenIn({ code, at, message }: Finding, slip: Finding): boolean {
  if (code !== 'key-missing' || slip.code !== 'key-unknown' || at.kind !== 'key' || slip.at.kind !== 'key')
    return false;
  const key = String(at.keys.at(-1));
  const isBeside = JSON.stringify(at.keys.slice(0, -1)) === JSON.stringify(slip.at.keys.slice(0, -1));
  const [, meant] =
    /^(?:did you mean|here it is called|put a space after the colon:) `(\w+)/.exec(slip.hint ?? '') ?? [];
  return isBeside && message.includes(`without \`${key}\``) && meant === key;
}

/** Takes keys away from a part of a copy that nobody else has. Returns whether any are left. */
function removeKeys(group: unknown, keys: readonly string[]): boolean {
  if (!isMap(group)) return false;
  for (const key of keys) delete group[key];
  return Object.keys(group).length > 0;
}

/** A copy in which scalars are what they stand for, at any depth. */
export function plain(value: unknown): unknown {
  return copyOf(value, (single) => single);
}

/** A copy as schemas judge it: {@link plain}, and what has no value is `undefined`. */
function toJudge(value: unknown): unknown {
  return copyOf(value, (single) => single ?? undefined);
}

/** A copy of a value of YAML, with what is no list and no group of keys as `make` has it. */
function copyOf(value: unknown, make: (single: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => copyOf(inner, make));
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner, make)]));
  return make(value instanceof PlainScalar ? value.value : value);
}

/** Issues of values that are of the right kind. */
const IN_KIND: readonly Issue['code'][] = ['unrecognized_keys', 'custom'];

/** For a value of several possible kinds, what is wrong with the kind that it comes closest to. */
function flatten(issues: readonly Issue[], above: readonly PropertyKey[]): readonly Issue[] {
  return issues.flatMap((issue): readonly Issue[] => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union') {
      const closest = issue.errors.find((errors) =>
        errors.some((inner) => inner.path.length > 0 || IN_KIND.includes(inner.code)),
      );
      if (closest) return flatten(closest, path);
    }
    return [{ ...issue, path }];
  });
}

function describe(
  path: string,
  issue: Issue,
  { values, schema }: { readonly values: unknown; readonly schema: unknown },
): readonly Finding[] {
  const keys = keysOfIssue(issue);
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    return issue.keys.map((key) => {
      const value = valueUnder(values, [...keys, key]);
      const finding = unknownKey(path, [...keys, key], { known, value });
      const group = keys.length === 0 && schema instanceof z.ZodObject ? groupOf(key, values, schema) : undefined;
      return group === undefined
        ? finding
        : { ...finding, hint: `put two spaces before it: it belongs to \`${group}\`` };
    });
  }
  const value = valueUnder(values, keys);
  if (issue.code === 'custom') {
    const { most, characters } = (issue.params ?? {}) as { readonly most?: number; readonly characters?: number };
    return [
      most === undefined ? textTooLong(path, keys, { value, characters }) : listTooLong(path, keys, { value, most }),
    ];
  }
  if (value === undefined || value === null) {
    return [missing(path, keys, { expected: issue.message, isThere: value === null })];
  }
  const isChoice = issue.code === 'invalid_value';
  return [
    {
      code: isChoice ? 'value-choice' : 'value-type',
      path,
      at: valueAt(...keys),
      message: `Unexpected ${isChoice ? quote(value) : kindOf(value)}, expected ${issue.message}`,
      hint: hintFor(issue, value),
    },
  ];
}

function keysOfIssue({ path }: Issue): readonly Key[] {
  return path.map((key) => (typeof key === 'number' ? key : String(key)));
}

/** What is said of a key that nobody knows; the first of the keys is one of the file’s own. */
export function unknownKey(
  path: string,
  keys: readonly Key[],
  { known, value }: { readonly known: readonly string[]; readonly value: unknown },
): Finding {
  const key = String(keys.at(-1));
  // What js-yaml calls a group of keys.
  const isGroup = key === '[object Object]';
  const message = isGroup
    ? 'Unexpected braces or `?` in the place of a key, expected its name and a colon'
    : `Unexpected key ${quote(key)}, expected one that Broadsheet knows`;
  const finding: Finding = {
    code: 'key-unknown',
    path,
    at: keyAt(...keys),
    message,
    hint: isGroup ? 'write what it stands for, or remove the line' : hintForKey(key, value, known),
  };
  return keys.length === 1 && seemsToHoldBack(key) ? { ...finding, isFixed: true } : finding;
}

/** A list or a group with more entries than it may have: the first of those is where it is told. */
function listTooLong(
  path: string,
  keys: readonly Key[],
  { value, most }: { readonly value: unknown; readonly most: number },
): Finding {
  const names = Object.keys(value as object);
  const first = names[most] ?? '';
  return {
    code: 'list-too-long',
    path,
    at: Array.isArray(value) ? valueAt(...keys, most) : keyAt(...keys, first),
    message: `Unexpected ${names.length} entries in \`${String(keys.at(-1))}\`, expected at most ${most}`,
    hint: `keep the ${most} that matter most`,
  };
}

function textTooLong(
  path: string,
  keys: readonly Key[],
  { value, characters }: { readonly value: unknown; readonly characters: number | undefined },
): Finding {
  const key = String(keys.findLast((one) => typeof one === 'string'));
  return {
    code: 'value-too-long',
    path,
    at: valueAt(...keys),
    message: `Unexpected ${String(value).length} characters in \`${key}\`, expected at most ${characters}`,
    hint: path.endsWith('.md') ? 'shorten it, and say the rest in the text below the front matter' : 'shorten it',
  };
}

/** What is not there, or has no value. */
function missing(
  path: string,
  keys: readonly Key[],
  { expected, isThere }: { readonly expected: string; readonly isThere: boolean },
): Finding {
  const key = keys.at(-1);
  if (typeof key === 'number') {
    const list = String(keys.findLast((name) => typeof name === 'string'));
    const message = `Unexpected empty entry in \`${list}\`, expected ${expected}`;
    return { code: 'key-missing', path, at: valueAt(...keys), message, hint: 'fill it in, or remove it' };
  }
  const at = keyAt(...keys);
  if (isThere) {
    const message = `Unexpected ${quote(key)} without a value, expected ${expected}`;
    return { code: 'key-missing', path, at, message, hint: 'write it after the colon' };
  }
  const message = `Unexpected ${wholeOf(path, keys)} without \`${String(key)}\`, expected it`;
  return { code: 'key-missing', path, at, message, hint: `add a line \`${String(key)}: …\` with ${expected}` };
}

/** What a key is missing in, as an editor calls it. */
function wholeOf(path: string, keys: readonly Key[]): string {
  const around = keys.slice(0, -1).findLast((key) => typeof key === 'string');
  if (around !== undefined) return `\`${around}\``;
  return path.endsWith('.yaml') ? 'file' : 'front matter';
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (isMap(value)) return 'group of keys';
  if (value instanceof PlainScalar) return `${typeof value.value === 'number' ? 'number ' : ''}\`${value.written}\``;
  return typeof value === 'boolean' ? quote(value) : `text ${quote(value)}`;
}

function valueUnder(values: unknown, keys: readonly Key[]): unknown {
  let value = values;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<Key, unknown>>)[key];
  }
  return value;
}
