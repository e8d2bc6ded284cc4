import { expect, test } from 'vitest';
import { type Judged, judgeGoals } from './goals.ts';
import { aRow } from './made-up.ts';
import type { Row } from './rows.ts';

test('a goal that was not measured is neither met nor missed', () => {
  expect(judgeGoals([]).every(({ measured, isMet }) => measured === 'not measured' && isMet === undefined)).toBe(true);
});

test('a ratio at its limit is met, and above it is not', () => {
  const hugo = aRow({ program: 'Hugo', seconds: 10 });
  expect(judged('1,000 stories, cold', aRow({ seconds: 8 }), hugo)).toMatchObject({ measured: '0.80', isMet: true });
  expect(judged('1,000 stories, cold', aRow({ seconds: 9 }), hugo)).toMatchObject({ measured: '0.90', isMet: false });
});

test('a program that was stopped can show that a goal is met, never that it is missed', () => {
  const goal = '10,000 stories, cold: wall time at most 0.25 of plain Eleventy’s';
  const stopped = aRow({ stories: 10_000, program: 'Eleventy', end: 'stopped', seconds: 100 });
  const own = (seconds: number): Row => aRow({ stories: 10_000, seconds });
  expect(judged(goal, own(20), stopped)).toMatchObject({ measured: 'below 0.20', isMet: true });
  expect(judged(goal, own(50), stopped)).toMatchObject({ measured: 'below 0.50', isMet: undefined });
});

test('Broadsheet’s own build that failed meets nothing', () => {
  const rows = [aRow({ end: 'failed', seconds: 0.1 }), aRow({ program: 'Hugo', seconds: 10 })];
  expect(judged('1,000 stories, cold', ...rows)).toMatchObject({ measured: 'not measured', isMet: undefined });
});

test('an edit is compared with the cold build of its size', () => {
  const rows = [
    aRow({ stories: 100_000, seconds: 60 }),
    aRow({ stories: 100_000, scenario: 'edited', seconds: 3, written: 4 }),
    aRow({ scenario: 'edited', written: 2 }),
  ];
  expect(judged('100,000 stories, an old one edited: at most 1/15', ...rows)).toMatchObject({
    measured: '0.050',
    isMet: true,
  });
  expect(judged('100,000 stories, an old one edited: at most 60', ...rows)).toMatchObject({
    measured: '4 files',
    isMet: true,
  });
  expect(judged('an old one edited: as many', ...rows)).toMatchObject({ measured: '2 files', isMet: true });
});

test('growth is held against the number of stories', () => {
  const rows = [
    aRow({ stories: 10_000, seconds: 5, memory: 300e6 }),
    aRow({ stories: 100_000, seconds: 51, memory: 900e6 }),
  ];
  expect(judged('from 10,000 to 100,000 stories, cold: wall', ...rows)).toMatchObject({ isMet: false });
  expect(judged('from 10,000 to 100,000 stories, cold: memory', ...rows)).toMatchObject({ isMet: true });
});

/** The judgement of the one goal that starts so. */
function judged(start: string, ...rows: readonly Row[]): Judged | undefined {
  const [first, ...more] = judgeGoals(rows).filter(({ goal }) => goal.startsWith(start));
  expect(more).toEqual([]);
  return first;
}
