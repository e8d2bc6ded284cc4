import type { ArchiveList, Category, ImportNote, Outline } from '../../archive.ts';
import type { GhostExport, PostRow } from './export.ts';
import { isSet, lineOf, type Row, textOf } from './fields.ts';
import { momentOf } from './moments.ts';
import { authorIdsOf, type People } from './people.ts';
import { pathOfPost, type Routes } from './routes.ts';

/** What outlines are made of. */
export interface Facts {
  readonly archive: GhostExport;
  readonly people: People;
  readonly routes: Routes;
  readonly timeZone: string;
  /** What stands before paths: the address of the site without its last `/`, or nothing where nobody knows it. */
  readonly home: string;
}

/** A post or a page before its text is read, with what an editor should know of it. */
export interface PostOutline {
  readonly outline: Outline;
  /** Whether only some readers were let in. */
  readonly isRestricted: boolean;
  readonly notes: readonly ImportNote[];
}

export function outlineOf(post: PostRow, facts: Facts): PostOutline {
  const { archive, people, home } = facts;
  const { row, id } = post;
  const kind = textOf(row, 'type') === 'page' || isSet(row, 'page') ? 'page' : 'story';
  const tags = (archive.tagsOf.get(id) ?? []).map((tag) => archive.tags.get(tag)).filter((tag) => tag !== undefined);
  const [first, ...others] = tags.filter((tag) => !isInternal(tag));
  const authorIds = authorIdsOf(post, archive.authorsOf);
  const { status, note } = statusOf(post, archive.meta.get(id), kind);
  const path = status === 'published' ? pathOf(post, kind, tags, facts) : undefined;
  return {
    outline: {
      key: `post ${id}`,
      place: `post ${id}`,
      kind,
      title: lineOf(row, 'title') ?? '',
      slug: textOf(row, 'slug') || undefined,
      date: momentOf(row, 'published_at'),
      url: path === undefined ? undefined : `${home}${path}`,
      otherUrls: otherPathsOf(post, kind, path).map((other) => `${home}${other}`),
      status,
      language: lineOf(row, 'locale', 'language'),
      categories: first ? [categoryOf(first)] : [],
      contributors: authorIds.flatMap((author) => people.keys.get(author) ?? []),
      topics: others.flatMap((tag) => lineOf(tag, 'name') ?? []),
    },
    isRestricted: isRestricted(row),
    notes: [...(note ? [note] : []), ...tags.filter(isInternal).map(noteOfInternal)],
  };
}

/**
 * The first tag of a post is its rubric: Ghost calls it the primary tag, and themes print it over the headline, as a kicker. The others are topics.
 * A tag that is first for some posts and second for others is a rubric of the former and a topic of the latter.
 */
export function categoryOf(tag: Row): Category {
  const id = textOf(tag, 'slug') || (lineOf(tag, 'name') ?? '');
  return { id, title: lineOf(tag, 'name') ?? id };
}

/** Tags that readers never saw: themes and integrations look at them. */
export function isInternal(tag: Row): boolean {
  return textOf(tag, 'visibility') === 'internal' || textOf(tag, 'name').startsWith('#');
}

function noteOfInternal(tag: Row): ImportNote {
  const what = `internal tag \`${lineOf(tag, 'name') ?? ''}\``;
  return { kind: 'lost', what, advice: 'readers never saw it; what its theme did with it is not there any more' };
}

function isRestricted(row: Row): boolean {
  return !['', 'public'].includes(textOf(row, 'visibility'));
}

