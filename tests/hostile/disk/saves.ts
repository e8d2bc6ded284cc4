import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../../bench/corpus.ts';
import { aWorkFolder } from '../../work-folder.ts';
import { demandSame, snapshotOf } from '../../engine/builds/snapshot.ts';
import { startBuild } from '../../engine/builds/start-build.ts';
import { aLargeNewsroom } from '../../engine/newsrooms/a-large-newsroom.ts';
import { entriesIn } from '../../engine/newsrooms/write-files.ts';
import type { HostileKind } from '../kinds.ts';
import { faultOf } from './ended.ts';

const STORIES = 80;

/**
 * Files of the content are saved, replaced, removed and put back while it is built. An input is a save; those of a session, of which one
 * build meets many, are counted together, for when each of them comes no seed says.
 */
export const saves: HostileKind = {
  name: 'saves',
  begin: async () => ({
    faultsOf: (seed) => faultsOfSaves([seed]),
    together: { most: 400, faultsOfAll: faultsOfSaves },
    end: () => {},
  }),
};

async function faultsOfSaves(seeds: readonly number[]): Promise<readonly string[]> {
  const folder = aWorkFolder('saves');
  try {
    const fault = await saveWhileBuilding(folder, seeds);
    return fault === undefined ? [] : [`seeds ${seeds[0]} to ${seeds.at(-1)}: ${fault}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds a newsroom until all saves have come while it was built, and then once without: that must come to the same as a build from nothing. */
async function saveWhileBuilding(folder: string, seeds: readonly number[]): Promise<string | undefined> {
  const { write } = aLargeNewsroom(STORIES, folder);
  const content = join(folder, 'content');
  const files = [...entriesIn(content)].filter(([, entry]) => entry.isFile()).map(([path]) => join(content, path));
  const left = [...seeds];
  while (left.length > 0) {
    // Pages are then made of stories that are not read for that.
    if (new Random(left.length).below(2) === 0) rmSync(join(folder, 'site'), { recursive: true, force: true });
    const building = startBuild(folder, []);
    let isOver = false;
    void building.ended.then(() => (isOver = true));
    while (!isOver) {
      const seed = left.pop();
      if (seed === undefined) break;
      const random = new Random(seed);
      save(random.pick(files), random, files);
      await wait(random.below(20));
    }
    const fault = faultOf(await building.ended, [0, 1]);
    if (fault !== undefined) return fault;
    // What is half written, another text or removed would be an error of the content.
    write();
  }
  const last = faultOf(await startBuild(folder, []).ended, [0]);
  if (last !== undefined) return `after the edits: ${last}`;
  await startBuild(folder, ['--output', 'cold-site', '--cache', 'cold-cache']).ended;
  try {
    demandSame('The output', snapshotOf(join(folder, 'site')), snapshotOf(join(folder, 'cold-site')));
    return undefined;
  } catch (fault) {
    return (fault as Error).message;
  }
}

/** Saves a file as editors do: in its place, or by another one that is renamed; or removes it for a moment; or leaves another text in it. */
function save(path: string, random: Random, files: readonly string[]): void {
  const text = readFileSync(path);
  const kind = random.below(5);
  if (kind === 0) writeFileSync(path, Buffer.concat([text, Buffer.from('\n')]));
  if (kind === 1) {
    writeFileSync(path, text.subarray(0, random.below(text.length + 1)));
    writeFileSync(path, text);
  }
  if (kind === 2) {
    writeFileSync(`${path}~`, text);
    renameSync(`${path}~`, path);
  }
  if (kind === 3) {
    renameSync(path, `${path}~`);
    renameSync(`${path}~`, path);
  }
  // Half of a file, or what was meant for another.
  if (kind === 4) {
    const other =
      random.below(2) === 0 ? text.subarray(0, random.below(text.length + 1)) : readFileSync(random.pick(files));
    writeFileSync(path, other);
  }
}
