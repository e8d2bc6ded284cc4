import { describe, expect, it } from 'vitest';
import { Random } from '../random.ts';
import { growingText } from './growth.ts';

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
