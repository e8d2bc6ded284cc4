/** What a template or a file of data says, by key. */
export type Data = Readonly<Record<string, unknown>>;

const OVERRIDE = 'override:';

/**
 * Joins data as Eleventy does: what comes later goes before, maps are joined by key, lists one after the other, and a key that begins
 * with `override:` replaces what was there. Such keys stay, for Eleventy joins the result with more.
 */
export function mergeData(...sources: readonly Data[]): Data {
  const merged: Record<string, unknown> = {};
  for (const [key, value] of sources.flatMap((source) => Object.entries(source))) {
    const bare = bareKey(key);
    if (bare !== key) delete merged[bare];
    const known = bare === key && Object.hasOwn(merged, OVERRIDE + key) ? OVERRIDE + key : key;
    merged[known] = bare === key && Object.hasOwn(merged, known) ? mergeValue(merged[known], value) : value;
  }
  return merged;
}

/** A key without `override:` before it. */
export function bareKey(key: string): string {
  return key.startsWith(OVERRIDE) ? key.slice(OVERRIDE.length) : key;
}

function mergeValue(before: unknown, after: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(after)) return [...before, ...after];
  return isPlain(before) && isPlain(after) ? mergeData(before, after) : after;
}

/** Whether a value is a map of keys and values, and no object of a class. */
export function isPlain(value: unknown): value is Data {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
