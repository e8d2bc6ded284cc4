import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('measures a thousand stories five times, unless told otherwise', () => {
  expect(readOptions([]).sizes).toEqual([{ stories: 1000, runs: 5 }]);
});

test('a report is of three sizes', () => {
  expect(readOptions(['--report']).sizes).toEqual([
    { stories: 1000, runs: 5 },
    { stories: 10_000, runs: 3 },
    { stories: 100_000, runs: 1 },
  ]);
});

test('the last number of runs is that of all further sizes', () => {
  expect(readOptions(['--sizes', '10,20,30', '--runs', '4,2']).sizes.map(({ runs }) => runs)).toEqual([4, 2, 2]);
});

test('programs and scenarios keep their order', () => {
  const options = readOptions(['--programs', 'hugo,broadsheet', '--scenarios', 'edited,cold', '--dir', tmpdir()]);
  expect(options).toMatchObject({ programs: ['Broadsheet', 'Hugo'], scenarios: ['cold', 'edited'], dir: tmpdir() });
});

test('says what it expected', () => {
  expect(() => readOptions(['--sizes', 'many'])).toThrow('Unexpected --sizes `many`, expected a whole number above 0');
  expect(() => readOptions(['--programs', 'jekyll'])).toThrow('expected some of broadsheet, hugo, eleventy');
  expect(() => readOptions(['--from', 'results.json'])).toThrow('Unexpected --from, expected --report beside it');
});
