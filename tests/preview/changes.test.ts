import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { SavedChanges } from '../../src/preview/changes.ts';

/** Updates that a test lets go on one by one. */
function taken(): { readonly updates: SavedChanges; readonly lots: string[][]; readonly release: () => void } {
  const lots: string[][] = [];
  let release = (): void => {};
  const updates = new SavedChanges((paths) => {
    lots.push(paths ? [...paths].sort() : ['anything']);
    return new Promise((resolve) => {
      release = resolve;
    });
  });
  return { updates, lots, release: () => release() };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}

it('takes changes that come together as one', async () => {
  const { updates, lots } = taken();
  for (const path of ['b', 'a', 'b']) updates.note(path);

  await until(() => lots.length > 0);

  expect(lots).toEqual([['a', 'b']]);
});

it('takes what changes meanwhile when it is done, and not before', async () => {
  const { updates, lots, release } = taken();
  updates.note('a');
  await until(() => lots.length === 1);
  updates.note('b');
  updates.note('c');
  await wait(100);
  expect(lots).toEqual([['a']]);

  release();
  await until(() => lots.length === 2);

  expect(lots[1]).toEqual(['b', 'c']);
});

it('goes on in the midst of changes that do not end', async () => {
  const { updates, lots } = taken();
  const timer = setInterval(() => updates.note('a'), 5);

  await until(() => lots.length > 0);
  clearInterval(timer);

  expect(lots[0]).toEqual(['a']);
});

it('takes everything where anything may have changed', async () => {
  const { updates, lots } = taken();
  updates.note('a');
  updates.note(undefined);

  await until(() => lots.length > 0);

  expect(lots).toEqual([['anything']]);
});

it('takes nothing when it is closed', async () => {
  const { updates, lots } = taken();
  updates.note('a');
  await updates.close();
  updates.note('b');
  await wait(100);

  expect(lots).toEqual([]);
});
