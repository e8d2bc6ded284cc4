import type { Run } from '../measuring/results.ts';
import type { Row } from './rows.ts';

/** A row of the results for a test, with what the test is about. */
export function aRow(row: Partial<Row> = {}): Row {
  return {
    stories: 1000,
    scenario: 'cold',
    program: 'Broadsheet',
    runs: 1,
    end: 'done',
    seconds: 1,
    cpu: 1.5,
    memory: 200e6,
    others: 0,
    files: 3000,
    written: 3000,
    reported: undefined,
    ...row,
  };
}

/** A build that was measured, for a test, with what the test is about. */
export function aRun(run: Partial<Run> = {}): Run {
  return {
    stories: 1000,
    program: 'Broadsheet',
    scenario: 'cold',
    end: 'done',
    seconds: 1,
    cpu: 1.5,
    memory: 200e6,
    others: 0,
    files: 3000,
    html: 2900,
    written: 3000,
    removed: 0,
    reported: undefined,
    ...run,
  };
}
