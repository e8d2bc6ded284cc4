import { describe, expect, it } from 'vitest';
import { apart } from './odd-files.ts';

const group = (...paths: readonly string[]): readonly (readonly string[])[] =>
  apart(paths.map((path, seed) => ({ seed, path, kind: 'a pipe' }))).map((some) => some.map(({ path }) => path));

describe('odd files that one build meets', () => {
  it('are many', () => {
    expect(group('site/a', 'site/b', '.site.lock', 'cache/sources/head', 'cache/state')).toHaveLength(1);
  });

  it.each([
    ['in one place', 'site/a', 'site/a'],
    ['around another', 'site/a/b', 'site/a'],
    ['in one table', 'cache/sources/head', 'cache/sources/1/0'],
  ])('are none %s', (_where, one, other) => {
    expect(group(one, other)).toEqual([[one], [other]]);
  });

  it('are none beside what may be refused', () => {
    const refused = { seed: 1, path: 'cache/lock', kind: 'a full folder' };

    expect(apart([{ seed: 0, path: 'site/a', kind: 'a pipe' }, refused])).toHaveLength(2);
    expect(apart([refused, { seed: 0, path: 'site/a', kind: 'a pipe' }])).toHaveLength(2);
  });
});
