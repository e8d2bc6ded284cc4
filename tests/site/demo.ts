import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { inject } from 'vitest';

/** Where the demo says that it lives. */
export const ORIGIN = 'https://ledger.example';

/** A page of the output. */
export interface BuiltPage {
  /** Path of its file in the output: `news/index.html`. */
  readonly file: string;
  /** Path of its address: `/news/`. */
  readonly path: string;
  readonly html: string;
  readonly tags: readonly Tag[];
}

/** The folder that the demo was built to. */
export function demoFolder(): string {
  const { folder, fault } = inject('demo');
  if (fault !== undefined) throw new Error(fault);
  return folder;
}

/**
 * Lends a build the files that were made of the pictures of the demo, which take longer than all else: for tests of anything else. A file that
 * has become another is made again, for it has another name in the cache.
 *
 * @param output The folder that the build will write to.
 */
export function lendPictures(output: string): void {
  cpSync(`${demoFolder()}-cache/pictures`, `${output}-cache/pictures`, { recursive: true });
}

/** The paths of all files below a folder, sorted, with `/` on every system. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** What each file of a folder holds, as a fingerprint. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  const hash = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  return Object.fromEntries(filesIn(folder).map((file) => [file, hash(file)]));
}

let pages: readonly BuiltPage[] | undefined;

/** All HTML pages of the demo. */
export function demoPages(): readonly BuiltPage[] {
  const folder = demoFolder();
  pages ??= filesIn(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return { file, path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, tags: tagsOf(html) };
    });
  return pages;
}

/** The pages of the demo's stories. */
export function storyPages(): readonly BuiltPage[] {
  const stories = demoPages().filter((page) => metaOf(page, 'og:type') === 'article');
  if (stories.length < 20) throw new Error(`Unexpected ${stories.length} stories, expected those of the demo`);
  return stories;
}

/** What a page's `meta` element of that name or property says. */
export function metaOf({ tags }: BuiltPage, name: string): string | undefined {
  return tags.find((tag) => tag.name === 'meta' && [tag.attributes['property'], tag.attributes['name']].includes(name))
    ?.attributes['content'];
}

/** The address that a page says is its own. */
export function canonicalOf({ tags }: BuiltPage): string | undefined {
  return tags.find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'];
}

/** A page's structured data. Throws where it is not JSON. */
export function jsonLdOf({ html }: BuiltPage): Readonly<Record<string, unknown>> {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  return JSON.parse(text ?? '{}') as Record<string, unknown>;
}

/** A start tag, as it stands in HTML. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where it begins. */
  readonly index: number;
}

const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s=/>"']+(?:="[^"]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=/>"']+)(?:="([^"]*)")?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The start tags of HTML that Broadsheet printed: every `<` of a text is escaped in it and every value quoted, which
 * another test checks, so that a pattern finds them all in a hundredth of the time that a browser's parser takes.
 */
export function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(TAG)].map(({ 1: name = '', 2: attributes = '', index }) => ({
    name: name.toLowerCase(),
    index,
    attributes: Object.fromEntries(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, decode(value)]),
    ),
  }));
}

/** The text between the first start tag that fits a pattern and the next tag. */
export function textAfter(html: string, start: RegExp): string | undefined {
  const found = start.exec(html);
  return found ? decode(html.slice(found.index + found[0].length).split('<', 1)[0] ?? '') : undefined;
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (all, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (ENTITIES[name] ?? all) : String.fromCodePoint(Number(decimal));
  });
}
