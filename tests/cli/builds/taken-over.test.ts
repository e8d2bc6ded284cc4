import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../../src/disk/files.ts';
import { IS_NIGHT } from '../../at-night.ts';
import { aLargeNewsroom } from '../../engine/newsrooms/a-large-newsroom.ts';
import { textsOf } from '../built.ts';
import { aNewsroomOnDisk, broadsheetInResident, type Ended, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

/** Many at night: with few, a part has all in one file of a log. */
const STORIES = IS_NIGHT ? 240 : 60;
const PARTS = [1, 2, 3, 4] as const;
const NOW = ['--now', '2026-11-23T12:00:00Z'] as const;

type Texts = ReturnType<typeof textsOf>;

/** The caches that were read into, by the numbers of their parts, in the folder of each machine. */
const caches = (folder: string, parts: readonly number[] = PARTS): readonly string[] =>
  parts.flatMap((part) => ['--cache-from', join(folder, `read-${part}`)]);

/** What a build says of caches of which it does not take over all. */
const passedOver = (said: string): readonly string[] => said.split('\n').filter((line) => line.includes('taken over'));

describe('builds that take over what others have read', async () => {
  let folder = '';
  let whole: Texts = {};
  /** The files of the second part alone. */
  let second: Texts = {};

  beforeAll(async () => {
    folder = aNewsroomOnDisk({});
    aLargeNewsroom(STORIES, folder);
    expect(await broadsheetInResident(folder, 'build', ...NOW)).toMatchObject({ status: 0 });
    whole = textsOf(join(folder, '_site'));
    for (const part of PARTS) await read(part);
  });

  /** Has another machine read a part: its clone of the content has other times and other numbers. */
  async function read(part: number, ...args: readonly string[]): Promise<Ended> {
    const machine = join(folder, `machine-${part}`);
    cpSync(join(folder, 'content'), join(machine, 'content'), { recursive: true });
    const cache = ['--cache', `../read-${part}`];
    const ended = await broadsheetInResident(machine, 'read', '--shard', `${part}/4`, ...cache, ...args);
    expect([ended.status, ended.stderr, readdirSync(machine)]).toEqual([0, '', ['content']]);
    return ended;
  }

  async function buildPart(part: number, ...args: readonly string[]): Promise<Ended> {
    const [output, cache] = [join(folder, `part-${part}`), join(folder, `cache-${part}`)];
    for (const made of [output, cache]) rmSync(made, { recursive: true, force: true });
    const places = ['--output', output, '--cache', cache, '--shard', `${part}/4`];
    const ended = await broadsheetInResident(folder, 'build', ...places, ...NOW, ...args);
    expect([ended.status, ended.stdout]).toEqual([0, expect.stringContaining(' stories, ')]);
    return ended;
  }

  /** Builds all parts, and puts them together. */
  async function together(...args: readonly string[]): Promise<{ readonly site: Texts; readonly said: string }> {
    const said: string[] = [];
    for (const part of PARTS) said.push((await buildPart(part, ...args)).stderr);
    return {
      site: Object.assign({}, ...PARTS.map((part) => textsOf(join(folder, `part-${part}`)))),
      said: said.join(''),
    };
  }

  /** Builds the second part alone. */
  async function secondBy(
    ...args: readonly string[]
  ): Promise<{ readonly site: Texts; readonly said: readonly string[] }> {
    const { stderr } = await buildPart(2, ...args);
    return { site: textsOf(join(folder, 'part-2')), said: passedOver(stderr) };
  }

  /** How many records a build has kept itself, in bytes. */
  const ownRecords = (part: number): number => {
    const records = join(folder, `cache-${part}`, 'records');
    const own = readdirSync(records).filter((name) => !name.startsWith('lent-'));
    return own.reduce((sum, name) => sum + readFileSync(join(records, name)).length, 0);
  };

  it('make together what one build makes, byte for byte, and change nothing in the caches given to them', async () => {
    const before = PARTS.map((part) => textsOf(join(folder, `read-${part}`)));
    const { site, said } = await together(...caches(folder));

    expect(passedOver(said)).toEqual([]);
    expect(Object.keys(site).length).toBeGreaterThan(STORIES * 3);
    expect(site).toEqual(whole);
    second = textsOf(join(folder, 'part-2'));
    expect(Object.keys(second).length).toBeLessThan(Object.keys(whole).length / 2);
    expect(PARTS.map((part) => textsOf(join(folder, `read-${part}`)))).toEqual(before);
  });

  it('read no story of which a cache has what its file is now', async () => {
    await buildPart(1, ...caches(folder));
    const read = ownRecords(1);
    await buildPart(1, ...caches(folder, [2, 3, 4]));

    expect(read).toBe(0);
    expect(ownRecords(1)).toBeGreaterThan(0);
  });

  it('make the same where a cache is missing, and say so', async () => {
    rmSync(join(folder, 'nowhere'), { recursive: true, force: true });
    const missing = join(folder, 'nowhere');
    const { site, said } = await together(...caches(folder, [1, 3, 4]), '--cache-from', missing);

    expect(passedOver(said)).toEqual(
      PARTS.map(() => `Not all of \`${missing}\` was taken over: there is no such folder.`),
    );
    expect(site).toEqual(whole);
  });

  it('make the same without the texts', async () => {
    const bare = join(folder, 'bare');
    cpSync(join(folder, 'read-2'), bare, { recursive: true });
    rmSync(join(bare, 'texts'), { recursive: true });
    const { site, said } = await secondBy(...caches(folder, [1, 3, 4]), '--cache-from', bare);

    expect(said).toEqual([]);
    expect(site).toEqual(second);
  });

  it('take over what was read again, and not what was read before a file was changed', async () => {
    const [path = ''] = storiesOf(2);
    const file = join(folder, 'machine-2', path);
    const saved = readFileSync(join(folder, path));
    expect((await read(2)).stdout).toContain('Read 0 of ');
    writeFileSync(join(folder, path), `${saved.toString()}\nOne more line, which is new.\n`);
    const { site: stale } = await secondBy(...caches(folder));
    expect((await read(2)).stdout).toContain('Read 1 of ');
    const { site: fresh } = await secondBy(...caches(folder));
    expect(ownRecords(2)).toBe(0);
    writeFileSync(join(folder, path), saved);
    writeFileSync(file, saved);
    const { site: old } = await secondBy(...caches(folder));

    expect(Object.values(stale).filter((text) => text.includes('One more line, which is new.')).length).toBeGreaterThan(
      0,
    );
    expect(fresh).toEqual(stale);
    expect(old).toEqual(second);
    expect(await read(2)).toMatchObject({ stdout: expect.stringContaining('Read 1 of ') });
  });

  /** The paths of stories that a part reads and that are published. */
  function storiesOf(part: number): readonly string[] {
    const tables = Object.values(textsOf(join(folder, `read-${part}`, 'articles')));
    const paths = tables.flatMap((table) =>
      [...table.matchAll(/\["(content\/articles\/[^"]+\.md)",\["/g)].map(([, path = '']) => path),
    );
    return paths.filter((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return !/draft|expires|2026-11-(?:2[2-9]|3)|2026-12|2027/.test(text);
    });
  }

  const DAMAGED: readonly (readonly [what: string, why: string, damage: (cache: string) => void])[] = [
    ['is empty', 'no stories were read into it, or it is damaged', (cache) => rmSync(cache, { recursive: true })],
    [
      'has no beginning',
      'no stories were read into it, or it is damaged',
      (cache) => rmSync(join(cache, 'articles/head')),
    ],
    ['has lost its rows', 'a part of it is damaged, and is read again', (cache) => spoil(join(cache, 'articles/1/0'))],
    [
      'has lost the end of a log',
      'a part of it is damaged, and is read again',
      (cache) => eachLog(cache, (log) => truncateSync(log, 1_000)),
    ],
    [
      'has lost its logs',
      'a part of it is damaged, and is read again',
      (cache) => rmSync(join(cache, 'records'), { recursive: true }),
    ],
    [
      'is of another version',
      'it is of another version of Broadsheet, or was read by another `site.yaml` or --url',
      (cache) => {
        rmSync(cache, { recursive: true });
        cpSync(join(folder, 'other'), cache, { recursive: true });
      },
    ],
    [
      'is no cache',
      'no stories were read into it, or it is damaged',
      (cache) => {
        rmSync(cache, { recursive: true });
        cpSync(join(folder, 'content'), cache, { recursive: true });
      },
    ],
  ];

  it.each(DAMAGED)('make the same where a cache %s, and say so', async (_what, why, damage) => {
    mkdirSync(join(folder, 'other'), { recursive: true });
    await broadsheetInResident(folder, 'read', '--cache', 'other', '--url', 'https://elsewhere.example/');
    const damaged = join(folder, 'damaged');
    rmSync(damaged, { recursive: true, force: true });
    cpSync(join(folder, 'read-2'), damaged, { recursive: true });
    damage(damaged);
    mkdirSync(damaged, { recursive: true });
    const before = textsOf(damaged);
    const { site, said } = await secondBy(...caches(folder, [1, 3, 4]), '--cache-from', damaged);

    expect(said).toEqual([`Not all of \`${damaged}\` was taken over: ${why}.`]);
    expect(site).toEqual(second);
    expect(textsOf(damaged)).toEqual(before);
  });

  it('make the same where records and texts are others than they were, which only their checksums tell', async () => {
    const damaged = join(folder, 'damaged');
    rmSync(damaged, { recursive: true, force: true });
    cpSync(join(folder, 'read-2'), damaged, { recursive: true });
    for (const name of ['records', 'texts']) {
      for (const log of filesIn(join(damaged, name))) spoil(join(damaged, name, log));
    }

    expect((await secondBy(...caches(folder, [1, 3, 4]), '--cache-from', damaged)).site).toEqual(second);
  });

  it('append nothing to the logs of others', async () => {
    const cache = join(folder, 'cache-2');
    await buildPart(2, ...caches(folder));
    const before = PARTS.map((part) => textsOf(join(folder, `read-${part}`)));
    const [path = ''] = storiesOf(2);
    const saved = readFileSync(join(folder, path));
    writeFileSync(join(folder, path), `${saved.toString()}\nLater.\n`);
    const places = ['--output', 'part-2', '--cache', cache, '--shard', '2/4'];
    const ended = await broadsheetInResident(folder, 'build', ...places, ...NOW);
    writeFileSync(join(folder, path), saved);

    expect(ended.status).toBe(0);
    expect(ownRecords(2)).toBeGreaterThan(0);
    expect(PARTS.map((part) => textsOf(join(folder, `read-${part}`)))).toEqual(before);
  });

  it('are not given their own cache', async () => {
    const ended = await broadsheetInResident(folder, 'build', '--cache', 'read-1', '--cache-from', 'read-1');

    expect([ended.status, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain('Unexpected --cache-from');
  });

  it('are good for a newsroom of one part, too, which reads all stories', async () => {
    const ended = await broadsheetInResident(folder, 'read', '--cache', 'all');
    expect(ended.stdout).toMatch(new RegExp(`^Read ${STORIES} of ${STORIES} stories \\(of ${STORIES} in all\\) in `));
    await buildPart(2, '--cache-from', join(folder, 'all'));
    expect(ownRecords(2)).toBe(0);
  });
});

/** Changes a byte in the midst of a file, again and again. */
function spoil(path: string): void {
  const bytes = readFileSync(path);
  for (let index = 50; index < bytes.length; index += 200) bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function eachLog(cache: string, change: (log: string) => void): void {
  for (const name of readdirSync(join(cache, 'records'))) change(join(cache, 'records', name));
}
