import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { acquireLock } from '../../src/disk/lock.ts';
import { aLargeNewsroom, type LargeNewsroom } from './newsrooms/a-large-newsroom.ts';
import { demandSame } from './builds/snapshot.ts';
import { findWriteProtection } from './builds/broken-disk.ts';
import { mountSmallDisk } from './builds/broken-disk.ts';
import { type Snapshot, snapshotOf } from './builds/snapshot.ts';
import { type BuildEnded, buildInResident, startBuild } from './builds/start-build.ts';
import { atNight } from '../at-night.ts';

const folders = new Set<string>();
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const protection = findWriteProtection();
const trial = aNewsroom();
const unmount = mountSmallDisk(join(trial.folder, 'disk'), 1_000_000);
unmount?.();

describe('a fault of the machine', () => {
  it('ends a build where a file grows too large, with the output as it was', async () => {
    const { folder, newsroom, write } = await aBuiltNewsroom();
    const before = snapshotOf(join(folder, 'site'));
    newsroom.site['title'] = 'The Other Ledger';
    const [story] = newsroom.stories;
    story?.paragraphs.push('word '.repeat(40_000));
    write();

    // In 1024 bytes.
    const ended = await build(folder, [], ['bash', '-c', 'ulimit -f 100; exec "$@"', 'bash']);

    demandFault(ended, 'EFBIG');
    demandSame('The output', snapshotOf(join(folder, 'site')), before);
    await demandRecovery(folder);
  });

  it.skipIf(!unmount)('ends a build where the disk is full, with the output as it was', async () => {
    const { folder, newsroom, write } = aNewsroom();
    const disk = join(folder, 'disk');
    const gone = mountSmallDisk(disk, 3_000_000);
    onTestFinished(() => gone?.());
    const places = ['--output', 'disk/site', '--cache', 'disk/cache'];
    expect(await buildInResident(folder, places)).toMatchObject({ status: 0 });
    const before = snapshotOf(join(disk, 'site'));
    newsroom.site['title'] = 'The Other Ledger';
    write();
    fill(disk);

    const ended = await build(folder, places);

    demandFault(ended, 'ENOSPC');
    demandSame('The output', snapshotOf(join(disk, 'site')), before);
    rmSync(join(disk, 'filler'));
    await demandRecovery(folder, places, disk);
  });

  it.skipIf(!unmount)('is no fault of a build whose cache is full, which says so', async () => {
    const { folder, newsroom, write } = aNewsroom();
    const disk = join(folder, 'disk');
    const gone = mountSmallDisk(disk, 3_000_000);
    onTestFinished(() => gone?.());
    expect(await buildInResident(folder, ['--cache', 'disk/cache'])).toMatchObject({ status: 0 });
    newsroom.site['title'] = 'The Other Ledger';
    write();
    fill(disk);

    const ended = await build(folder, ['--cache', 'disk/cache']);

    expect(ended.stderr).toContain('Nothing is kept for the next build');
    expect(ended).toMatchObject({ status: 0 });
    rmSync(join(disk, 'filler'));
    await demandRecovery(folder, ['--cache', 'disk/cache'], folder);
  });

  it.skipIf(!unmount)('is none where the output is a disk of its own', async () => {
    const { folder, newsroom, write } = aNewsroom();
    const output = join(folder, 'volume');
    const gone = mountSmallDisk(output, 8_000_000);
    onTestFinished(() => gone?.());
    const places = ['--output', 'volume'];
    expect(await build(folder, places)).toMatchObject({ status: 0 });
    await demandSameAsCold(folder, output);
    newsroom.site['title'] = 'The Other Ledger';
    write();

    expect(await build(folder, places)).toMatchObject({ status: 0 });

    await demandSameAsCold(folder, output);
    const given = readdirSync(join(folder, 'content/public'));
    const hidden = readdirSync(output).filter((name) => name.startsWith('.') && !given.includes(name));
    expect(hidden).toEqual(['.broadsheet.txt']);
  });

  it.skipIf(!protection)('ends a build whose output cannot be written', async () => {
    const { folder, newsroom, write } = await aBuiltNewsroom();
    const before = snapshotOf(join(folder, 'site'));
    newsroom.site['title'] = 'The Other Ledger';
    write();
    protection?.forbid(join(folder, 'site'));
    onTestFinished(() => protection?.allow(join(folder, 'site')));

    const ended = await build(folder);

    demandFault(ended, 'EPERM', 'EACCES');
    protection?.allow(join(folder, 'site'));
    demandSame('The output', snapshotOf(join(folder, 'site')), before);
    await demandRecovery(folder);
  });

  it.skipIf(!protection)('leaves all of the output as it was where one folder of it cannot be written', async () => {
    const { folder, newsroom, write } = await aBuiltNewsroom();
    const before = snapshotOf(join(folder, 'site'));
    newsroom.site['title'] = 'The Other Ledger';
    write();
    const inner = join(folder, 'site/sport');
    protection?.forbid(inner);
    onTestFinished(() => protection?.allow(inner));

    const ended = await build(folder);

    demandFault(ended, 'EPERM', 'EACCES');
    protection?.allow(inner);
    demandSame('The output', snapshotOf(join(folder, 'site')), before);
    await demandRecovery(folder);
  });

  it.skipIf(!protection)('ends a build that can put nothing beside the output', async () => {
    const { folder } = aNewsroom();
    protection?.forbid(folder);
    onTestFinished(() => protection?.allow(folder));

    const ended = await build(folder);

    demandFault(ended, 'EPERM', 'EACCES');
    protection?.allow(folder);
    expect(readdirSync(folder)).toEqual(['content']);
    await demandRecovery(folder);
  });
});

