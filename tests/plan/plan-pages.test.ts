import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fingerprint, fingerprintOf } from '../../src/plan/fingerprint.ts';
import { type Known, planPages } from '../../src/plan/plan-pages.ts';

type Item = readonly [item: string, path: string, fingerprint: Fingerprint];

/** A file that an earlier build wrote. */
interface AFile {
  readonly madeOf: string;
}

function anItem(path: string, madeOf: string): Item {
  return [`page ${path}`, path, fingerprintOf(madeOf)];
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
    const { stale, fresh } = planPages([anItem('a', 'x')], before);

    expect([...stale]).toEqual(isStale ? [['page a', fingerprintOf('x')]] : []);
    expect(fresh).toBe(isStale ? 0 : 1);
  });

  it('is gone if it was there and is to be no more, also where it was spoilt', () => {
    const { gone } = planPages([anItem('b', 'x')], known({ a: 'x', b: 'x', c: 'x' }, ['c']));

    expect(gone).toEqual(['a', 'c']);
  });

  it('is never two of stale, fresh and gone', () => {
    const paths = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const files = fc.dictionary(paths, fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(files, files, fc.uniqueArray(paths), (wanted, before, spoilt) => {
        const items = Object.entries(wanted).map(([path, madeOf]) => anItem(path, madeOf));
        const { stale, fresh, gone } = planPages(items, known(before, spoilt));

        expect(stale.size + fresh).toBe(items.length);
        expect(gone).toEqual(Object.keys(before).filter((path) => !(path in wanted)));
      }),
    );
  });
});
