import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import { tableOf, type Values } from './plain-values.ts';

export type DataFormat = 'yaml' | 'toml' | 'json';

/** What a text of data holds, or why it cannot be read. Nothing in it is evaluated. */
export type DataRead = { readonly values: unknown; readonly reason?: undefined } | { readonly reason: string };

/** No file of data that people keep by hand comes near it. */
const MOST_CHARACTERS = 5_000_000;

/** So many values may a text stand for once its aliases are followed, or as many as it has characters. */
const MOST_VALUES = 20_000;

/** Scalars of YAML stay as they were written: a title `007` is no 7, and a date no moment in a zone. */
export function readData(text: string, format: DataFormat): DataRead {
  if (text.length > MOST_CHARACTERS) return { reason: 'it is too long' };
  try {
    if (format === 'json') return { values: JSON.parse(text) };
    if (format === 'toml') return { values: parseToml(text) };
    const values = load(text, { schema: FAILSAFE_SCHEMA, json: true });
    const most = Math.max(MOST_VALUES, text.length);
    if (/[&*]/.test(text) && countValues(values, most) > most)
      return { reason: 'its aliases expand to more values than can be read' };
    return { values };
  } catch (fault) {
    const [reason = ''] = fault instanceof Error ? fault.message.split('\n') : [];
    return { reason: fault instanceof RangeError ? 'its values are nested too deeply' : reason };
  }
}

/** The same by the ending of a file's name; `undefined` for what is no file of data, or cannot be read. */
export function readDataFile(name: string, text: string | undefined): unknown {
  const format = formatOf(name);
  if (format === undefined || text === undefined) return undefined;
  const read = readData(text, format);
  return read.reason === undefined ? read.values : undefined;
}

export function tableOfFile(name: string, text: string | undefined): Values | undefined {
  return tableOf(readDataFile(name, text));
}

function formatOf(name: string): DataFormat | undefined {
  if (/\.ya?ml$/i.test(name)) return 'yaml';
  if (/\.toml$/i.test(name)) return 'toml';
  return /\.json$/i.test(name) ? 'json' : undefined;
}

function countValues(value: unknown, most: number): number {
  let count = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && count <= most) {
    const next = open.pop();
    count += 1;
    if (typeof next === 'object' && next !== null) for (const inner of Object.values(next)) open.push(inner);
  }
  return count;
}
