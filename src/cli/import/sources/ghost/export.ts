import { type FileHandle, open } from 'node:fs/promises';
import { ImportError, type ImportNote } from '../../archive.ts';
import { idOf, isRow, orderOf, type Row, textOf } from './fields.ts';
import { jsonRows, type JsonRow, type Way } from './json-rows.ts';

/** An export of Ghost's without its texts, which are read again when they are needed. */
export interface GhostExport {
  readonly file: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly posts: readonly PostRow[];
  /** By id, as the tables that follow. */
  readonly users: ReadonlyMap<string, Row>;
  readonly tags: ReadonlyMap<string, Row>;
  /** What is said of posts, by their ids: alternative texts, newsletters. */
  readonly meta: ReadonlyMap<string, Row>;
  /** Ids of tags and users by the ids of posts, the main one first. */
  readonly tagsOf: ReadonlyMap<string, readonly string[]>;
  readonly authorsOf: ReadonlyMap<string, readonly string[]>;
  readonly notes: readonly ImportNote[];
}

export interface PostRow {
  /** Its fields but for texts. */
  readonly row: Row;
  readonly id: string;
  /** Where all of it stands in the file, in bytes. */
  readonly start: number;
  readonly length: number;
}

/** What is read of an export, by table; others are passed over: members, revisions, e-mails. */
const TABLES = ['posts', 'users', 'tags', 'posts_tags', 'posts_authors', 'posts_meta', 'settings'] as const;
type Table = (typeof TABLES)[number];

/** The fields that are kept of tables that may have as many rows as there are posts, or more. */
const KEPT: Partial<Record<Table, readonly string[]>> = {
  posts: [
    ...['id', 'title', 'slug', 'type', 'page', 'status', 'visibility', 'featured', 'locale', 'language', 'email_only'],
    ...['published_at', 'author_id', 'author'],
  ],
  posts_meta: ['post_id', 'feature_image_alt', 'feature_image_caption', 'meta_description', 'email_only'],
  posts_tags: ['post_id', 'tag_id', 'sort_order'],
  posts_authors: ['post_id', 'author_id', 'sort_order'],
};

/**
 * Reads what is small of an export.
 *
 * @throws {ImportError} if there are no posts in it.
 */
export async function readExport(file: string): Promise<GhostExport> {
  const tables: Record<Table, Row[]> = {
    ...{ posts: [], users: [], tags: [], settings: [] },
    ...{ posts_tags: [], posts_authors: [], posts_meta: [] },
  };
  const places: Omit<PostRow, 'row' | 'id'>[] = [];
  const notes: ImportNote[] = [];
  const rows = jsonRows(file, wayOf);
  let next = await rows.next();
  for (; !next.done; next = await rows.next()) {
    const { path, bytes, start } = next.value;
    const table = path.at(-2) as Table;
    const row = parsed(next.value);
    if (!row) {
      const detail = `${table} ${path.at(-1)}`;
      notes.push({ kind: 'lost', what: 'row that is no JSON', advice: 'export the site from Ghost again', detail });
      continue;
    }
    const kept = KEPT[table];
    tables[table].push(kept ? only(row, kept) : row);
    if (table === 'posts') places.push({ start, length: bytes.length });
  }
  if (!next.value) {
    const advice = 'the file ends in the middle: export the site from Ghost again';
    notes.push({ kind: 'lost', what: 'end of the export', advice });
  }
  if (tables.posts.length === 0) {
    const expected = 'expected an export of Ghost, with `db`, `data` and `posts` in it';
    throw new ImportError(`Unexpected ${file} without posts, ${expected}: get one from Ghost’s settings, “Export”`);
  }
  return {
    file,
    settings: new Map(tables.settings.map((row) => [textOf(row, 'key'), textOf(row, 'value')])),
    ...withIds(tables.posts, places, notes),
    users: byId(tables.users, 'id'),
    tags: byId(tables.tags, 'id'),
    meta: byId(tables.posts_meta, 'post_id'),
    tagsOf: related(tables.posts_tags, 'tag_id'),
    authorsOf: related(tables.posts_authors, 'author_id'),
    notes,
  };
}

/** Enters `{ db: [{ data: { posts: [] } }] }`, and the same without `db`. */
function wayOf(path: readonly string[]): Way {
  const inner = path[0] === 'db' ? path.slice(2) : path;
  if (path[0] === 'db' && path.length < 3) return path[1] === undefined || path[1] === '0' ? 'enter' : 'skip';
  if (inner.length === 0 || (inner.length === 1 && inner[0] === 'data')) return 'enter';
  if (inner[0] !== 'data' || !(TABLES as readonly string[]).includes(inner[1] ?? '')) return 'skip';
  return inner.length === 2 ? 'enter' : 'read';
}

function parsed({ bytes }: Pick<JsonRow, 'bytes'>): Row | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isRow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function only(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(row, name) ? [[name, row[name]]] : [])));
}

/** Posts under ids of their own: a second one of the same id is another, and left out. */
function withIds(
  rows: readonly Row[],
  places: readonly Omit<PostRow, 'row' | 'id'>[],
  notes: ImportNote[],
): Pick<GhostExport, 'posts'> {
  const posts = new Map<string, PostRow>();
  for (const [index, row] of rows.entries()) {
    const id = idOf(row, 'id') ?? (textOf(row, 'slug') || `number ${index + 1}`);
    const place = places[index] as PostRow;
    if (posts.has(id)) {
      const advice = 'only the first one of each id was moved in';
      notes.push({ kind: 'lost', what: 'post that is there twice', advice, detail: `${id} ${textOf(row, 'title')}` });
    } else posts.set(id, { ...place, row, id });
  }
  return { posts: [...posts.values()] };
}

function byId(rows: readonly Row[], name: string): ReadonlyMap<string, Row> {
  return new Map(rows.flatMap((row) => [[idOf(row, name) ?? '', row]] as const));
}

function related(rows: readonly Row[], name: string): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const row of rows.toSorted((one, other) => orderOf(one) - orderOf(other))) {
    const [post, id] = [idOf(row, 'post_id'), idOf(row, name)];
    if (post === undefined || id === undefined) continue;
    const ids = all.get(post);
    if (!ids) all.set(post, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
  return all;
}

/** Posts with all their fields, one after the other; what cannot be read any more has those of its row only. */
export async function* readPosts({ file, posts }: GhostExport): AsyncGenerator<{ post: PostRow; row: Row }> {
  const handle: FileHandle = await open(file, 'r');
  try {
    // One for all, for what Node gives is taken back late.
    let buffer = Buffer.alloc(0);
    for (const post of posts) {
      if (buffer.length < post.length) buffer = Buffer.alloc(post.length * 2);
      await handle.read(buffer, 0, post.length, post.start);
      yield { post, row: parsed({ bytes: buffer.subarray(0, post.length) }) ?? post.row };
    }
  } finally {
    await handle.close();
  }
}
