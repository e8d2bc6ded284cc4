import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchivesAttack } from './archives.ts';
import { hostileArchives } from './hostile-archive.ts';

let attack: ArchivesAttack;

beforeAll(async () => {
  attack = await ArchivesAttack.begin();
});

afterAll(() => attack.end());

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

describe('an archive of another system', () => {
  it('is moved in without harm, whatever it holds', async () => {
    expect(await attack.faultsOf(SEEDS)).toEqual([]);
  });

  it('mostly brings something of each post', async () => {
    let brought = 0;
    for (const { open, files } of hostileArchives(SEEDS)) brought += (await attack.moveIn(open, files)).written;

    expect(brought).toBeGreaterThan(SEEDS.length);
  });

  it('that is cut short is one by itself', () => {
    const archives = hostileArchives(SEEDS);
    const alone = archives.filter(({ seeds }) => seeds.length === 1);

    expect(archives.flatMap(({ seeds }) => seeds).toSorted((one, other) => one - other)).toEqual(SEEDS);
    expect(archives.length).toBeLessThan(SEEDS.length / 2);
    expect(alone.length).toBeGreaterThan(0);
  });
});
