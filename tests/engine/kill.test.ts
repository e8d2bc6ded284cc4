import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { Random } from '../bench/corpus.ts';
import { aLargeNewsroom } from './newsrooms/a-large-newsroom.ts';
import { aWorkFolder } from '../work-folder.ts';
import { demandSame } from './builds/snapshot.ts';
import { FOLDER, type Snapshot, snapshotOf } from './builds/snapshot.ts';
import { buildInResident, startBuild } from './builds/start-build.ts';
import { IS_NIGHT } from '../at-night.ts';

const STORIES = Number(process.env['KILL_STORIES'] ?? 60);
const KILLS = Number(process.env['KILLS'] ?? (IS_NIGHT ? 16 : 6));
const SEED = Number(process.env['KILL_SEED'] ?? 1);

const { folder, newsroom, write } = aLargeNewsroom(STORIES, aWorkFolder('kill'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a build that is killed', () => {
  it(`leaves whole files behind, and a state that the next build goes on from (${KILLS} kills, seed ${SEED})`, async () => {
    const random = new Random(SEED);
    const titles = ['The Harbour Ledger', 'The Other Ledger'];
    const wanted: Snapshot[] = [];
    for (const title of titles) wanted.push(await coldOutput(title));
    await build();
    let length = await lengthOfBuild();
    let hits = 0;

    for (let kill = 0; kill < KILLS; kill += 1) {
      const isFirstBuild = kill % 5 === 4;
      if (isFirstBuild)
        for (const name of ['site', 'cache']) rmSync(join(folder, name), { recursive: true, force: true });
      const [before = new Map(), after = new Map()] = kill % 2 === 0 ? wanted : [...wanted].reverse();
      setTitle(titles[(kill + 1) % 2] ?? '');
      const moment = Math.round(((kill + random.below(100) / 100) / KILLS) * length * 1.05);
      const finished = await killAfter(moment);
      if (finished === undefined) hits += 1;
      // The machine has less to do than when the length was taken.
      else length = finished;

      demandWhole(isFirstBuild ? new Map() : before, after, moment);
      // What it was told went with it: who names only what changed since has everything looked at, once it had begun.
      const hasBegun = existsSync(join(folder, 'cache/begun'));
      const told = random.pick([[], hasBegun ? ['--changed', 'content/media'] : []]);
      expect(await buildInResident(folder, told), `after ${moment} ms`).toMatchObject({ status: 0 });
      demandSame(`The output after a kill at ${moment} ms`, snapshotOf(join(folder, 'site')), after);
      expect(readdirSync(folder).sort()).toEqual(['cache', 'content', 'site']);
      expect(readdirSync(join(folder, 'cache'))).not.toContain('lock');
    }
    // The others had ended before they were killed.
    expect(hits).toBeGreaterThan(KILLS / 2);
  });
});

function setTitle(title: string): void {
  newsroom.site['title'] = title;
  write();
}

async function coldOutput(title: string): Promise<Snapshot> {
  setTitle(title);
  const ended = await buildInResident(folder, ['--output', 'cold-site', '--cache', 'cold-cache']);
  expect(ended).toMatchObject({ status: 0 });
  const output = snapshotOf(join(folder, 'cold-site'));
  for (const name of ['cold-site', 'cold-cache']) rmSync(join(folder, name), { recursive: true });
  return output;
}

/** How long a build takes that writes every page, in milliseconds; the output is as it was afterwards. */
async function lengthOfBuild(): Promise<number> {
  setTitle('The Harbour Ledger');
  const started = performance.now();
  await build();
  return performance.now() - started;
}

function build(): ReturnType<typeof startBuild>['ended'] {
  return startBuild(folder, ['--jobs', '2']).ended;
}

/** Kills a build after so many milliseconds; returns how many it took if it had ended by then. */
async function killAfter(moment: number): Promise<number | undefined> {
  const started = performance.now();
  const { child, ended } = startBuild(folder, ['--jobs', '2']);
  const took = ended.then(({ signal }) => (signal === 'SIGKILL' ? undefined : performance.now() - started));
  await wait(moment);
  child.kill('SIGKILL');
  return took;
}

/** Every file is as it was or as it will be. */
function demandWhole(before: Snapshot, after: Snapshot, moment: number): void {
  const output = snapshotOf(join(folder, 'site'));
  const isWhole = ([path, content]: readonly [string, string]): boolean =>
    content === FOLDER || content === before.get(path) || content === after.get(path);
  const torn = [...output].filter((file) => !isWhole(file)).map(([path]) => path);
  expect(torn, `after ${moment} ms`).toEqual([]);
}
