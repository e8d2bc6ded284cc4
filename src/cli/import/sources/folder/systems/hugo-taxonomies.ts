import { CONTRIBUTORS_URL } from '../../../../../domain/contributors.ts';
import { ARCHIVE_URL } from '../../../../../domain/dates.ts';
import { tableOf, textOf, valueAt, type Values } from '../values/plain-values.ts';
import type { Publication } from '../system.ts';
import { joinUrl } from './paths.ts';
import { fillPattern } from './permalinks.ts';

/** What texts of a project are sorted by, and where the lists of that are. */
export interface Taxonomies {
  /** The keys of a text as any reader of front matter knows them. */
  values(own: Values): Values;
  readonly lists: Publication['lists'];
  /** What names are called in addresses, by kind: `tags`, `places`. */
  readonly plurals: ReadonlySet<string>;
  /** Pages that listed all names of one kind, and where they lead. */
  readonly indexes: NonNullable<Publication['indexes']>;
}

/** What front matter calls the names that a site may sort by under another name. */
const KEYS: Readonly<Record<string, string>> = {
  category: 'categories',
  tag: 'tags',
  author: 'authors',
  series: 'series',
};

/** What Hugo sorts by where the configuration says nothing. */
const STANDARD: Values = { category: 'categories', tag: 'tags' };

/**
 * Reads `taxonomies` of a configuration: what one name is called, and the key under which texts have them.
 *
 * @param site The address below which all lists are, and how a part of an address is made of words.
 */
export function taxonomiesOf(
  config: Values,
  { base, shaped }: { readonly base: string; readonly shaped: (text: string) => string },
): Taxonomies {
  const written = tableOf(valueAt(config, 'taxonomies')) ?? STANDARD;
  const plurals = new Map(
    Object.entries(written).flatMap(([singular, plural]) => {
      const key = textOf(plural);
      return key === undefined ? [] : [[singular.toLowerCase(), key] as const];
    }),
  );
  const patternOf = (kind: 'term' | 'taxonomy', plural: string): string | undefined =>
    textOf(valueAt(tableOf(valueAt(config, `permalinks.${kind}`)), plural)) ??
    (kind === 'term' ? textOf(valueAt(tableOf(valueAt(config, 'permalinks')), plural)) : undefined);
  const urlOf = (kind: 'term' | 'taxonomy', plural: string, name: string): string => {
    const pattern = patternOf(kind, plural);
    const own = kind === 'term' ? shaped(name) : '';
    if (pattern === undefined) return joinUrl(base, shaped(plural), own);
    return joinUrl(
      base,
      fillPattern(pattern, {
        ...{ date: undefined, title: name, slug: undefined, sections: [plural] },
        ...{ filename: name, contentbasename: name, shape: shaped },
      }),
    );
  };
  const listOf = (singular: string): ((name: string) => string) | undefined => {
    const plural = plurals.get(singular);
    return plural === undefined ? undefined : (name) => urlOf('term', plural, name);
  };
  const [category, topic, contributor] = ['category', 'tag', 'author'].map(listOf);
  return {
    values: (own) => withKnownKeys(own, plurals),
    lists: {
      ...(category && { category }),
      ...(topic && { topic }),
      ...(contributor && { contributor }),
      term: (taxonomy, name) => urlOf('term', taxonomy, name),
    },
    plurals: new Set(plurals.values()),
    indexes: [...plurals].map(([singular, plural]) => ({
      from: urlOf('taxonomy', plural, ''),
      to: singular === 'author' ? CONTRIBUTORS_URL : ARCHIVE_URL,
    })),
  };
}

/** Keys with what a site calls otherwise by the name that readers of front matter know, and what they do not know in `taxonomies`. */
function withKnownKeys(own: Values, plurals: ReadonlyMap<string, string>): Values {
  const [kept, others] = [new Map(Object.entries(own)), new Map<string, unknown>()];
  for (const [singular, plural] of plurals) {
    const key = [...kept.keys()].find((name) => name.toLowerCase() === plural.toLowerCase());
    if (key === undefined) continue;
    const known = Object.hasOwn(KEYS, singular) ? KEYS[singular] : undefined;
    if (known === undefined || known === key.toLowerCase()) others.set(key, kept.get(key));
    else {
      kept.set(known, kept.get(key));
      kept.delete(key);
    }
  }
  return others.size === 0
    ? Object.fromEntries(kept)
    : { ...Object.fromEntries(kept), taxonomies: Object.fromEntries(others) };
}
