import { beforeAll, describe, expect, it } from 'vitest';
import { MEASURED_KINDS } from './growing-newsrooms.ts';
import { growthOf, growthSeenIn, MOST_GROWTH } from './measure-growth.ts';
import { type Measured, measureInProcess } from './measured.ts';

/** How many characters of pages a character of input may make: one topic of a story has a page and three feeds. */
const MOST_OUTPUT = 1000;

let measured: Measured;

beforeAll(async () => {
  measured = await measureInProcess('newsrooms');
});

describe('time and output', () => {
  it.each(MEASURED_KINDS)('grow with their input, and no faster: $name', ({ name }) => {
    expect(measured[name]).toEqual({ growth: expect.any(Number), made: expect.any(Number) });
    expect(measured[name]?.made).toBeLessThan(MOST_OUTPUT);
    expect(measured[name]?.growth).toBeLessThanOrEqual(MOST_GROWTH);
  });
});

describe.each([
  ['the measure of growth', growthOf],
  ['a first look at growth', growthSeenIn],
])('%s', (_what, measure) => {
  const make = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index);
  const sum = (numbers: readonly number[], times: number): number => {
    let all = 0;
    for (let time = 0; time < times; time += 1) for (const number of numbers) all += Math.sqrt(number * time);
    return all;
  };

  it('lets pass what takes time in proportion to its input', () => {
    expect(measure({ size: 3000, make, run: (numbers) => sum(numbers, 1000) })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it('tells what takes time by the square of it, in part', () => {
    const run = (numbers: readonly number[]) => sum(numbers, 250) + sum(numbers, numbers.length / 3);

    expect(measure({ size: 2000, make, run }, [1])).toBeGreaterThan(MOST_GROWTH);
  });
});
