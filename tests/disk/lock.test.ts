import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acquireLock, type LockWait } from '../../src/disk/lock.ts';
import { PROGRAM } from '../../src/disk/project.ts';
import { temporaryFolder } from '../build/temporary-folder.ts';

const quiet = (): void => {};

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}

function aPath(): string {
  return join(temporaryFolder(), 'site.lock');
}

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

/** A lock as some process left it, so many seconds ago. */
function aLockOf(holder: unknown, secondsAgo = 0): string {
  const path = aPath();
  writeFileSync(path, typeof holder === 'string' ? holder : JSON.stringify(holder));
  const then = Date.now() / 1000 - secondsAgo;
  utimesSync(path, then, then);
  return path;
}

/** Whether a lock can be had at once; if so, it is given back. */
async function isToBeHad(path: string): Promise<boolean> {
  let hasWaited = false;
  const taking = acquireLock(path, () => {
    hasWaited = true;
  });
  const tooLong = new Promise<undefined>((resolve) => setTimeout(resolve, 300));
  const lock = await Promise.race([taking, tooLong]);
  lock?.release();
  if (!lock) {
    // Whoever still waits must not do so for ever.
    writeFileSync(path, JSON.stringify({ host: hostname(), process: deadProcess(), started: '1' }));
    (await taking).release();
  }
  return lock !== undefined && !hasWaited;
}

