import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proofreadNewsroom } from '../../../src/build/look-at-newsroom.ts';
import type { Told } from '../../../src/diagnostics/diagnostic.ts';
import { aStory, type Keys } from '../../newsroom/manuscript.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-desk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** So many that what is found is kept. */
const MANY = 200;

const SITE = 'title: The Ledger\nurl: https://ledger.example/\nlanguage: en-GB\n';
const SPELLING = `${SITE}standards: { word-unknown: warn }\n`;

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'content', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}

function writeStories(count: number, body: (index: number) => string, keys: Keys = {}): void {
  const stories = Array.from({ length: count }, (_, index) => [
    `articles/story-${index}.md`,
    aStory(keys, body(index)),
  ]);
  write(Object.fromEntries(stories) as Record<string, string>);
}

const proofread = (): Promise<Told> =>
  proofreadNewsroom(
    { content: join(folder, 'content'), now: '2026-11-25T12:00:00Z', drafts: false, url: undefined },
    1,
    join(folder, '.cache'),
  );

const told = ({ diagnostics }: Told): readonly string[] =>
  diagnostics.map(({ code, path, line, column }) => `${code} ${path}:${line}:${column}`);

const kept = (): string => join(folder, '.cache', 'copy-desk');

/** When the files of what is kept were written. */
function timesOf(): readonly number[] {
  return readdirSync(kept(), { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(kept(), name)).mtimeMs);
}

describe('what the copy desk finds', () => {
  it('is kept, and the same the next time, and after any change', async () => {
    write({ 'site.yaml': SPELLING });
    writeStories(MANY, (index) => (index === 7 ? 'The goverment came of of town.\n' : 'All is well.\n'));
    const first = await proofread();
    const times = timesOf();

    expect(told(first)).toEqual([
      'word-unknown content/articles/story-7.md:6:5',
      'word-repeated content/articles/story-7.md:6:23',
    ]);
    expect(await proofread()).toEqual(first);
    expect(timesOf()).toEqual(times);

    write({ 'words.txt': 'goverment\n' });
    expect(told(await proofread())).toEqual(['word-repeated content/articles/story-7.md:6:23']);
    expect(timesOf()).toEqual(times);

    write({ 'style.yaml': 'words: [{ never: town }]\n', 'articles/story-8.md': aStory({}, 'A brdige.\n') });
    expect(told(await proofread())).toEqual([
      'word-repeated content/articles/story-7.md:6:23',
      'style-word content/articles/story-7.md:6:26',
      'word-unknown content/articles/story-8.md:6:3',
    ]);

    rmSync(join(folder, 'content/articles/story-7.md'));
    expect(told(await proofread())).toEqual(['word-unknown content/articles/story-8.md:6:3']);
  });

  it('of few stories leaves no trace', async () => {
    write({ 'site.yaml': SPELLING });
    writeStories(1, () => 'A brdige.\n');

    expect(told(await proofread())).toHaveLength(1);
    expect(existsSync(kept())).toBe(false);
  });

  it('is found anew where what was kept is damaged', async () => {
    write({ 'site.yaml': SPELLING });
    writeStories(MANY, () => 'A brdige.\n');
    const first = await proofread();
    for (const name of readdirSync(kept(), { recursive: true, encoding: 'utf8' })) {
      const file = join(kept(), name);
      if (statSync(file).isFile()) writeFileSync(file, 'x');
    }

    expect(first.diagnostics).toHaveLength(MANY);
    expect(await proofread()).toEqual(first);
  });

  it('of a draft stops nothing', async () => {
    write({ 'site.yaml': `${SITE}standards: { word-repeated: error }\n` });
    writeStories(1, () => 'He left the the town.\n', { draft: true });
    const { diagnostics, toDo } = await proofread();

    expect([diagnostics.length, toDo.map(({ code, severity }) => [code, severity])]).toEqual([
      0,
      [['word-repeated', 'error']],
    ]);
  });

  it('is no spelling unless site.yaml says so, and no more than it says', async () => {
    write({ 'site.yaml': SITE });
    writeStories(1, () => 'A brdige of of stone.\n');
    expect(told(await proofread())).toEqual(['word-repeated content/articles/story-0.md:6:13']);

    write({ 'site.yaml': `${SITE}standards: { word-repeated: off }\n` });
    expect(told(await proofread())).toEqual([]);

    write({ 'site.yaml': `${SITE}standards: { word-unknown: [{ before: 2020-01-01, severity: off }, error] }\n` });
    expect((await proofread()).diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['word-unknown', 'error'],
      ['word-repeated', 'warn'],
    ]);
  });

  it('takes the names of people, sections and topics of the newsroom for words', async () => {
    write({
      'site.yaml': `${SPELLING}sections: [{ id: news, title: Nwsroom }]\n`,
      'contributors/ann-qvist.md': '---\nname: ann qvistlund\n---\n',
    });
    writeStories(2, (index) => (index === 0 ? 'The nwsroom, Nwsroom, qvistlund, vwxyland.\n' : 'Vwxyland.\n'), {
      topics: ['vwxyland'],
    });

    expect(told(await proofread())).toEqual(['word-unknown content/articles/story-0.md:7:5']);
  });
});
