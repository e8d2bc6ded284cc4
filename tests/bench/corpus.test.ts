import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeCorpus } from './corpus.ts';
import { writeNewsroom } from './sites/broadsheet.ts';
import { writeEleventySite } from './sites/eleventy.ts';
import { writeHugoSite } from './sites/hugo.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('the same seed gives the same bytes', () => {
  const first = writtenBy(7);
  expect(writtenBy(7)).toEqual(first);
  expect(first.filter(([path]) => path.startsWith('newsroom/articles/'))).toHaveLength(20);
});

test('another seed gives another corpus', () => {
  expect(writtenBy(8)).not.toEqual(writtenBy(7));
});

test('a story is about 5 kB', () => {
  const sizes = writtenBy(7)
    .filter(([path]) => path.startsWith('newsroom/articles/'))
    .map(([, text]) => Buffer.byteLength(text));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  expect(mean).toBeGreaterThan(4000);
  expect(mean).toBeLessThan(6000);
});

test('the three programs are given the same texts', () => {
  const bodies = (folder: string): readonly string[] =>
    writtenBy(7)
      .filter(([path]) => path.startsWith(folder) && /-\d+\.md$/.test(path) && !path.includes('/contributors/'))
      .map(([, text]) => text.split('\n---\n')[1] ?? '')
      .sort();
  expect(bodies('newsroom/articles/')).toHaveLength(20);
  expect(bodies('hugo/content/')).toEqual(bodies('newsroom/articles/'));
  expect(bodies('eleventy/src/articles/')).toEqual(bodies('newsroom/articles/'));
});

/** Every file of a corpus of 20 stories, for the three programs, by path. */
function writtenBy(seed: number): readonly (readonly [string, string])[] {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-corpus-'));
  folders.push(folder);
  const corpus = makeCorpus(20, seed);
  writeNewsroom(corpus, join(folder, 'newsroom'));
  writeHugoSite(corpus, join(folder, 'hugo'), '');
  writeEleventySite(corpus, join(folder, 'eleventy'), { stylesheet: '', modules: join(folder, 'none') });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const);
}
