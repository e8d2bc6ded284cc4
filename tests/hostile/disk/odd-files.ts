import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { Random } from '../../bench/corpus.ts';
import { MARK } from '../../../src/build/publishing/workspace.ts';
import { aWorkFolder } from '../../engine/builds/desk.ts';
import { demandSame, type Snapshot, snapshotOf } from '../../engine/builds/snapshot.ts';
import { startBuild } from '../../engine/builds/start-build.ts';
import { aLargeNewsroom } from '../../engine/newsrooms/a-large-newsroom.ts';
import { entriesIn } from '../../engine/newsrooms/write-files.ts';
import type { HostileKind } from '../kinds.ts';
import { faultOf } from './ended.ts';

/** Pipes, devices, links and folders stand in place of locks and of what is in the cache and the output. */
export const oddFiles: HostileKind = {
  name: 'odd-files',
  begin: async () => {
    const folder = aWorkFolder('odd');
    aLargeNewsroom(10, folder);
    await startBuild(folder, []).ended;
    const good = snapshotOf(join(folder, 'site'));
    for (const name of ['site', 'cache']) cpSync(join(folder, name), join(folder, `good-${name}`), { recursive: true });
    return {
      faultsOf: async (seed) => {
        const fault = await putInTheWay(folder, good, new Random(seed));
        return fault === undefined ? [] : [`Seed ${seed}: ${fault}`];
      },
      end: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

/** A build that waits for ever is one that has not ended after so many milliseconds. */
const TOO_LONG = 180_000;

async function putInTheWay(folder: string, good: Snapshot, random: Random): Promise<string | undefined> {
  for (const name of ['site', 'cache']) {
    rmSync(join(folder, name), { recursive: true, force: true });
    cpSync(join(folder, `good-${name}`), join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  const paths = ['site', 'cache'].flatMap((name) =>
    [...entriesIn(join(folder, name)).keys()].map((path) => `${name}/${path}`),
  );
  const locks = ['.site.lock', '.site.lock.turn', 'cache/lock', 'cache/lock.turn'];
  const path = random.pick([random.pick(locks), random.pick(paths.filter((one) => one !== `site/${MARK}`))]);
  const kind = random.pick(Object.keys(ODD));
  const isLock = locks.includes(path);
  if (!isLock && kind.endsWith('lock')) return undefined;
  const target = join(folder, path);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  ODD[kind]?.(target);
  const building = startBuild(folder, []);
  const timer = setTimeout(() => building.child.kill('SIGKILL'), TOO_LONG);
  const ended = await building.ended;
  clearTimeout(timer);
  for (const lock of locks) rmSync(join(folder, lock), { recursive: true, force: true });
  // A folder that holds something may be somebody's: it is refused in place of a lock.
  const fault = faultOf(ended, isLock && kind === 'a full folder' ? [0, 3] : [0]);
  if (fault !== undefined) return `${kind} at ${path}: ${fault}`;
  try {
    demandSame('The output', snapshotOf(join(folder, 'site')), good);
    return undefined;
  } catch (cause) {
    return `${kind} at ${path}: ${(cause as Error).message}`;
  }
}

const YEARS = 1e8;

const ODD: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': (path) => void spawnSync('mkfifo', [path]),
  'a link to a device': (path) => symlinkSync('/dev/zero', path),
  'a link to nothing': (path) => symlinkSync('nowhere', path),
  'a link to itself': (path) => symlinkSync(path, path),
  'an empty folder': (path) => mkdirSync(path),
  'a full folder': (path) => mkdirSync(join(path, 'within'), { recursive: true }),
  'an empty file of years to come': (path) => writeToCome(path, ''),
  'nonsense of years to come': (path) => writeToCome(path, '[{]}'),
  'an old lock': (path) => {
    writeFileSync(path, JSON.stringify({ host: 'elsewhere', process: 1 }));
    utimesSync(path, 1, 1);
  },
  'a dead lock': (path) => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeToCome(path, JSON.stringify({ host: hostname(), process: pid, started: '1' }));
  },
  'a lock of all processes': (path) => writeToCome(path, JSON.stringify({ host: hostname(), process: -1 })),
};

function writeToCome(path: string, text: string): void {
  writeFileSync(path, text);
  const then = Date.now() / 1000 + YEARS;
  utimesSync(path, then, then);
}
