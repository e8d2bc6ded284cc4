import { describe, expect, it } from 'vitest';
import { MOST_GROWTH } from './measure-growth.ts';
import { measureInProcess } from './measured.ts';

// What is measured says what there is to measure: here it would be read a second time, by vitest.
const measured = await measureInProcess('texts');

describe('grows no faster than its text', () => {
  it('is measured of all kinds', () => {
    expect(Object.keys(measured).length).toBeGreaterThan(50);
  });

  it.each(Object.keys(measured))('%s', (name) => {
    expect(measured[name]).toEqual({ growth: expect.any(Number) });
    expect(measured[name]?.growth).toBeLessThanOrEqual(MOST_GROWTH);
  });
});
