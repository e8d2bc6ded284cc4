import { describe, expect, it } from 'vitest';
import { logName } from '../../src/build/cache/record-log.ts';

describe('a log of records', () => {
  it('has a name for each thread', () => {
    expect(new Set([0, 1, 2, 11].map((thread) => logName('mb3k-17', thread))).size).toBe(4);
  });

  it('has no longer a name however often it is gone on with', () => {
    let name = 'mb3k-17';
    for (let build = 0; build < 500; build += 1) name = logName(name, 1 + (build % 3));

    expect(name.length).toBeLessThan(20);
  });
});
