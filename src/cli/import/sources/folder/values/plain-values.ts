import { TomlDate } from 'smol-toml';

/** Values by name, as front matter or a file of data has them. */
export type Values = Readonly<Record<string, unknown>>;

/** A table; `undefined` where the value is something else. */
export function tableOf(value: unknown): Values | undefined {
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return isTable ? (value as Values) : undefined;
}

/** The values of a list; none where it is something else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value that is one text, without white space around it; an empty one, `null` and `~` are none. */
export function textOf(value: unknown): string | undefined {
  const text = scalarOf(value)?.trim();
  return text === undefined || text === '' || text === '~' || text === 'null' ? undefined : text;
}

/** The texts of a list, or the one that stands in its place. */
export function textsOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((one: unknown) => textOf(one) ?? []);
}

/** The texts of a list, or of one text with commas between. */
export function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return textsOf(value);
  return (textOf(value) ?? '')
    .split(/[,，、;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** `true` and `false` in the ways that YAML, TOML and people write them. */
export function flagOf(value: unknown): boolean | undefined {
  const text = scalarOf(value)?.trim().toLowerCase();
  if (text === 'true' || text === 'yes' || text === 'on' || text === '1') return true;
  return text === 'false' || text === 'no' || text === 'off' || text === '0' ? false : undefined;
}

/** A value of a table, and of one within it: `cover.image`. Capitals do not count. */
export function valueAt(values: Values | undefined, path: string): unknown {
  let at: unknown = values;
  for (const name of path.split('.')) {
    const table = tableOf(at);
    if (!table) return undefined;
    const key = Object.hasOwn(table, name)
      ? name
      : Object.keys(table).find((own) => own.toLowerCase() === name.toLowerCase());
    if (key === undefined) return undefined;
    at = table[key];
  }
  return at;
}

export function textAt(values: Values | undefined, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = textOf(valueAt(values, path));
    if (text !== undefined) return text;
  }
  return undefined;
}

function scalarOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof TomlDate) return value.isValid() ? value.toISOString() : undefined;
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined;
}
