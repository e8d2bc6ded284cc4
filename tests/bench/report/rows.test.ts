import { expect, test } from 'vitest';
import { aRun } from './made-up.ts';
import { summarise } from './rows.ts';

test('a row has the medians of its runs', () => {
  const runs = [aRun({ seconds: 3, memory: 10 }), aRun({ seconds: 1, memory: 20 }), aRun({ seconds: 2, memory: 90 })];
  expect(summarise(runs)).toMatchObject([{ runs: 3, seconds: 2, memory: 20 }]);
});

test('of an even number of runs it has the mean of the two in the middle', () => {
  expect(summarise([1, 2, 4, 9].map((seconds) => aRun({ seconds })))).toMatchObject([{ seconds: 3 }]);
});

test('rows come by size, then by scenario, then by program as they ran', () => {
  const runs = [
    aRun({ stories: 10_000 }),
    aRun({ scenario: 'edited' }),
    aRun({ program: 'Broadsheet' }),
    aRun({ program: 'Hugo' }),
  ];
  expect(summarise(runs).map(({ stories, scenario, program }) => [stories, scenario, program])).toEqual([
    [1000, 'cold', 'Broadsheet'],
    [1000, 'cold', 'Hugo'],
    [1000, 'edited', 'Broadsheet'],
    [10_000, 'cold', 'Broadsheet'],
  ]);
});

test('one run that was stopped stands for all', () => {
  const runs = [aRun({ seconds: 5 }), aRun({ seconds: 900, end: 'stopped' })];
  expect(summarise(runs)).toMatchObject([{ runs: 1, end: 'stopped', seconds: 900 }]);
});
