import { describe, expect, it } from 'vitest';
import { Random } from '../random.ts';
import { growingText } from './growth.ts';
import { growthSeenIn, MOST_GROWTH } from './measure-growth.ts';

describe('a text that grows', () => {
  it('is the same for a seed, and as long as it is to be', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const { what, growing } = growingText(new Random(seed));
      const again = growingText(new Random(seed));
      const length = growing.make(4000).length;

      expect([again.what, again.growing.make(4000)]).toEqual([what, growing.make(4000)]);
      expect(length).toBeGreaterThan(3500);
      expect(length).toBeLessThan(4100);
    }
  });
});

describe('a first look at growth', () => {
  const make = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index);
  const sum = (numbers: readonly number[], times: number): number => {
    let all = 0;
    for (let time = 0; time < times; time += 1) for (const number of numbers) all += Math.sqrt(number * time);
    return all;
  };

  it('lets pass what takes time in proportion to its input', () => {
    expect(growthSeenIn({ size: 3000, make, run: (numbers) => sum(numbers, 1000) })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it('tells what takes time by the square of it, in part', () => {
    const run = (numbers: readonly number[]) => sum(numbers, 250) + sum(numbers, numbers.length / 3);

    expect(growthSeenIn({ size: 2000, make, run }, [1])).toBeGreaterThan(MOST_GROWTH);
  });
});
