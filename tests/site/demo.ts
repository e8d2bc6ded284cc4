import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { inject } from 'vitest';
import { type Tag, tagsOf } from './tags.ts';

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
