import type { CreditRole } from '../../../../../domain/contributors.ts';
import { tableOf, textAt, textOf, valueAt, type Values } from '../values/plain-values.ts';

/** Somebody whom a text names: by name, or by a key of a file of data. */
export interface Person {
  readonly name: string;
  readonly credit?: CreditRole | undefined;
}

const ROLES: readonly { readonly names: readonly string[]; readonly credit?: CreditRole }[] = [
  { names: ['author', 'authors', 'byline', 'writer', 'writers', 'by'] },
  { names: ['photographer', 'photographers', 'photos', 'photography'], credit: 'photography' },
  { names: ['illustrator', 'illustrators'], credit: 'illustration' },
  { names: ['editor', 'editors'], credit: 'editing' },
  { names: ['translator', 'translators'], credit: 'translation' },
  { names: ['contributor', 'contributors'], credit: 'contributed' },
];

/** Everybody whom front matter names, each once. */
export function peopleIn(values: Values, used: Set<string>): readonly Person[] {
  const people = new Map<string, Person>();
  for (const { names, credit } of ROLES) {
    for (const key of names) {
      const value = valueAt(values, key);
      if (value === undefined) continue;
      used.add(key.toLowerCase());
      for (const name of namesIn(value, key)) if (!people.has(name)) people.set(name, { name, credit });
    }
  }
  return [...people.values()];
}

function namesIn(value: unknown, key: string): readonly string[] {
  const all = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return all.flatMap((one) => {
    const table = tableOf(one);
    if (table) return textAt(table, 'id', 'key', 'name', 'title', 'username') ?? [];
    const text = textOf(one);
    if (text === undefined) return [];
    // One key for several people has commas between them.
    const isList = !Array.isArray(value) && /s$/.test(key) && /[;,]/.test(text);
    return isList
      ? text
          .split(text.includes(';') ? ';' : ',')
          .map((name) => name.trim())
          .filter((name) => name !== '')
      : [text];
  });
}
