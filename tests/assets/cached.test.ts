import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cached } from '../../src/assets/cached.ts';
import { PROGRAM } from '../../src/disk/project.ts';

const FOLDER = join(PROGRAM, 'node_modules/.cache/broadsheet-kept');

/** A key that no earlier run of the tests had. */
function freshKey(): readonly unknown[] {
  return ['test', process.pid, performance.now()];
}

describe('a cached value', () => {
  it('is made once for a key', () => {
    const key = freshKey();
    let made = 0;
    const make = (): object => {
      made += 1;
      return { made };
    };
    expect([cached(key, make), cached(key, make), cached([...key, 'other'], make)]).toEqual([
      { made: 1 },
      { made: 1 },
      { made: 2 },
    ]);
  });

  it('is made again where what was cached was cut short', () => {
    const key = freshKey();
    cached(key, () => ({ text: 'first' }));
    const newest = readdirSync(FOLDER)
      .map((name) => join(FOLDER, name))
      .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
      .at(-1);
    writeFileSync(newest ?? '', '{"text":"fi');
    expect(cached(key, () => ({ text: 'second' }))).toEqual({ text: 'second' });
  });

  it('is not kept when it cannot be made', () => {
    const key = freshKey();
    const fail = (): never => {
      throw new Error('no data');
    };
    expect(() => cached(key, fail)).toThrow('no data');
    expect(cached(key, () => 1)).toBe(1);
  });
});
