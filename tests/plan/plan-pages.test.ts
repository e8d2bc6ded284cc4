import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/plan/fingerprint.ts';
import { type Known, planPages, type WantedFiles } from '../../src/plan/plan-pages.ts';

/** A file that an earlier build wrote. */
interface AFile {
  readonly madeOf: string;
}

/** Files that are to be, each made of a text. */
function wanted(files: Readonly<Record<string, string>>): WantedFiles {
  return { paths: Object.keys(files), fingerprints: Object.values(files).map((text) => fingerprintOf(text)) };
}

/** Files as an earlier build left them; those that are named were spoilt since. */
function known(files: Readonly<Record<string, string>>, spoilt: readonly string[] = []): Known<AFile> {
  const written = new Map(Object.entries(files).map(([path, madeOf]) => [path, { madeOf }]));
  return {
    fileAt: (path) => written.get(path),
    files: () => [...written].map(([path, file]) => [() => path, file] as const),
    fingerprintOf: (file) => fingerprintOf(file.madeOf),
    isIntact: (path) => !spoilt.includes(path),
  };
}

describe('a page', () => {
  it.each<[string, Known<AFile>, boolean]>([
    ['of which nothing is known', known({}), true],
    ['that was made of the same', known({ a: 'x' }), false],
    ['that was made of something else', known({ a: 'y' }), true],
    ['that was made of the same, but spoilt', known({ a: 'x' }, ['a']), true],
    ['whose neighbour was spoilt', known({ a: 'x', b: 'x' }, ['b']), false],
  ])('%s is stale: %s', (_which, before, isStale) => {
    const { stale, fresh } = planPages(wanted({ a: 'x' }), before);

    expect(stale).toEqual(isStale ? [0] : []);
    expect(fresh).toBe(isStale ? 0 : 1);
  });

  it.each<[string, string, string, boolean]>([
    ['the same end', '~mark', '~mark', false],
    ['another end', '~mark', '~other', true],
    ['an end now', '', '~mark', true],
    ['no end any more', '~mark', '', true],
    ['no end, as before', '', '', false],
  ])('whose rest must be as it was, and that has %s, is stale: %4$s', (_which, before, now, isStale) => {
    const file = { madeOf: 'x' };
    const { stale } = planPages(
      { paths: ['a'], fingerprints: [now] },
      { ...known({ a: 'x' }), fileAt: () => file, fingerprintOf: () => `${fingerprintOf('x')}${before}` },
    );

    expect(stale).toEqual(isStale ? [0] : []);
  });

  it('is gone if it was there and is to be no more, also where it was spoilt', () => {
    const { gone } = planPages(wanted({ b: 'x' }), known({ a: 'x', b: 'x', c: 'x' }, ['c']));

    expect(gone).toEqual(['a', 'c']);
  });

  it('is never two of stale, fresh and gone', () => {
    const paths = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const files = fc.dictionary(paths, fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(files, files, fc.uniqueArray(paths), (now, before, spoilt) => {
        const { stale, fresh, gone } = planPages(wanted(now), known(before, spoilt));

        expect(stale.length + fresh).toBe(Object.keys(now).length);
        expect(gone).toEqual(Object.keys(before).filter((path) => !(path in now)));
      }),
    );
  });
});
