import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import { build, built, textsOf, write } from '../built.ts';
import { removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

const NUMBERS = 'content/media/crossings.csv';
const CHART = '::chart{src=crossings.csv kind=line title="Crossings"}\n';
const FILES = {
  'content/articles/a.md': aStory({}, CHART),
  'content/articles/b.md': aStory({ date: '2026-10-01' }),
  'content/pages/about.md': aFile({ layout: 'page', title: 'About' }, CHART),
  [NUMBERS]: 'Year,Ferry\n2024,1200\n2025,1500\n',
};
const STORY = '2026/11/23/a/index.html';

it('makes the pages that show a chart again, and no other page, when its numbers change', async () => {
  const folder = await built(FILES);
  const { document: idle } = await build(folder);
  write(folder, NUMBERS, 'Year,Ferry\n2024,1200\n2025,7150\n');
  const { document } = await build(folder);
  const warm = textsOf(join(folder, '_site'));
  await build(folder, '--clean');

  expect(idle.changed).toEqual([]);
  expect(document.changed.filter((url) => url.endsWith('/')).toSorted()).toEqual(['/2026/11/23/a/', '/about/']);
  expect(document.changed).toContain('/media/crossings.csv');
  expect(warm[STORY]).toContain('7,150');
  expect(textsOf(join(folder, '_site'))).toEqual(warm);
});

it('has the stylesheet of charts on pages with a chart only', async () => {
  const folder = await built(FILES);
  const pages = [STORY, 'about/index.html', '2026/10/01/b/index.html', 'index.html'];
  const have = pages.map((path) =>
    /href="\/assets\/chart\.\w+\.css"/.test(readFileSync(join(folder, '_site', path), 'utf8')),
  );

  expect(have).toEqual([true, true, false, false]);
});

it('gives feeds the numbers in the place of the drawing', async () => {
  const folder = await built(FILES);
  const feeds = Object.entries(textsOf(join(folder, '_site'))).filter(([path]) =>
    /feed\.(?:xml|json)$|atom\.xml$/.test(path),
  );
  const whole = feeds.filter(([, text]) => text.includes('1,500'));

  expect(whole.length).toBeGreaterThan(0);
  for (const [, text] of whole) {
    expect(text).toContain('/media/crossings.csv');
    expect(text).not.toContain('svg');
  }
});
