import { beforeAll, describe, expect, it } from 'vitest';
import { GROWING_TEXTS } from './growing-texts.ts';
import { MOST_GROWTH } from './measure-growth.ts';
import { type Measured, measureInProcess } from './measured.ts';

let measured: Measured;

beforeAll(async () => {
  measured = await measureInProcess('texts');
});

describe('grows no faster than its text', () => {
  it.each(GROWING_TEXTS.map(({ name }) => name))('%s', (name) => {
    expect(measured[name]).toEqual({ growth: expect.any(Number) });
    expect(measured[name]?.growth).toBeLessThanOrEqual(MOST_GROWTH);
  });
});
