import { describe, expect, it } from 'vitest';
import { findAmong } from './in-halves.ts';

describe('what is wrong among many', () => {
  const INPUTS = [1, 2, 3, 4, 5, 6, 7] as const;

  it('is found by itself', async () => {
    expect(await findAmong(INPUTS, async (some) => some.some((one) => one === 2 || one === 7))).toEqual([[2], [7]]);
  });

  it('is told together where it is wrong together only', async () => {
    expect(await findAmong(INPUTS, async (some) => some.includes(5) && some.includes(7))).toEqual([[5, 6, 7]]);
  });

  it('is not looked for where nothing is', async () => {
    let looked = 0;

    expect(
      await findAmong(INPUTS, async () => {
        looked += 1;
        return false;
      }),
    ).toEqual([]);
    expect(looked).toBe(1);
  });
});
