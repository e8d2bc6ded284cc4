import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCorpus } from '../corpus.ts';
import { takeSnapshot } from '../measuring/output.ts';
import { eleventyProgram } from './eleventy.ts';

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const STORIES = 60;
const corpus = makeCorpus(STORIES, 7);
let folder = '';
let files: readonly string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-eleventy-'));
  const program = eleventyProgram(folder, '', MODULES);
  // All in one section, for that to have a second page.
  program.write({ ...corpus, stories: [...corpus.stories].map((story) => ({ ...story, section: 'section-1' })) });
  const { file, args } = program.command;
  const { status, stderr } = spawnSync(file, args, { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  files = [...takeSnapshot(program.output).keys()];
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('has a page for each story, and the pages that Broadsheet has', () => {
  const { year, month, day } = corpus.old.date;
  expect(files.filter((path) => /^\d{4}\/\d\d\/\d\d\/[^/]+-\d+\/index\.html$/.test(path))).toHaveLength(STORIES);
  expect(files).toEqual(
    expect.arrayContaining([
      ...['index.html', '404.html', 'feed.xml', 'assets/site.css', 'section-12/index.html', 'section-1/index.html'],
      ...['section-1/page/2/index.html', 'contributors/person-200/index.html', 'archive/index.html'],
      ...[`${year}/index.html`, `${year}/${month}/index.html`, `${year}/${month}/${day}/index.html`],
      ...['sitemap.xml', 'sitemaps/pages.xml', `sitemaps/${year}-${month}.xml`],
    ]),
  );
});

test('a front has cards and headlines, and the page behind it has the rest by headline', () => {
  const count = (path: string, pattern: RegExp): number => read(path).match(pattern)?.length ?? 0;
  expect(count('section-1/index.html', /class="card"/g)).toBe(13);
  expect(count('section-1/index.html', /<li><a [^>]*lang=/g)).toBe(50 - 13);
  expect(count('section-1/page/2/index.html', /<li><a [^>]*lang=/g)).toBe(STORIES - 50);
  expect(read('section-1/index.html')).toContain('<a href="/section-1/page/2/" rel="next">Earlier stories</a>');
});

test('a story has its time in the newsroom’s zone', () => {
  const { date, slug } = corpus.old;
  const { year, month, day, time } = date;
  expect(read(join(year, month, day, slug, 'index.html'))).toContain(
    `<time datetime="${year}-${month}-${day}T${time}:00+0`,
  );
});

function read(path: string): string {
  return readFileSync(join(folder, '_site', path), 'utf8');
}
