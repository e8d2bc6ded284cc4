import { expect, test } from 'vitest';
import { aRow } from './made-up.ts';
import { cellsOf, printMarkdownTable, printTable, ratiosOf, sayUnfinished } from './tables.ts';

test('words stand on the left of their column and figures on the right', () => {
  expect(printTable(['scenario', 'program', 's'], [['cold', 'Hugo', '10.25']])).toBe(
    'scenario  program      s\ncold      Hugo     10.25\n',
  );
});

test('a table in Markdown says which columns are figures', () => {
  expect(printMarkdownTable(['a', 'b'], [['x', '1']], 1)).toBe('| a | b |\n| --- | --: |\n| x | 1 |\n');
});

test('a row has seconds, megabytes and counts', () => {
  expect(cellsOf(aRow({ seconds: 1.234, memory: 615_400_000, files: 12_513, written: 7, reported: 7 }))).toEqual([
    'cold',
    'Broadsheet',
    '1.23',
    '1.50',
    '615',
    '12,513',
    '7',
    '7',
  ]);
});

test('a build that was stopped says how long it ran, and nothing of its files', () => {
  const row = aRow({ program: 'Eleventy', end: 'stopped', seconds: 600 });
  expect(cellsOf(row)).toEqual(['cold', 'plain Eleventy', 'stopped after 600 s', '1.50', '200', '–', '–', '–']);
  expect(sayUnfinished([row])).toEqual([
    'Plain Eleventy was stopped after 600 s (cold), and took no further part at this size.',
  ]);
});

test('ratios are Broadsheet’s part of the others; of one that was stopped a bound', () => {
  const rows = [
    aRow({ seconds: 1 }),
    aRow({ program: 'Hugo', seconds: 2 }),
    aRow({ program: 'Eleventy', seconds: 100, memory: 400e6, end: 'stopped' }),
  ];
  expect(ratiosOf(rows)).toEqual([['cold', '0.50', 'below 0.010', '1.00', 'below 0.50']]);
});