describe('a cache that cannot be written', () => {
  it('is told of where it is a file, and the site is built', async () => {
    const { folder } = aNewsroom();
    writeFileSync(join(folder, 'cache'), 'a file');

    const ended = await build(folder);

    expect(ended.stderr).toContain('Nothing is kept for the next build');
    expect(ended.stderr).toMatch(/hint: .*--cache/);
    expect(ended.status).toBe(0);
    await demandSameAsCold(folder);
  });

  it.skipIf(!protection).each(['cache', ...atNight('cache/records', 'cache/outputs')])(
    'is told of where %s may not be written to, and the site is built',
    async (name) => {
      const { folder, newsroom, write } = await aBuiltNewsroom();
      newsroom.site['title'] = 'The Other Ledger';
      write();
      const forbidden = join(folder, name);
      protection?.forbid(forbidden);
      onTestFinished(() => protection?.allow(forbidden));

      const ended = await build(folder);

      expect(ended.stderr).toContain('Nothing is kept for the next build');
      expect(ended.status).toBe(0);
      await demandSameAsCold(folder);
      protection?.allow(forbidden);
      await demandRecovery(folder);
    },
  );
});

describe('builds at once', () => {
  it('on one output come one after the other', async () => {
    const { folder } = aNewsroom(30);

    const ended = await Promise.all([build(folder), build(folder)]);

    expect(ended.map(({ status, stderr }) => [status, /failed|nothing was|^\s+at /m.test(stderr)])).toEqual([
      [0, false],
      [0, false],
    ]);
    await demandSameAsCold(folder);
  });

  it('say that they wait, and for whom', async () => {
    const { folder } = aNewsroom();
    const lock = await acquireLock(join(folder, '.site.lock'), () => {});
    const { said, ended } = startBuild(folder, []);
    while (!said().includes('Waiting')) await wait(20);
    expect(readdirSync(folder)).not.toContain('site');

    lock.release();

    expect(said()).toContain(`process ${process.pid}`);
    expect(await ended).toMatchObject({ status: 0 });
    await demandSameAsCold(folder);
  });

  it('on one cache, with two outputs, make both', async () => {
    const { folder } = aNewsroom(30);

    const ended = await Promise.all(
      ['site', 'other', 'third'].map((output) =>
        build(folder, ['--output', output, '--url', `https://${output}.example/`]),
      ),
    );

    expect(ended.map(({ status }) => status)).toEqual([0, 0, 0]);
    for (const output of ['site', 'other', 'third']) {
      await demandSameAsCold(folder, join(folder, output), ['--url', `https://${output}.example/`]);
    }
  });
});

function aNewsroom(stories = 12): LargeNewsroom {
  const made = aLargeNewsroom(stories);
  folders.add(made.folder);
  return made;
}

async function aBuiltNewsroom(): Promise<LargeNewsroom> {
  const made = aNewsroom();
  expect(await buildInResident(made.folder)).toMatchObject({ status: 0 });
  return made;
}

/** Builds in several threads of a process of its own: a fault is to be met in one of them as well. */
function build(folder: string, args: readonly string[] = [], through: readonly string[] = []): Promise<BuildEnded> {
  return startBuild(folder, ['--jobs', '2', ...args], { through }).ended;
}

/** Leaves a disk without room. */
function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize - 20_000));
}

function demandFault({ status, stdout, stderr }: BuildEnded, ...codes: readonly string[]): void {
  expect(stderr).toMatch(new RegExp(codes.join('|')));
  expect(stderr).toMatch(/^ {2}hint: /m);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect([status, stdout]).toEqual([3, '']);
}

/** When the machine is well again, the next build makes the site, and nothing of the one that failed stays. */
async function demandRecovery(folder: string, args: readonly string[] = [], within = folder): Promise<void> {
  expect(await buildInResident(folder, args)).toMatchObject({ status: 0 });
  await demandSameAsCold(folder, join(within, 'site'));
  expect(readdirSync(within).filter((name) => name.startsWith('.'))).toEqual([]);
}

/** @param args What makes a difference to the output. */
async function demandSameAsCold(
  folder: string,
  output = join(folder, 'site'),
  args: readonly string[] = [],
): Promise<void> {
  demandSame('The output', snapshotOf(output), await coldOutput(folder, args));
}

const coldOutputs = new Map<string, Snapshot>();

/** What is built from nothing; once for the same content, which many of these newsrooms have. */
async function coldOutput(folder: string, args: readonly string[]): Promise<Snapshot> {
  const key = JSON.stringify([[...snapshotOf(join(folder, 'content'))], args]);
  const known = coldOutputs.get(key);
  if (known) return known;
  const cold = await buildInResident(folder, ['--output', 'cold-site', '--cache', 'cold-cache', ...args]);
  expect(cold).toMatchObject({ status: 0 });
  const output = snapshotOf(join(folder, 'cold-site'));
  for (const name of ['cold-site', 'cold-cache']) rmSync(join(folder, name), { recursive: true });
  coldOutputs.set(key, output);
  return output;
}
