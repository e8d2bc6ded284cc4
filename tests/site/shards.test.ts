import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atNight, IS_NIGHT } from '../at-night.ts';
import { contentsOf, demoFolder, filesIn, lendPictures } from './demo.ts';
import { buildSiteInResident, PROJECT } from './run-broadsheet.ts';

const CONTENT = join(PROJECT, 'content');
const COUNT = IS_NIGHT ? 3 : 2;

type Contents = ReturnType<typeof contentsOf>;

let temporary = '';
let shards: readonly Contents[] = [];

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'broadsheet-shards-'));
  shards = await builtInTurn(
    Array.from({ length: COUNT }, (_, index) => [`shard-${index + 1}`, `${index + 1}/${COUNT}`] as const),
  );
});

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

/** The files of one part of the demo, with what is in them. */
async function built(name: string, shard: string): Promise<Contents> {
  const output = join(temporary, name);
  lendPictures(output);
  expect(await buildSiteInResident(CONTENT, output, '--shard', shard)).toMatchObject({ status: 0 });
  return contentsOf(output);
}

async function builtInTurn(parts: readonly (readonly [name: string, shard: string])[]): Promise<readonly Contents[]> {
  const contents: Contents[] = [];
  for (const part of parts) contents.push(await built(...part));
  return contents;
}

test('the parts of a site are together the site, byte for byte', () => {
  expect(Object.assign({}, ...shards)).toEqual(contentsOf(demoFolder()));
});

test('a file that is in several parts is the same in each', () => {
  const whole = contentsOf(demoFolder());
  for (const shard of shards) {
    for (const [file, content] of Object.entries(shard))
      expect({ file, content }).toEqual({ file, content: whole[file] });
  }
});

test('fronts, the feed, sitemaps and what all pages share are in every part', () => {
  const sections = filesIn(demoFolder()).filter((file) => /^[a-z-]+\/index\.html$/.test(file));
  const shared = [
    'index.html',
    '404.html',
    'feed.xml',
    'atom.xml',
    'feed.json',
    'sitemap.xml',
    '.broadsheet.txt',
    'news/index.html',
  ];
  const made = filesIn(demoFolder()).filter((file) => /^(?:sitemaps|assets)\//.test(file));

  expect(sections).toContain('news/index.html');
  expect(made.length).toBeGreaterThan(3);
  for (const shard of shards) expect(Object.keys(shard)).toEqual(expect.arrayContaining([...shared, ...made]));
});

test('stories, pictures and archives are in one part each, and each part has some', () => {
  const parted = filesIn(demoFolder()).filter((file) => /^(?:20\d\d|media|topics|contributors)\//.test(file));
  const shardsOf = (file: string): number => shards.filter((shard) => file in shard).length;

  expect(parted.length).toBeGreaterThan(60);
  expect(parted.filter((file) => shardsOf(file) !== 1)).toEqual([]);
  for (const shard of shards) expect(parted.filter((file) => file in shard).length).toBeGreaterThan(parted.length / 6);
});

test('one part is the whole', async () => {
  expect(await built('only', '1/1')).toEqual(contentsOf(demoFolder()));
});

test('parts that are built over each other are what they are alone', async () => {
  const turns = [COUNT - 1, COUNT, ...atNight(COUNT - 1)];
  const parts = turns.map((number) => ['by-turns', `${number}/${COUNT}`] as const);
  expect(await builtInTurn(parts)).toEqual(turns.map((number) => shards[number - 1]));
  const whole = await buildSiteInResident(CONTENT, join(temporary, 'by-turns'));
  expect([whole.status, contentsOf(join(temporary, 'by-turns'))]).toEqual([0, contentsOf(demoFolder())]);
});

test('a part that was built before is not written again', async () => {
  const { stdout } = await buildSiteInResident(CONTENT, join(temporary, 'shard-2'), '--shard', `2/${COUNT}`, '--json');

  expect(JSON.parse(stdout)).toMatchObject({ rendered: 0, removed: 0, changed: [] });
});
