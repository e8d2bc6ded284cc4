import * as z from 'zod';
import { isMap, PlainScalar } from '../domain/content/source.ts';
import { didYouMean } from '../diagnostics/wording.ts';
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
  if (isText && message.startsWith('`{ src') && value.trim() !== '')
    return `write \`{ src: ${asYaml(value.trim(), 'flow')}, alt: … }\`, with what it shows in \`alt\``;
  const answer =
    isText && /^(?:yes|on|y)$/i.test(value) ? 'true' : isText && /^(?:no|off|n)$/i.test(value) ? 'false' : '';
  if (answer !== '' && message.includes(`\`${answer}\``)) return `write \`${answer}\``;
  if (expected === 'boolean') return 'write `true` or `false`';
  if (expected === 'array' && isText && !message.includes('{')) return `write it as a list: \`[${entriesOf(value)}]\``;
  if (expected === 'array' || expected === 'object' || expected === 'record') return `write ${message}`;
  // It is a text already, with quotes or without; `true` is none in any of several kinds.
  if (isText || (expected === 'union' && typeof value === 'boolean')) return `write ${message}`;
  if (written !== undefined) return `put quotes around it: \`"${written}"\``;
  const [only, ...others] = Array.isArray(value) ? value : [];
  if (typeof only === 'string' && others.length === 0) return `write it without brackets: \`${only}\``;
  return 'put quotes around the text, with the signs in it that made it a list or a group of keys';
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
