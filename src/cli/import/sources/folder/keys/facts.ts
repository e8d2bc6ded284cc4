import { flagOf, tableOf, textOf, textAt, textsOf, valueAt, type Values, wordsOf } from '../values/plain-values.ts';
import { readDate } from '../values/dates.ts';
import { picturesIn } from './picture.ts';
import { type Person, peopleIn } from './people.ts';
import type { ArchivePicture } from '../../../archive.ts';

/** A name by which a text is sorted, and what kind of name it is: `Upper Quay`, of `places`. */
export interface Term {
  readonly taxonomy: string;
  readonly name: string;
}

/** What the front matter of a text says, whatever system wrote it. */
export interface Facts {
  readonly title: string | undefined;
  readonly dek: string | undefined;
  readonly date: string | undefined;
  readonly updated: string | undefined;
  readonly expires: string | undefined;
  readonly people: readonly Person[];
  readonly categories: readonly string[];
  readonly topics: readonly string[];
  /** Those of the topics that are terms of other taxonomies than tags, by the names of these. */
  readonly terms: readonly Term[];
  readonly image: ArchivePicture | undefined;
  readonly isDraft: boolean;
  /** It has a page that no list names. */
  readonly isHidden: boolean;
  readonly aliases: readonly string[];
  readonly redirectTo: string | undefined;
  /** The address that it asks for. */
  readonly permalink: string | undefined;
  readonly slug: string | undefined;
  readonly language: string | undefined;
  readonly translationKey: string | undefined;
  readonly series: string | undefined;
  readonly canonical: string | undefined;
  /** Name of the layout or the kind. */
  readonly type: string | undefined;
  /** Keys that nothing is made of, with their values. */
  readonly unknown: readonly { readonly name: string; readonly value: unknown }[];
  /** Dates that are not understood. */
  readonly unread: readonly { readonly name: string; readonly value: string }[];
  readonly values: Values;
}

const NAMES = {
  title: ['title', 'headline', 'name'],
  dek: ['description', 'summary', 'excerpt', 'subtitle', 'dek', 'abstract', 'lead', 'tagline', 'intro'],
  date: [
    'date',
    'pubDate',
    'publishDate',
    'published',
    'pub_date',
    'publish_date',
    'publishedAt',
    'datePublished',
    'publishedDate',
    'created',
    'createdAt',
    'created_at',
    'published_at',
  ],
  updated: [
    'lastmod',
    'updated',
    'modified',
    'updatedDate',
    'last_modified_at',
    'lastModified',
    'updatedAt',
    'updated_at',
    'dateModified',
    'modDatetime',
    'last_updated',
    'modifiedDate',
  ],
  expires: ['expiryDate', 'unpublishDate', 'expires'],
  categories: ['categories', 'category', 'section', 'taxonomies.categories', 'taxonomies.category'],
  topics: ['tags', 'tag', 'keywords', 'topics', 'taxonomies.tags', 'taxonomies.tag'],
  draft: ['draft', 'isDraft'],
  aliases: ['aliases', 'alias', 'redirect_from', 'redirectFrom', 'redirects'],
  redirectTo: ['redirect_to', 'redirectTo', 'redirect'],
  permalink: ['permalink', 'url', 'path'],
  slug: ['slug', 'handle'],
  language: ['lang', 'language', 'locale'],
  translationKey: ['translationKey', 'translation_key', 'lang-ref', 'lang_ref', 'page_id', 'ref'],
  series: ['series', 'taxonomies.series'],
  canonical: ['canonicalURL', 'canonical_url', 'canonicalUrl', 'canonical', 'originalUrl'],
  type: ['type', 'layout', 'template'],
} as const;

/** Tables whose keys count like those around them. */
const HOLDERS = ['extra', 'params', 'taxonomies', 'header', 'seo', 'meta'];

/** Keys that only say how a page is made. */
const SILENT = new Set([
  ...[
    'layout',
    'template',
    'type',
    'kind',
    'weight',
    'order',
    'menu',
    'menus',
    'nav',
    'navigation',
    'eleventynavigation',
    'toc',
    'showtoc',
    'tocopen',
    'comments',
    'comment',
    'disqus',
  ],
  ...[
    'math',
    'mathjax',
    'katex',
    'mermaid',
    'sitemap',
    'outputs',
    'markup',
    'readtime',
    'readingtime',
    'read_time',
    'pagination',
    'paginate',
    'eleventyexcludefromcollections',
    'eleventycomputed',
  ],
  ...[
    'published',
    'hidden',
    'unlisted',
    'private',
    'searchhidden',
    'noindex',
    'robots',
    'status',
    '_build',
    'build',
    'headless',
    'render',
    'cascade',
    'iscjklanguage',
    'in_search_index',
    'page_template',
  ],
  ...[
    'sticky',
    'pinned',
    'featured',
    'classes',
    'class',
    'share',
    'related',
    'show_reading_time',
    'showreadingtime',
    'postid',
    'id',
    'guid',
    'author_profile',
    'sidebar',
    'authors_default',
    'sort_by',
    'excerpt_separator',
    'insert_anchor_links',
  ],
]);

