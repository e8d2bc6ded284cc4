import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Archive, Outline } from '../../../src/cli/import/archive.ts';
import { openArchive } from '../../../src/cli/import/open-archive.ts';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { filledTarget, fitOf } from '../../../src/domain/redirects/patterns.ts';
import { targetAt } from '../../../src/domain/redirects/redirects.ts';
import { readPattern, signOfPattern } from '../../../src/validate/redirects/patterns.ts';
import { broadsheetInResident } from '../run.ts';
import { aFolderOf, importInto, removeFolders } from './an-archive.ts';
import { ghostSite } from './ghost/a-site.ts';

afterAll(removeFolders);

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Archives of each kind that is one file or folder. */
const ARCHIVES = ['wordpress', 'feed', 'folder', 'html-pages'].flatMap((kind) =>
  readdirSync(join(HERE, kind, 'fixtures'))
    .filter((name) => !name.endsWith('.expected'))
    .map((name) => join(kind, 'fixtures', name)),
);

/** Where readers and search engines will look for what an archive published. */
function addressesOf({ outlines, site, lists, endings = [], beginnings = [] }: Archive): readonly URL[] {
  const base = site.url ?? 'https://archive.example/';
  const isPublic = ({ status, kind, date }: Outline): boolean =>
    status === 'published' && (kind === 'page' || date !== undefined);
  const written = outlines
    .filter(isPublic)
    .flatMap(({ url, otherUrls = [] }) => [...(url === undefined ? [] : [url]), ...otherUrls]);
  for (const { url = '' } of outlines.filter(isPublic))
    if (/[^/]\/$/.test(new URL(url, base).pathname)) {
      written.push(...endings.map(({ ending }) => url + ending.replace(/:\w+/g, '2')));
      const home = new URL(base).pathname.replace(/\/*$/, '/');
      const path = new URL(url, base).pathname.slice(home.length);
      written.push(...beginnings.map((beginning) => home + beginning + path));
    }
  const stories = outlines.filter((outline) => isPublic(outline) && outline.kind === 'story');
  const named = new Set(
    stories.flatMap(({ categories, topics, contributors }) => [
      ...categories.map(({ id }) => `category ${id}`),
      ...topics.map((name) => `topic ${name}`),
      ...contributors.map((key) => `contributor ${key}`),
    ]),
  );
  for (const { url, otherUrls = [], feeds = [], of } of lists) {
    const name = of.kind === 'category' ? of.id : of.kind === 'topic' ? of.name : of.key;
    if (!named.has(`${of.kind} ${name}`)) continue;
    written.push(url, ...otherUrls, ...feeds);
    if (new URL(url, base).search === '')
      written.push(...endings.map(({ ending }) => url.replace(/\/*$/, '/') + ending.replace(/:\w+/g, '2')));
  }
  for (const { ending, ofHome } of endings) if (ofHome !== undefined) written.push(ending.replace(/:\w+/g, '2'));
  return written.map((url) => new URL(url, base)).filter(({ host }) => host === new URL(base).host);
}

/** Whether a built site has a page at an address, or leads on from there. */
function answers(output: string, url: URL, folder: string): boolean {
  const path = decodeURIComponent(url.pathname);
  const within = `${path}/`.startsWith(folder) ? `/${path.slice(folder.length)}` : path;
  const file = join(output, within);
  const isPage = existsSync(file) && (statSync(file).isFile() || existsSync(join(file, 'index.html')));
  if (isPage && url.search === '') return true;
  const list = join(output, 'redirects.json');
  const redirects = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>) : {};
  const known = new Set(Object.keys(redirects).map(compared));
  if (known.has(compared(path + url.search))) return true;
  const led = url.search === '' ? byPattern(redirects, path) : undefined;
  return led !== undefined && answers(output, new URL(led, url), folder);
}

/** Where the first pattern leads that a path fits. */
function byPattern(redirects: Readonly<Record<string, string>>, path: string): string | undefined {
  for (const [from, to] of Object.entries(redirects)) {
    const read = signOfPattern(from) === undefined ? undefined : readPattern(from);
    const fit = read?.kind === 'pattern' ? fitOf(read.pattern, path) : undefined;
    if (fit) return filledTarget(targetAt(to as UrlPath), fit).url;
  }
  return undefined;
}

function compared(address: string): string {
  return decodeURIComponent(address).replace(/\/(?=$|\?)/, '');
}

describe('an archive that has moved in', () => {
  it.each([...ARCHIVES, 'ghost'])('is built at once, and each of its addresses answers: %s', async (path) => {
    const folder = aFolderOf();
    const isGhost = path === 'ghost';
    const site = isGhost ? { url: 'https://old.example/news/' } : {};
    const archive = await openArchive(isGhost ? aFolderOf(ghostSite()) : join(HERE, path), undefined, {
      ...{ media: undefined, site },
    });
    await importInto(folder, archive);
    // Late enough that nothing waits for its day.
    const ended = await broadsheetInResident(folder, 'build', '--now', '2040-01-01 00:00', '--output', '_site');
    const output = join(folder, '_site');
    const base = archive.site.url === undefined ? '/' : new URL(archive.site.url).pathname.replace(/\/*$/, '/');
    const lost = addressesOf(archive).filter((url) => !answers(output, url, base));

    expect(ended.status, ended.stderr + ended.stdout).toBe(0);
    expect(lost.map(({ href }) => href)).toEqual([]);
  });
});
