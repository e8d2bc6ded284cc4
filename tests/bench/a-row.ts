import type { Row } from './summarise.ts';

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