describe('a lock', () => {
  it('can be had where nobody holds it, and is gone when it is given back', async () => {
    const path = join(dirname(aPath()), 'not/yet/site.lock');
    const lock = await acquireLock(path, quiet);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ host: hostname(), process: process.pid });

    lock.release();
    expect(readdirSync(dirname(path))).toEqual([]);
    expect(await isToBeHad(path)).toBe(true);
  });

  it('is waited for while someone else holds it, who is told of once, after some seconds', async () => {
    const path = aPath();
    const events: string[] = [];
    const first = await acquireLock(path, quiet);
    const second = acquireLock(path, (wait) => {
      events.push(`waits for ${wait.path === path && wait.holder?.process === process.pid ? 'this process' : '?'}`);
    }).then((lock) => {
      events.push('has it');
      return lock;
    });
    await seconds(1);
    expect(events).toEqual([]);
    await seconds(3);
    events.push('given back');
    first.release();
    (await second).release();

    expect(events).toEqual(['waits for this process', 'given back', 'has it']);
  });

  it.each<[string, object, boolean]>([
    ['runs', { host: hostname(), process: process.ppid, started: startOf(process.ppid) }, false],
    ['has ended', { host: hostname(), process: deadProcess(), started: '1' }, true],
    ['has ended, and another process has its number', { host: hostname(), process: process.ppid, started: '1' }, true],
  ])('whose holder %s can be had: %s', async (_what, holder, canBeHad) => {
    expect(await isToBeHad(aLockOf(holder))).toBe(canBeHad);
  });

  it.each([
    [10, false],
    [55, false],
    [65, true],
  ])('of another machine that was touched %i seconds ago can be had: %s', async (seconds, canBeHad) => {
    const path = aLockOf({ host: `not-${hostname()}`, process: 1, started: undefined }, seconds);

    expect(await isToBeHad(path)).toBe(canBeHad);
  });

  it.each([
    ['that was just made', '', 0, false],
    ['that was left long ago', '', 10, true],
    ['with half of what belongs there, just made', '{"host":"a', 0, false],
    ['with half of what belongs there, left long ago', '{"host":"a', 10, true],
    ['with nonsense, left long ago', 'null', 10, true],
  ])('in whose file nothing can be read, %s, can be had: %j, %i: %s', async (_which, text, seconds, canBeHad) => {
    expect(await isToBeHad(aLockOf(text, seconds))).toBe(canBeHad);
  });

  it('that was touched in years to come counts as touched now, and who waits is told of it', async () => {
    const texts = [
      '',
      JSON.stringify({ host: `not-${hostname()}`, process: 1 }),
      // These stand for groups of processes, some of which always run.
      JSON.stringify({ host: hostname(), process: -1 }),
      JSON.stringify({ host: hostname(), process: 0 }),
      '[{"host":1}]',
    ];
    const waits = texts.map(async (text) => {
      const path = aLockOf(text, -1e8);
      const told: LockWait[] = [];
      const taking = acquireLock(path, (wait) => told.push(wait));
      // Another machine may hold it for a minute.
      if (text.includes('not-')) await seconds(3.5).then(() => rmSync(path));
      (await taking).release();
      return told.length === 1 && told[0]?.path === path;
    });

    expect(await Promise.all(waits)).toEqual(texts.map(() => true));
  });

  it.each<[string, (path: string) => void]>([
    ['a link to nothing', (path) => symlinkSync('/not/there', path)],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
    ['a pipe', (path) => expect(spawnSync('mkfifo', [path]).status).toBe(0)],
    ['an empty folder', (path) => mkdirSync(path)],
  ])('can be had at once where %s stands in its place, or in that of its turn', async (_what, make) => {
    const [path, held] = [aPath(), aLockOf({ host: hostname(), process: deadProcess(), started: '1' })];
    make(path);
    make(`${held}.turn`);

    expect([await isToBeHad(path), await isToBeHad(held)]).toEqual([true, true]);
    expect([readdirSync(dirname(path)), readdirSync(dirname(held))]).toEqual([[], []]);
  });

  it('is refused where a folder that holds something stands in its place', async () => {
    const path = aPath();
    mkdirSync(join(path, 'somebody’s'), { recursive: true });

    await expect(acquireLock(path, quiet)).rejects.toThrow(path);
    expect(readdirSync(dirname(path))).toEqual(['site.lock']);
  });

  it('whose holder is dead can be had, also where someone died as it took that over', async () => {
    const path = aLockOf({ host: hostname(), process: deadProcess(), started: '1' });
    writeFileSync(`${path}.turn`, '');
    utimesSync(`${path}.turn`, 1, 1);
    const lock = await acquireLock(path, quiet);

    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ process: process.pid });
    lock.release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('is held by one at a time, however many wait in this process', async () => {
    const path = aLockOf({ host: hostname(), process: deadProcess(), started: '1' });
    let holders = 0;
    let most = 0;
    const hold = async (): Promise<void> => {
      const lock = await acquireLock(path, quiet);
      holders += 1;
      most = Math.max(most, holders);
      await new Promise((resolve) => setTimeout(resolve, 5));
      holders -= 1;
      lock.release();
    };
    await Promise.all(Array.from({ length: 8 }, hold));

    expect([most, existsSync(path)]).toEqual([1, false]);
  });

  it('is held by one at a time, however many processes take it over from a dead one', async () => {
    const path = aLockOf({ host: hostname(), process: deadProcess(), started: '1' });
    const log = `${path}.log`;
    writeFileSync(log, '');
    const ends = await Promise.all(Array.from({ length: 4 }, () => holdInAProcess(path, log)));
    const steps = readFileSync(log, 'utf8').trim().split('\n');

    expect(ends).toEqual([0, 0, 0, 0]);
    expect(steps).toHaveLength(4 * 2 * 20);
    for (let index = 0; index < steps.length; index += 2) {
      expect(steps[index + 1]).toBe(steps[index]?.replace('has it', 'gives it back'));
    }
    expect(existsSync(path)).toBe(false);
  });
});

/** When a process started, as the lock notes it; unknown on systems without `/proc`. */
function startOf(id: number): string | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
}

/** Takes and gives back a lock twenty times in a process of its own, which notes when it has it. */
function holdInAProcess(path: string, log: string): Promise<number | null> {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { acquireLock } from ${JSON.stringify(pathToFileURL(join(PROGRAM, 'src/disk/lock.ts')).href)};
    for (let time = 0; time < 20; time += 1) {
      const lock = await acquireLock(${JSON.stringify(path)}, () => {});
      appendFileSync(${JSON.stringify(log)}, process.pid + ' has it\\n');
      await new Promise((resolve) => setTimeout(resolve, 3));
      appendFileSync(${JSON.stringify(log)}, process.pid + ' gives it back\\n');
      lock.release();
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  `;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const running = spawn(process.execPath, args, { cwd: PROGRAM, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => running.on('close', resolve));
}
