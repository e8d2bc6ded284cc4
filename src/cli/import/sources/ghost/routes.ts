import { load } from 'js-yaml';
import type { ImportNote } from '../../archive.ts';
import { type Filter, type FilterFacts, readFilter } from './filter.ts';
import { field, isRow, type Row, textOf } from './fields.ts';
import { localTimeOf } from './moments.ts';

/** How the addresses of a site were made. All paths begin with `/`. */
export interface Routes {
  readonly collections: readonly Collection[];
  /** Patterns of lists: `/tag/{slug}/`. */
  readonly tag: string | undefined;
  readonly author: string | undefined;
  /** Paths that are those of a page, a post, a tag or an author: `['page about', '/who-we-are/']`. */
  readonly moved: ReadonlyMap<string, string>;
  /** Further lists, by the slug of the tag that their stories have. */
  readonly lists: readonly { readonly path: string; readonly tag: string }[];
  readonly notes: readonly ImportNote[];
}

interface Collection {
  /** `/{year}/{slug}/`. */
  readonly permalink: string;
  /** Which posts are in it; a post is in the first that takes it. */
  readonly takes: Filter;
}

/** What the address of a post is made of. */
export interface AddressFacts {
  readonly id: string;
  readonly slug: string;
  readonly published: string | undefined;
  readonly filter: FilterFacts;
  readonly timeZone: string;
}

/**
 * Reads the routes of a site.
 *
 * @param yaml The text of `routes.yaml`, if there is one.
 * @param setting What exports of Ghost 1 and older say in its place: `/:year/:month/:day/:slug/`.
 */
export function readRoutes(yaml: string | undefined, setting: string | undefined): Routes {
  const notes: ImportNote[] = [];
  const byDefault = permalinkOf(setting ?? '/{slug}/');
  const everything: Collection = { permalink: byDefault, takes: () => true };
  const file = yaml === undefined ? undefined : parsed(yaml, notes);
  if (!file)
    return {
      collections: [everything],
      tag: '/tag/{slug}/',
      author: '/author/{slug}/',
      moved: new Map(),
      lists: [],
      notes,
    };
  const collections = entriesOf(file, 'collections').map(([path, value]) => {
    const takes = filterOf(value);
    const permalink = permalinkOf(isRow(value) ? textOf(value, 'permalink') : '').replace(
      '{globals.permalinks}',
      byDefault,
    );
    if (takes && permalink !== '' && areKnown(permalink)) return { permalink, takes };
    const detail = isRow(value) ? `${path}: ${textOf(value, 'permalink')} ${textOf(value, 'filter')}` : path;
    notes.push({ kind: 'look', what: 'collection of `routes.yaml`', advice: UNKNOWN_COLLECTION, detail });
    return undefined;
  });
  const known = collections.filter((collection) => collection !== undefined);
  const taxonomies = field(file, 'taxonomies');
  const routes = entriesOf(file, 'routes');
  return {
    collections: known.length === collections.length ? known : [...known, everything],
    tag: isRow(taxonomies) ? textOf(taxonomies, 'tag') || undefined : undefined,
    author: isRow(taxonomies) ? textOf(taxonomies, 'author') || undefined : undefined,
    moved: new Map(routes.flatMap(([path, value]) => movedBy(path, value))),
    lists: [...entriesOf(file, 'collections'), ...routes].flatMap(([path, value]) => listAt(path, value)),
    notes,
  };
}

const UNKNOWN_COLLECTION =
  'not understood, so its stories are taken to be in the next one: compare some addresses with the old site';

/** Old settings have `:slug` for `{slug}`. */
function permalinkOf(written: string): string {
  return written.replace(/:(\w+)/g, '{$1}');
}

function filterOf(value: unknown): Filter | undefined {
  const filter = isRow(value) ? textOf(value, 'filter') : '';
  return filter === '' ? () => true : readFilter(filter);
}

function parsed(yaml: string, notes: ImportNote[]): Row | undefined {
  try {
    const value = load(yaml);
    if (isRow(value)) return value;
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message.split('\n', 1)[0] : undefined;
    const advice =
      'no YAML, so addresses are taken to be those of a new site of Ghost’s: compare some with the old site';
    notes.push({ kind: 'look', what: '`routes.yaml`', advice, detail });
  }
  return undefined;
}

function entriesOf(file: Row, name: string): readonly (readonly [string, unknown])[] {
  const value = field(file, name);
  return isRow(value) ? Object.entries(value) : [];
}

const PLACEHOLDER = /\{([\w.]+)\}/g;
const KNOWN = ['id', 'slug', 'year', 'month', 'day', 'primary_tag', 'primary_author', 'author'];

function areKnown(permalink: string): boolean {
  return [...permalink.matchAll(PLACEHOLDER)].every(([, name]) => KNOWN.includes(name ?? ''));
}

/** A list of the stories with one tag; others have nothing on a new site that they are like. */
function listAt(path: string, value: unknown): Routes['lists'] {
  const tag = isRow(value) ? /^(?:primary_)?tags?:\s?([\w-]+)$/.exec(textOf(value, 'filter'))?.[1] : undefined;
  return tag === undefined || tag.startsWith('-') || path === '/' ? [] : [{ path, tag }];
}

/** A route whose data are those of one page, post, tag or author: that has no other address. */
function movedBy(path: string, value: unknown): readonly (readonly [string, string])[] {
  const data = isRow(value) ? field(value, 'data') : undefined;
  const written = typeof data === 'string' ? [data] : isRow(data) ? Object.values(data) : [];
  const names = written.map((one) =>
    isRow(one) ? `${textOf(one, 'resource').replace(/s$/, '')}.${textOf(one, 'slug')}` : String(one),
  );
  // Of several, the route is a list of its own.
  const [kind, slug] = names.length === 1 ? (/^(page|post|tag|author)\.(.+)$/.exec(names[0] ?? '') ?? []).slice(1) : [];
  return kind === undefined || !path.startsWith('/') ? [] : [[`${kind} ${slug}`, path]];
}

/** The path of a post; `undefined` where no collection takes it, and readers could not find it. */
export function pathOfPost({ collections, moved }: Routes, facts: AddressFacts): string | undefined {
  const own = moved.get(`post ${facts.slug}`);
  if (own !== undefined) return own;
  const collection = collections.find(({ takes }) => takes(facts.filter));
  const local = facts.published === undefined ? undefined : localTimeOf(facts.published, facts.timeZone);
  const of: Readonly<Record<string, string | undefined>> = {
    id: facts.id,
    slug: facts.slug,
    year: local && String(local.year),
    month: local && String(local.month).padStart(2, '0'),
    day: local && String(local.day).padStart(2, '0'),
    primary_tag: facts.filter['primary_tag']?.[0] ?? 'all',
    primary_author: facts.filter['primary_author']?.[0] ?? 'all',
    author: facts.filter['primary_author']?.[0] ?? 'all',
  };
  const names = [...(collection?.permalink ?? '').matchAll(PLACEHOLDER)].map(([, name]) => name ?? '');
  if (!collection || names.some((name) => of[name] === undefined)) return undefined;
  return collection.permalink.replace(PLACEHOLDER, (_, name: string) => encodeURIComponent(of[name] ?? ''));
}
