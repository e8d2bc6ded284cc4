import type { Scenario } from '../measuring/scenarios.ts';
import type { ProgramName } from '../sites/program.ts';
import type { Row } from './rows.ts';

/** A goal, and what was measured of it. */
export interface Judged {
  readonly goal: string;
  readonly measured: string;
  /** Nothing where it was not measured, or cannot be told from what was. */
  readonly isMet: boolean | undefined;
}

/** A figure of two rows, and how large it may be. */
interface Goal {
  readonly text: string;
  readonly limit: number;
  readonly of: (find: Find) => Figure | undefined;
}

/** A program that was stopped took at least so long: of its figure only a bound is known. */
interface Figure {
  readonly value: number;
  readonly isUpperBound: boolean;
  readonly unit: '' | ' MB' | ' files';
}

type Find = (stories: number, scenario: Scenario, program: ProgramName) => Row | undefined;

const GOALS: readonly Goal[] = [
  against('1,000 stories, cold: wall time at most 0.8 of Hugo’s', 0.8, 1000, 'Hugo', 'seconds'),
  against('10,000 stories, cold: wall time at most 0.4 of Hugo’s', 0.4, 10_000, 'Hugo', 'seconds'),
  against('10,000 stories, cold: wall time at most 0.25 of plain Eleventy’s', 0.25, 10_000, 'Eleventy', 'seconds'),
  against('10,000 stories, cold: memory at most 0.4 of Hugo’s', 0.4, 10_000, 'Hugo', 'memory'),
  against('100,000 stories, cold: wall time at most 0.3 of Hugo’s', 0.3, 100_000, 'Hugo', 'seconds'),
  {
    text: '100,000 stories, cold: memory at most 1 GB',
    limit: 1000,
    of: (find) => {
      const row = done(find(100_000, 'cold', 'Broadsheet'));
      return row && exact(row.memory / 1e6, ' MB');
    },
  },
  againstCold('100,000 stories, nothing changed: at most 1/20 of its cold build', 1 / 20, 'unchanged'),
  againstCold('100,000 stories, an old one edited: at most 1/15 of its cold build', 1 / 15, 'edited'),
  againstCold('100,000 stories, one of today edited: at most 1/15 of its cold build', 1 / 15, 'today'),
  againstCold('100,000 stories, one published: at most 1/15 of its cold build', 1 / 15, 'published'),
  written('100,000 stories, an old one edited: at most 60 files written', 'edited'),
  written('100,000 stories, one of today edited: at most 60 files written', 'today'),
  written('100,000 stories, one published: at most 60 files written', 'published'),
  sameWritten('an old one edited: as many files written at 100,000 stories as at 1,000, give or take 3', 'edited'),
  sameWritten('one of today edited: as many files written at 100,000 stories as at 1,000, give or take 3', 'today'),
  sameWritten('one published: as many files written at 100,000 stories as at 1,000, give or take 3', 'published'),
  growth('from 10,000 to 100,000 stories, cold: wall time grows at most tenfold', 'seconds'),
  growth('from 10,000 to 100,000 stories, cold: memory grows at most tenfold', 'memory'),
];

/** Holds what was measured against the goals of the project. */
export function judgeGoals(rows: readonly Row[]): readonly Judged[] {
  const find: Find = (stories, scenario, program) =>
    rows.find((row) => row.stories === stories && row.scenario === scenario && row.program === program);
  return GOALS.map(({ text, limit, of }) => {
    const figure = of(find);
    if (figure === undefined) return { goal: text, measured: 'not measured', isMet: undefined };
    const { value, isUpperBound, unit } = figure;
    const printed = unit === '' ? value.toFixed(value < 0.1 ? 3 : 2) : `${value.toFixed(0)}${unit}`;
    return {
      goal: text,
      measured: isUpperBound ? `below ${printed}` : printed,
      isMet: value <= limit || (isUpperBound ? undefined : false),
    };
  });
}

function against(text: string, limit: number, stories: number, program: ProgramName, key: 'seconds' | 'memory'): Goal {
  return {
    text,
    limit,
    of: (find) => {
      const own = done(find(stories, 'cold', 'Broadsheet'));
      const other = find(stories, 'cold', program);
      if (!own || !other || other.end === 'failed') return undefined;
      return { value: own[key] / other[key], isUpperBound: other.end === 'stopped', unit: '' };
    },
  };
}

function againstCold(text: string, limit: number, scenario: Scenario): Goal {
  return {
    text,
    limit,
    of: (find) => exact(ratio(find(100_000, scenario, 'Broadsheet'), find(100_000, 'cold', 'Broadsheet'), 'seconds')),
  };
}

function written(text: string, scenario: Scenario): Goal {
  return {
    text,
    limit: 60,
    of: (find) => exact(done(find(100_000, scenario, 'Broadsheet'))?.written, ' files'),
  };
}

function sameWritten(text: string, scenario: Scenario): Goal {
  return {
    text,
    limit: 3,
    of: (find) => {
      const small = done(find(1000, scenario, 'Broadsheet'));
      const large = done(find(100_000, scenario, 'Broadsheet'));
      return small && large && exact(Math.abs(large.written - small.written), ' files');
    },
  };
}

function growth(text: string, key: 'seconds' | 'memory'): Goal {
  return {
    text,
    limit: 10,
    of: (find) => exact(ratio(find(100_000, 'cold', 'Broadsheet'), find(10_000, 'cold', 'Broadsheet'), key)),
  };
}

function ratio(row: Row | undefined, other: Row | undefined, key: 'seconds' | 'memory'): number | undefined {
  if (row?.end !== 'done' || other?.end !== 'done') return undefined;
  return row[key] / other[key];
}

function done(row: Row | undefined): Row | undefined {
  return row?.end === 'done' ? row : undefined;
}

function exact(value: number | undefined, unit: Figure['unit'] = ''): Figure | undefined {
  return value === undefined ? undefined : { value, isUpperBound: false, unit };
}
