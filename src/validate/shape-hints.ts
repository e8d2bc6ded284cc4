import * as z from 'zod';
import { isMap, PlainScalar } from '../domain/content/source.ts';
import { didYouMean, nearest } from '../diagnostics/wording.ts';
import { asYaml } from './front-matter/quotes.ts';

/** What a schema says of a value. */
export type Issue = z.core.$ZodIssue;

/** What to do about a value of another kind than its key takes, as an imperative. */
export function hintFor(issue: Issue, value: unknown): string | undefined {
  const { message } = issue;
  const written = writtenOf(value);
  if (issue.code === 'invalid_value') {
    const choices = issue.values.filter((choice) => typeof choice === 'string');
    return written === undefined ? `write ${message}` : didYouMean(written, choices, `write ${message}`);
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : 'union';
  if (message.startsWith('a date')) return 'write year, month and day with hyphens, then the time: `2026-11-23 07:30`';
  if (expected === 'number') return 'write digits, without quotes: `4`';
  const isText = typeof value === 'string';
  if (issue.path.at(-1) === 'permalink' && value === false)
    return 'remove it; what is not to be published has `draft: true`';
  const answer =
    isText && /^(?:yes|on|y)$/i.test(value) ? 'true' : isText && /^(?:no|off|n)$/i.test(value) ? 'false' : '';
  if (answer !== '' && message.includes(`\`${answer}\``)) return `write \`${answer}\``;
  if (isText && /^(?:true|false)$/i.test(value) && message.includes('`true`')) {
    return `remove the quotes: \`${value.toLowerCase()}\``;
  }
  if (expected === 'boolean') {
    const near = isText ? nearest(value, ['true', 'false']) : undefined;
    return near === undefined ? 'write `true` or `false`' : `write \`${near}\``;
  }
  const group = isText ? groupMeant(value, message) : undefined;
  if (group !== undefined) return `write \`${group}\``;
  if (expected === 'array' && isText && !message.includes('{')) return `write it as a list: \`[${entriesOf(value)}]\``;
  if (expected === 'array' || expected === 'object' || expected === 'record') return `write ${message}`;
  // It is a text already, with quotes or without; `true` is none in any of several kinds.
  if (isText || (expected === 'union' && typeof value === 'boolean')) return `write ${message}`;
  if (issue.path.at(-1) === 'layout') return 'remove it; a layout is named only where it is not the usual one';
  if (issue.path.at(-1) === 'permalink' && typeof value === 'boolean') {
    return 'remove it, or write a path such as `/2014/10/old-name/`; what nobody is to read yet is a `draft: true`';
  }
  if (written !== undefined) return `put quotes around it: \`"${written}"\``;
  const [only, ...others] = Array.isArray(value) ? value : [];
  if (typeof only === 'string' && others.length === 0) return `write it without brackets: \`${only}\``;
  return 'put quotes around the text, with the signs in it that made it a list or a group of keys';
}

/** So many characters of a value are shown in a group of keys. */
const MOST_SHOWN = 80;

/** The group of keys that was meant by a text in its place: `{ src: bridge.jpg, alt: … }` for `bridge.jpg`. */
function groupMeant(written: string, message: string): string | undefined {
  const [, list, within = ''] = /^(?:`false`, or )?(a list of )?`\{ ([\w, ]+) \}`$/.exec(message) ?? [];
  const keys = within.split(/, | or /);
  if (within === '' || written === '' || written.length > MOST_SHOWN || /[\n`]/.test(written)) return undefined;
  const isAddress = /^(?:https?:\/)?\//i.test(written);
  const value = asYaml(written.trim(), 'flow');
  const [first, ...others] = groupOfText(keys, isAddress && keys.includes('url'));
  if (first === undefined) return undefined;
  const id = written.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const title = value.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const pairs = [first, ...others].map(
    (key) => `${key.replace('*', '')}: ${SAID[key]?.({ id, title }) ?? (key.startsWith('*') ? value : '…')}`,
  );
  const group = `{ ${pairs.join(', ')} }`;
  return list === undefined ? group : `[${group}]`;
}

/** What two keys have of a text that stands for both. */
const SAID: Readonly<Record<string, (given: { readonly id: string; readonly title: string }) => string>> = {
  '*id': ({ id }) => id,
  '*title': ({ title }) => title,
};

/** The keys of such a group; those that have the text are marked with a star. */
function groupOfText(keys: readonly string[], isAddress: boolean): readonly string[] {
  const has = (...names: readonly string[]): boolean => names.every((name) => keys.includes(name));
  if (has('src', 'alt')) return ['*src', 'alt'];
  if (has('src', 'url')) return isAddress ? ['*url'] : ['*src'];
  if (has('text', 'url')) return isAddress ? ['text', '*url'] : ['*text', 'url'];
  if (has('label', 'url')) return isAddress ? ['label', '*url'] : ['*label', 'url'];
  if (has('id', 'title')) return ['*id', '*title'];
  if (has('date', 'text')) return ['date', '*text'];
  if (has('name', 'logo')) return ['*name'];
  return keys[0] === 'language' ? ['*language'] : [];
}

/** What was written as a list, with the commas between its entries that lists have. */
function entriesOf(written: string): string {
  const inside = written.replace(/^\((.*)\)$/s, '$1').replace(/^[-–—•*·]\s+/, '');
  const between = inside === written || /\s[•*·]\s/.test(inside) ? /\s*;\s*|\s+[•*·]\s+/ : /\s*;\s*|\s+[-–—•*·]\s+/;
  const entries = inside.split(between).flatMap((entry) => entry.split(/\s*,\s*/));
  return entries
    .filter((entry) => entry !== '')
    .map((entry) => asYaml(entry, 'flow'))
    .join(', ');
}

/** A value as it was written, if it is no list or group of keys. */
function writtenOf(value: unknown): string | undefined {
  if (value instanceof PlainScalar) return value.written;
  return typeof value === 'object' ? undefined : String(value);
}

/** The key without a value that a key was most likely to stand under: `image:`, and below it `src:` in the same column. */
export function groupOf(
  key: string,
  values: unknown,
  topLevel: { readonly shape: Readonly<Record<string, unknown>> },
): string | undefined {
  if (!isMap(values)) return undefined;
  const names = Object.keys(values);
  return names
    .slice(0, names.indexOf(key))
    .findLast((name) => values[name] === null && hasKey(key, topLevel.shape[name]));
}

/** Whether a group of keys that a schema is of, or may be of, has one. */
function hasKey(key: string, schema: unknown): boolean {
  if (schema instanceof z.ZodOptional) return hasKey(key, schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => hasKey(key, option));
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key);
}