function statusOf(
  { row }: PostRow,
  meta: Row | undefined,
  kind: Outline['kind'],
): { readonly status: Outline['status']; readonly note?: ImportNote } {
  const status = textOf(row, 'status');
  if (status === 'sent' || isSet(meta ?? row, 'email_only')) {
    const advice = 'it was sent as a newsletter and never on the site, so it is a draft; publish it if it may be read';
    return { status: 'draft', note: { kind: 'look', what: 'newsletter', advice } };
  }
  if (status !== 'published' && status !== 'scheduled') return { status: 'draft' };
  if (kind === 'story' || !isRestricted(row)) return { status: 'published' };
  const advice = 'pages are for everybody, so it is a draft; publish it if everybody may read it';
  return {
    status: 'draft',
    note: { kind: 'look', what: 'page for members', advice, detail: textOf(row, 'visibility') },
  };
}

function pathOf(post: PostRow, kind: Outline['kind'], tags: readonly Row[], facts: Facts): string | undefined {
  const { archive, routes, timeZone } = facts;
  const { row, id } = post;
  const slug = textOf(row, 'slug');
  if (slug === '') return undefined;
  if (kind === 'page') return routes.moved.get(`page ${slug}`) ?? `/${encodeURIComponent(slug)}/`;
  const authors = authorIdsOf(post, archive.authorsOf).flatMap(
    (author) => textOf(archive.users.get(author) ?? {}, 'slug') || [],
  );
  const slugs = tags.map((tag) => textOf(tag, 'slug'));
  const firstTag = tags[0];
  const filter = {
    ...{ tag: slugs, author: authors, primary_author: authors.slice(0, 1), slug: [slug], id: [id] },
    // An internal tag is never the primary one.
    primary_tag: firstTag && !isInternal(firstTag) ? slugs.slice(0, 1) : [],
    featured: [String(isSet(row, 'featured'))],
    visibility: [textOf(row, 'visibility') || 'public'],
  };
  return pathOfPost(routes, { id, slug, published: momentOf(row, 'published_at'), filter, timeZone });
}

/** A page or a post that a route has at another place was led there from its own. */
function otherPathsOf({ row }: PostRow, kind: Outline['kind'], path: string | undefined): readonly string[] {
  const own = `/${encodeURIComponent(textOf(row, 'slug'))}/`;
  return kind === 'page' && path !== undefined && path !== own ? [own] : [];
}

/** Lists of an old site: those of tags that readers saw, and of everybody who wrote. */
export function listsOf(
  { archive, people, routes, home }: Facts,
  outlines: readonly Outline[],
): readonly ArchiveList[] {
  const rubrics = new Set(outlines.flatMap(({ categories }) => categories.map(({ id }) => id)));
  const used = new Set(
    outlines.flatMap(({ categories, topics }) => [...categories.map(({ title }) => title), ...topics]),
  );
  const tags = [...archive.tags.values()].filter((tag) => !isInternal(tag) && used.has(lineOf(tag, 'name') ?? ''));
  const ofTags = tags.flatMap((tag) => {
    const { id, title } = categoryOf(tag);
    const own = routes.moved.get(`tag ${id}`) ?? routes.tag?.replace('{slug}', encodeURIComponent(id));
    const paths = [
      ...(own === undefined ? [] : [own]),
      ...routes.lists.filter((list) => list.tag === id).map(({ path }) => path),
    ];
    const of = rubrics.has(id) ? ({ kind: 'category', id } as const) : ({ kind: 'topic', name: title } as const);
    return paths.map((path) => listAt(`${home}${path}`, of));
  });
  const ofAuthors = [...people.keys].flatMap(([id, key]) => {
    const slug = textOf(archive.users.get(id) ?? {}, 'slug');
    const path = routes.moved.get(`author ${slug}`) ?? routes.author?.replace('{slug}', encodeURIComponent(slug));
    return slug === '' || path === undefined ? [] : [listAt(`${home}${path}`, { kind: 'contributor', key })];
  });
  return [...ofTags, ...ofAuthors];
}

/** A list, with the feed that Ghost has of each. */
function listAt(url: string, of: ArchiveList['of']): ArchiveList {
  return { url, feeds: [`${url.replace(/\/?$/, '/')}rss/`], of };
}