/** Reads front matter. Capitals of keys do not count. */
export function readFacts(values: Values): Facts {
  const all = flatten(values);
  const used = new Set<string>();
  const first = (names: readonly string[]): string | undefined => {
    const texts = names.map((name) => {
      const text = textAt(all, name);
      if (text !== undefined || valueAt(all, name) === undefined) used.add(name.toLowerCase());
      return text;
    });
    return texts.find((text) => text !== undefined);
  };
  const unread: { name: string; value: string }[] = [];
  const date = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const text = textAt(all, name);
      if (text === undefined || flagOf(text) !== undefined) continue;
      used.add(name.toLowerCase());
      const read = readDate(text);
      if (read !== undefined) return read;
      unread.push({ name, value: text });
    }
    return undefined;
  };
  const words = (names: readonly string[]): readonly string[] => {
    for (const name of names) used.add(name.split('.')[0]?.toLowerCase() ?? '');
    return unique(names.flatMap((name) => (tableOf(valueAt(all, name)) ? [] : wordsOf(valueAt(all, name)))));
  };
  /** A text of several lines, each an entry of a list. */
  const linesOf = (names: readonly string[]): string | undefined => {
    const name = names.find((candidate) => Array.isArray(valueAt(all, candidate)));
    if (name !== undefined) used.add(name.toLowerCase());
    return name === undefined ? undefined : textsOf(valueAt(all, name)).join(' ');
  };
  const people = peopleIn(all, used);
  const image = picturesIn(all, used);
  const status = textAt(all, 'status')?.toLowerCase();
  const build = tableOf(valueAt(all, '_build')) ?? tableOf(valueAt(all, 'build'));
  const isUnpublished =
    flagOf(valueAt(all, 'published')) === false ||
    (textAt(build, 'render') ?? 'always') === 'never' ||
    flagOf(valueAt(build, 'render')) === false;
  const facts = {
    title: first(NAMES.title),
    dek: first(NAMES.dek) ?? linesOf(NAMES.dek),
    date: date(NAMES.date),
    updated: date(NAMES.updated),
    expires: date(NAMES.expires),
    people,
    categories: words(NAMES.categories),
    topics: words(NAMES.topics),
    image,
    isDraft:
      NAMES.draft.some((name) => flagOf(valueAt(all, name)) === true) ||
      isUnpublished ||
      ['draft', 'private', 'pending'].includes(status ?? '') ||
      flagOf(valueAt(all, 'private')) === true,
    isHidden:
      ['hidden', 'unlisted', 'noindex', 'searchHidden'].some((name) => flagOf(valueAt(all, name)) === true) ||
      status === 'hidden' ||
      ['never', 'false'].includes(textAt(build, 'list') ?? '') ||
      /noindex/i.test(textAt(all, 'robots') ?? ''),
    aliases: unique(NAMES.aliases.flatMap((name) => textsOf(valueAt(all, name)))),
    redirectTo: NAMES.redirectTo.flatMap((name) => textsOf(valueAt(all, name)))[0],
    permalink: first(NAMES.permalink),
    slug: first(NAMES.slug),
    language: languageIn(first(NAMES.language)),
    translationKey: first(NAMES.translationKey),
    series: NAMES.series.flatMap((name) => textsOf(valueAt(all, name)))[0],
    canonical: first(NAMES.canonical),
    type: first(NAMES.type),
    unread,
    values,
  };
  for (const name of [...NAMES.draft, ...NAMES.aliases, ...NAMES.redirectTo, ...NAMES.series])
    used.add(name.toLowerCase());
  const terms = Object.entries(tableOf(valueAt(values, 'taxonomies')) ?? {})
    .filter(([taxonomy]) => !used.has(taxonomy.toLowerCase()))
    .flatMap(([taxonomy, named]) => unique(textsOf(named)).map((name): Term => ({ taxonomy, name })));
  for (const { taxonomy } of terms) used.add(taxonomy.toLowerCase());
  const known = new Set([...used, ...SILENT, ...HOLDERS]);
  const unknown = Object.entries(all)
    .filter(
      ([name, value]) => !known.has(name.toLowerCase()) && (textsOf(value).length > 0 || tableOf(value) !== undefined),
    )
    .map(([name, value]) => ({ name, value }));
  return { ...facts, topics: unique([...facts.topics, ...terms.map(({ name }) => name)]), terms, unknown };
}

/** All keys by themselves; what is in a holder does not count where the same is beside it. */
function flatten(values: Values): Values {
  const all = Object.create(null) as Record<string, unknown>;
  for (const holder of HOLDERS) Object.assign(all, tableOf(valueAt(values, holder)));
  return Object.assign(all, values);
}

/** A code of a language; names of languages are none. */
function languageIn(written: string | undefined): string | undefined {
  const code = written?.replace(/_/g, '-').replace(/\.utf-?8$/i, '');
  return code !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(code) ? code : undefined;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** A value as it is shown in the report. */
export function shownValue(value: unknown): string {
  return (textOf(value) ?? JSON.stringify(value) ?? '').slice(0, 200);
}
