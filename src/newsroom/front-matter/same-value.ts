import { isMap, PlainScalar } from '../../domain/content/source.ts';

/** Whether two values are read as the same; the order of keys says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  if (isMap(one) && isMap(other)) return isSameGroup(new Map(Object.entries(one)), new Map(Object.entries(other)));
  return Object.is(meaningOf(one), meaningOf(other));
}

export function isSameGroup(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.has(key) && isSame(value, other.get(key)));
}

/** A text that is the same for two values if and only if these are read as the same. */
export function textOfMeaning(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOfMeaning).join()}]`;
  if (isMap(value)) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${textOfMeaning(value[key])}`).join()}}`;
  }
  const meaning = meaningOf(value);
  return typeof meaning === 'string' ? JSON.stringify(meaning) : Object.is(meaning, -0) ? '-0' : String(meaning);
}

function meaningOf(scalar: unknown): unknown {
  return scalar instanceof PlainScalar ? scalar.value : scalar;
}
