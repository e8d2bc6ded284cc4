import { posix } from 'node:path';
import latin from '@sindresorhus/slugify';
import type { Category } from '../../../archive.ts';
import type { Project } from '../project.ts';
import { tableOfFile } from '../values/data.ts';
import type { Values } from '../values/plain-values.ts';
import type { WrittenAddress } from '../system.ts';

export const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mdx)$/i;

/** A text in HTML, which has front matter as others have. */
export const IS_HTML = /\.html?$/i;

/** The parts of the path of a text. */
export interface TextPath {
  /** Folders below the one of all texts. */
  readonly folders: readonly string[];
  /** Without its ending. */
  readonly name: string;
}

export function readPath(path: string, root: string): TextPath {
  const below = root === '' ? path : path.slice(root.length + 1);
  const folders = below.split('/');
  const name = (folders.pop() ?? '').replace(/\.[A-Za-z0-9]+$/, '');
  return { folders, name };
}

/** A name that begins with a date: `2019-03-01-bridge`. */
export function datedName(name: string): { readonly date: string | undefined; readonly rest: string } {
  const match = /^(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?:T\d[\dZ:+-]*)?(?:[-_. ]+(.+))?$/.exec(name);
  if (!match) return { date: undefined, rest: name };
  const [, year, month = '', day = '', rest] = match;
  return { date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rest: rest ?? name };
}

/** A code of a language that people write: `de`, `pt-BR`, `zh_Hans`. */
export function languageOf(text: string): string | undefined {
  return /^[a-z]{2,3}(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3}))?$/.test(text) ? text.replace('_', '-') : undefined;
}

export function categoryOf(name: string, titles?: ReadonlyMap<string, string>): Category {
  const id = slugify(name);
  return { id: id === '' ? name : id, title: titles?.get(name) ?? name };
}

/** The title that a folder has by its name: `local-news` → `Local news`. */
export function titleOfFolder(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Letters and digits of any script in small ones, with hyphens between. */
export function slugify(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Likewise in Latin letters, as systems do it that transliterate; in scripts that have none, as it is. */
export function latinSlug(text: string): string {
  return latin(text, { decamelize: false }) || slugify(text);
}

/** Parts of a path joined by one `/`, with one before and, for a folder, one after. */
export function joinUrl(...parts: readonly (string | undefined)[]): string {
  const joined = parts.filter((part) => part !== undefined && part !== '').join('/');
  const path = `/${joined}`.replace(/\/{2,}/g, '/');
  return /\.[A-Za-z0-9]{2,5}$/.test(path) || path.endsWith('/') ? path : `${path}/`;
}

/** Likewise, its end as it is given. */
export function exactUrl(...parts: readonly (string | undefined)[]): string {
  return `/${parts.filter((part) => part !== undefined && part !== '').join('/')}`.replace(/\/{2,}/g, '/');
}

/** The path of an address, without `/` at its end. */
export function basePathOf(url: string | undefined): string {
  if (url === undefined) return '';
  const path = URL.canParse(url) ? new URL(url).pathname : url.startsWith('/') ? url : '';
  return path.replace(/\/+$/, '');
}

/** The first of some files of data that is there, as a table. */
export function firstTable(project: Project, names: readonly string[]): Values | undefined {
  const name = names.find((candidate) => project.file(candidate) !== undefined);
  return name === undefined ? undefined : tableOfFile(name, project.text(name)?.text);
}

/** A file that a text names by its path. */
export function fileAddress(path: string, rest: string): WrittenAddress {
  return { kind: 'file', path: posix.normalize(path), rest };
}

/** Cuts `?` and `#` off an address, with what follows. */
export function splitAddress(written: string): readonly [string, string] {
  const at = written.search(/[?#]/);
  return at < 0 ? [written, ''] : [written.slice(0, at), written.slice(at)];
}

export function unchanged(address: string): WrittenAddress {
  return { kind: 'address', address };
}
