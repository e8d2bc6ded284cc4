import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SEARCH_FILES, SEARCH_INDEX, searchFileName } from '../../src/domain/search/urls.ts';
import type { SearchIndex } from '../../src/formats/search/search-files.ts';
import { type BuiltPage, demoFolder, demoPages, filesIn, ORIGIN } from './demo.ts';
import { PROJECT } from './run-broadsheet.ts';

/** An address on a page, and the page that it leads to. */
interface Link {
  readonly from: string;
  readonly tag: string;
  readonly url: URL;
}

test('every page can be reached from the home page by links', () => {
  const pages = new Map(demoPages().map((page) => [page.file, page]));
  const reached = new Set(['index.html']);
  for (const file of reached) {
    const page = pages.get(file);
    for (const { url, tag } of page ? linksOf(page).filter(isInternal) : []) {
      const target = tag === 'a' ? fileAt(url) : undefined;
      if (target !== undefined && pages.has(target)) reached.add(target);
    }
  }
  const withdrawn = filesWithdrawn();
  const wanted = demoPages().filter(
    ({ file, html }) => file !== '404.html' && !html.includes('http-equiv="refresh"') && !withdrawn.includes(file),
  );
  expect(wanted.map(({ file }) => file).filter((file) => !reached.has(file))).toEqual([]);
});

test('every file of the output is one that a page, the feed or a host asks for', () => {
  const asked = new Set(
    demoPages()
      .flatMap(linksOf)
      .filter(isInternal)
      .map(({ url }) => fileAt(url)),
  );
  const byHosts =
    /^(404\.html|sitemap(-news)?\.xml|es\/sitemap\.xml|sitemaps\/.*|robots\.txt|llms\.txt|favicon\.ico|.*\/updates\.json|_redirects|redirects\.json|\.broadsheet\.txt|media\/.*|assets\/(legacy|reader)\.[0-9a-f]{8}\.js)$/;
  const redirects = demoPages().filter(({ html }) => html.includes('http-equiv="refresh"'));
  const known = new Set([
    ...asked,
    ...redirects.map(({ file }) => file),
    ...filesWithdrawn(),
    ...filesIn(join(PROJECT, 'content/public')),
    ...filesOfPosters(),
    ...filesOfTheSearch('search'),
    ...filesOfTheSearch('es/search'),
  ]);
  expect(filesIn(demoFolder()).filter((file) => !known.has(file) && !byHosts.test(file))).toEqual([]);
});

/** A player asks for one file of a picture, which may be that of a page elsewhere, in all widths. */
function filesOfPosters(): readonly string[] {
  const posters = demoPages().flatMap(({ tags }) => tags.flatMap(({ attributes }) => attributes['poster'] ?? []));
  const names = posters.map((address) => address.slice(1).replace(/-\d+\.\w+$/, ''));
  return filesIn(demoFolder()).filter((file) => names.includes(file.replace(/-\d+\.\w+$/, '')));
}

/** What the script of a search page asks for. */
function filesOfTheSearch(folder: string): readonly string[] {
  const index = `${folder}/${SEARCH_INDEX}`;
  const { buckets } = JSON.parse(readFileSync(join(demoFolder(), index), 'utf8')) as SearchIndex;
  const files = buckets.flatMap(({ name }) => SEARCH_FILES.map((file) => `${folder}/${searchFileName(name, file)}`));
  expect(files.length).toBeGreaterThan(0);
  return [index, ...files];
}

function linksOf(page: BuiltPage): readonly Link[] {
  const { file, path, tags } = page;
  const links = tags.flatMap(({ name, attributes }) => {
    const { href, src, srcset = '', content = '' } = attributes;
    const candidates = srcset.split(', ').map((candidate) => candidate.replace(/ \d+w$/, ''));
    // What is shared of a page, and what a script loads.
    const others = [content.startsWith(`${ORIGIN}/`) ? content : undefined, attributes['data-stylesheet']];
    return [href ?? src, ...candidates, ...others].map((address) => ({ tag: name, address }));
  });
  const forSearch = picturesForSearch(page).map((address) => ({ tag: 'script', address }));
  return [...links, ...forSearch].flatMap(({ tag, address }) =>
    address === undefined || address === '' ? [] : [{ from: file, tag, url: new URL(address, ORIGIN + path) }],
  );
}

/** What structured data says of the pictures of a page. */
function picturesForSearch({ html }: BuiltPage): readonly string[] {
  return [...html.matchAll(/"url":"([^"]+\/pictures\/[^"]+)"/g)].flatMap(([, url]) => url ?? []);
}

function isInternal({ url }: Link): boolean {
  return url.origin === ORIGIN;
}

/** The file of the output that a host would send for an address. */
function fileAt(url: URL): string | undefined {
  const path = decodeURIComponent(url.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const onDisk = join(demoFolder(), file);
  return existsSync(onDisk) && statSync(onDisk).isFile() ? file : undefined;
}

/** The pages that say that what was there was withdrawn: nothing leads to them. */
function filesWithdrawn(): readonly string[] {
  const rules = JSON.parse(readFileSync(join(demoFolder(), 'redirects.json'), 'utf8')) as Record<string, string | null>;
  return Object.entries(rules).flatMap(([from, to]) => (to === null ? [`${from.slice(1)}index.html`] : []));
}
