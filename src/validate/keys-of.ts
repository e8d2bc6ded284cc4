/** The keys of a group of YAML as they were written, also those that a schema leaves out, such as `__proto__`. */
export function keysOf(given: unknown, ...path: readonly (string | number)[]): readonly string[] {
  let value = given;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
