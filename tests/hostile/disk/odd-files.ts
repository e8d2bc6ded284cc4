import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { Random } from '../../bench/corpus.ts';
import { MARK } from '../../../src/build/publishing/workspace.ts';
import { aWorkFolder } from '../../work-folder.ts';
import { demandSame, type Snapshot, snapshotOf } from '../../engine/builds/snapshot.ts';
import { startBuild } from '../../engine/builds/start-build.ts';
import { aLargeNewsroom } from '../../engine/newsrooms/a-large-newsroom.ts';
import { entriesIn } from '../../engine/newsrooms/write-files.ts';
import { findAmong } from '../in-halves.ts';
import type { HostileKind } from '../kinds.ts';
import { faultOf } from './ended.ts';

/**
 * Pipes, devices, links and folders stand in place of locks and of what is in the cache and the output. An input is one of them; many are met
 * by one build.
 */
export const oddFiles: HostileKind = {
  name: 'odd-files',
  begin: async () => {
    const attack = await OddFilesAttack.begin();
    return {
      faultsOf: (seed) => attack.faultsOf([seed]),
      together: { most: 100, faultsOfAll: (seeds) => attack.faultsOf(seeds) },
      end: () => attack.end(),
    };
  },
};

/** Something odd, and where it is put, from the folder of the newsroom. */
interface OddFile {
  readonly seed: number;
  readonly path: string;
  readonly kind: string;
}

/** A build that waits for ever is one that has not ended after so many milliseconds. */
const TOO_LONG = 180_000;

const LOCKS = ['.site.lock', '.site.lock.turn', 'cache/lock', 'cache/lock.turn'];
/** What is in the cache only while a build works. */
const AT_WORK = ['cache/begun'];
/** A folder that holds something may be somebody's: in place of a lock it is refused, and nothing is built. */
const FULL_FOLDER = 'a full folder';

/** Builds a newsroom that was built before, with something in the way. */
export class OddFilesAttack {
  private readonly folder: string;
  private readonly good: Snapshot;

  private constructor(folder: string) {
    this.folder = folder;
    this.good = snapshotOf(join(folder, 'site'));
    for (const name of ['site', 'cache']) cpSync(join(folder, name), join(folder, `good-${name}`), { recursive: true });
  }

  static async begin(): Promise<OddFilesAttack> {
    const folder = aWorkFolder('odd');
    aLargeNewsroom(10, folder);
    await startBuild(folder, []).ended;
    return new OddFilesAttack(folder);
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async faultsOf(seeds: readonly number[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const some of apart(seeds.map((seed) => this.oddFileOf(seed)))) {
      for (const group of await findAmong(some, async (few) => (await this.faultWith(few)) !== undefined)) {
        const fault = (await this.faultWith(group)) ?? 'is at fault now and then';
        found.push(`seed ${group.map(({ seed }) => seed).join(', ')}: ${fault}`);
      }
    }
    return found;
  }

  /** A lock, a file of the cache, or one of the output, of which there are most. */
  private oddFileOf(seed: number): OddFile {
    const random = new Random(seed);
    const within = (name: string): readonly string[] =>
      [...entriesIn(join(this.folder, `good-${name}`)).keys()].map((path) => `${name}/${path}`);
    const isLock = random.below(8) === 0;
    if (isLock) return { seed, path: random.pick(LOCKS), kind: random.pick(Object.keys(ODD)) };
    const kept = [...within('cache'), ...AT_WORK];
    const paths = random.below(7) === 0 ? kept : within('site').filter((path) => path !== `site/${MARK}`);
    const kind = random.pick(Object.keys(ODD).filter((name) => !name.endsWith('lock')));
    return { seed, path: random.pick(paths), kind };
  }

  /** What goes wrong with a build that meets these, if something does. */
  private async faultWith(oddFiles: readonly OddFile[]): Promise<string | undefined> {
    for (const name of ['site', 'cache']) {
      rmSync(join(this.folder, name), { recursive: true, force: true });
      cpSync(join(this.folder, `good-${name}`), join(this.folder, name), { recursive: true, preserveTimestamps: true });
    }
    for (const { path, kind } of oddFiles) {
      const target = join(this.folder, path);
      rmSync(target, { recursive: true, force: true });
      mkdirSync(dirname(target), { recursive: true });
      ODD[kind]?.(target);
    }
    const building = startBuild(this.folder, []);
    const timer = setTimeout(() => building.child.kill('SIGKILL'), TOO_LONG);
    const ended = await building.ended;
    clearTimeout(timer);
    for (const lock of LOCKS) rmSync(join(this.folder, lock), { recursive: true, force: true });
    const met = oddFiles.map(({ path, kind }) => `${kind} at ${path}`).join(', ');
    const fault = faultOf(ended, oddFiles.some(isRefused) ? [0, 3] : [0]);
    if (fault !== undefined) return `${met}: ${fault}`;
    try {
      demandSame('The output', snapshotOf(join(this.folder, 'site')), this.good);
      return undefined;
    } catch (cause) {
      return `${met}: ${(cause as Error).message}`;
    }
  }
}

/**
 * Groups in which nothing hides another: none stands in the place of another or around it, there is one of each table of the cache, and
 * what may be refused is alone.
 */
export function apart(oddFiles: readonly OddFile[]): readonly (readonly OddFile[])[] {
  const groups: OddFile[][] = [];
  for (const oddFile of oddFiles) {
    const free = isRefused(oddFile)
      ? undefined
      : groups.find((group) => group.every((other) => !isRefused(other) && !areInEachOthersWay(oddFile, other)));
    if (free) free.push(oddFile);
    else groups.push([oddFile]);
  }
  return groups;
}

function isRefused({ path, kind }: OddFile): boolean {
  return LOCKS.includes(path) && kind === FULL_FOLDER;
}

function areInEachOthersWay({ path: one }: OddFile, { path: other }: OddFile): boolean {
  const tableOf = (path: string): string | undefined => /^cache\/(?!lock|pictures\/)[^/]+/.exec(path)?.[0];
  const isSameTable = tableOf(one) !== undefined && tableOf(one) === tableOf(other);
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`) || isSameTable;
}

const YEARS = 1e8;

const ODD: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': (path) => void spawnSync('mkfifo', [path]),
  'a link to a device': (path) => symlinkSync('/dev/zero', path),
  'a link to nothing': (path) => symlinkSync('nowhere', path),
  'a link to itself': (path) => symlinkSync(path, path),
  'an empty folder': (path) => mkdirSync(path),
  [FULL_FOLDER]: (path) => mkdirSync(join(path, 'within'), { recursive: true }),
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
