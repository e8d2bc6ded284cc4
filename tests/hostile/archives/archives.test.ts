import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchivesAttack } from './archives.ts';
import { hostileArchive } from './hostile-archive.ts';

let attack: ArchivesAttack;

beforeAll(async () => {
  attack = await ArchivesAttack.begin();
});

afterAll(() => attack.end());

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

describe('an archive of another system', () => {
  it('is moved in without harm, whatever it holds', async () => {
    const faults: string[] = [];
    for (const seed of SEEDS) faults.push(...(await attack.faultsOf(seed)));

    expect(faults).toEqual([]);
  });

  it('mostly brings something', async () => {
    let brought = 0;
    for (const seed of SEEDS) {
      const { open, files } = hostileArchive(seed);
      if ((await attack.moveIn(open, files)).written > 2) brought += 1;
    }

    expect(brought).toBeGreaterThan(5);
  });
});
