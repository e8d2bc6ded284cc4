import { LineStarts } from '../../domain/content/source.ts';
import { readWritten, type WrittenValue } from '../../validate/front-matter/written-values.ts';
import type { LineEdit } from './line-edit.ts';
import { needsQuotes } from './print-value.ts';
import { textOfMeaning } from './same-value.ts';

/**
 * What writes out each alias (`*name`) that takes its value from one of some keys, so that these may get another value and every other key keeps the one that it
 * has. Nothing where no alias does.
 *
 * @param values Of the keys, as they are read.
 */
export function withoutAliases(
  yaml: string,
  keys: ReadonlySet<string>,
  values: ReadonlyMap<string, unknown>,
): readonly LineEdit[] {
  const written = readWritten(yaml).values;
  const lines = yaml.split('\n');
  const starts = new LineStarts(yaml);
  const changed = new Map<number, string>();
  // The last of a line first, so that the places before it stay.
  for (const alias of [...written].sort((one, other) => other.start - one.start)) {
    if (alias.kind !== 'alias' || !keys.has(String(anchorOf(alias, { yaml, written })?.keys[0]))) continue;
    const { line, column } = starts.placeOf(alias.start);
    const before = changed.get(line) ?? lines[line] ?? '';
    const text = textFor(valueAt(values, alias.keys), String(alias.keys.at(-1)));
    changed.set(line, before.slice(0, column) + text + before.slice(column + alias.end - alias.start));
  }
  return [...changed].map(([line, text]) => ({ from: line, before: line + 1, lines: [text] }));
}

/** The value that an alias stands for: the last one before it that has the name. */
function anchorOf(
  { start, end }: WrittenValue,
  { yaml, written }: { readonly yaml: string; readonly written: readonly WrittenValue[] },
): WrittenValue | undefined {
  const name = yaml.slice(start, end).replace(/^\*/, '');
  return written.findLast((value) => value.anchor === name && value.start < start);
}

function valueAt(values: ReadonlyMap<string, unknown>, keys: readonly (string | number)[]): unknown {
  const [first, ...rest] = keys;
  let value: unknown = values.get(String(first));
  for (const key of rest) value = (value as Record<string | number, unknown> | undefined)?.[key];
  return value;
}

/** A value on one line, also within brackets. */
function textFor(value: unknown, key: string): string {
  if (Array.isArray(value)) return `[${value.map((entry) => textFor(entry, key)).join(', ')}]`;
  const isPlain = typeof value === 'string' && !/[,[\]{}\n]/.test(value) && !needsQuotes(value, key);
  return isPlain ? value : textOfMeaning(value);
}
