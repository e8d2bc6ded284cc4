import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileState } from '../../../src/disk/files.ts';
import { type FolderRow, type OutputFile, OutputIndex, UNKNOWN } from '../../../src/build/cache/output-index.ts';
import { plainRows, Table } from '../../../src/build/cache/table.ts';
import { fingerprintOf } from '../../../src/plan/fingerprint.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { tries } from '../../tries.ts';

const root = temporaryFolder();
const STATE: FileState = [1, 2, 3, 4];

function aFile(path: string, text = path): OutputFile {
  return { path, fingerprint: `of ${text}`, content: fingerprintOf(text), state: STATE };
}

function anIndex(...paths: readonly string[]): OutputIndex {
  const index = new OutputIndex(new Table<FolderRow>(join(root, 'never'), '1', plainRows()));
  for (const path of paths) index.set(aFile(path));
  return index;
}

function foldersOf(index: OutputIndex): Readonly<Record<string, number>> {
  return Object.fromEntries([...index.folders()].map(([folder, [modified]]) => [folder, modified]));
}

describe('the index of an output', () => {
  it('has each file by its path', () => {
    const index = anIndex('index.html', 'news/index.html', 'news/a.html');

    expect(index.get('news/index.html')).toEqual(aFile('news/index.html'));
    expect(index.get('index.html')).toEqual(aFile('index.html'));
    expect([index.get('news'), index.get('a.html'), index.get('news/b.html')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([...index.files()].map(({ path }) => path).sort()).toEqual(['index.html', 'news/a.html', 'news/index.html']);
  });

  it('has one row for a file, until that is set again', () => {
    const index = anIndex('index.html', 'news/a.html');
    const row = index.rowOf('news/a.html');

    expect([index.rowOf('news/a.html'), index.rowOf('a.html')]).toEqual([row, undefined]);
    expect(index.rowOf('news/a.html')).toBe(row);
    expect([...index.rows()].map(([path, known]) => [path(), known === index.rowOf(path())]).sort()).toEqual([
      ['index.html', true],
      ['news/a.html', true],
    ]);
  });

  it('has the newest of what was said of a file', () => {
    const index = anIndex('a/x.html');
    index.set(aFile('a/x.html', 'changed'));

    expect([...index.files()]).toEqual([aFile('a/x.html', 'changed')]);
  });

  it('has every folder in which there is a file, also where another folder is between', () => {
    expect(Object.keys(foldersOf(anIndex('2026/11/23/a/index.html'))).sort()).toEqual([
      '.',
      '2026',
      '2026/11',
      '2026/11/23',
      '2026/11/23/a',
    ]);
  });

  it.each<[string, (index: OutputIndex) => void, readonly string[]]>([
    ['a file is set in it', (index) => index.set(aFile('a/b/x.html', 'changed')), ['a/b']],
    ['a file is added to it', (index) => index.set(aFile('a/y.html')), ['a']],
    ['a folder is added to it', (index) => index.set(aFile('a/c/y.html')), ['a', 'a/c']],
    ['several are', (index) => index.set(aFile('a/c/d/e/y.html')), ['a', 'a/c', 'a/c/d', 'a/c/d/e']],
    ['a file or a folder may have been removed from it', (index) => index.delete('a/b/x.html'), ['.', 'a', 'a/b']],
    ['it is asked for', (index) => index.lookAgainAt('a/b'), ['.', 'a', 'a/b']],
  ])('asks for a folder to be looked at where %s', (_what, change, unknown) => {
    const index = anIndex('index.html', 'a/b/x.html', 'z/z.html');
    for (const folder of ['.', 'a', 'a/b', 'z']) index.setFolder(folder, 5);
    change(index);
    const asked = Object.entries(foldersOf(index)).filter(([, modified]) => modified === UNKNOWN);

    expect(asked.map(([folder]) => folder).sort()).toEqual(unknown);
  });

  it('keeps the files of a folder when that was looked at, and forgets them when it is gone', () => {
    const index = anIndex('a/x.html', 'a/y.html');
    index.setFolder('a', 7);
    expect([...index.files()]).toHaveLength(2);

    index.setFolder('a', undefined);
    expect([[...index.files()], foldersOf(index)]).toEqual([[], { '.': UNKNOWN }]);
  });

  it.each([0, 49, 50, 200])('is what a map is, also where a folder has %i more files', (more) => {
    const names = ['a', 'b', 'index.html', ...Array.from({ length: more }, (_, number) => `${number}.html`)];
    const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const step = fc.record({ kind: fc.constantFrom('set', 'set', 'delete'), path, text: fc.constantFrom('x', 'y') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150, size: 'max' }), (steps) => {
        const first = names.slice(3).flatMap((name) => [name, `a/${name}`]);
        const index = anIndex(...first);
        const map = new Map(first.map((name) => [name, aFile(name)]));
        for (const one of steps) {
          if (one.kind === 'set') {
            index.set(aFile(one.path, one.text));
            map.set(one.path, aFile(one.path, one.text));
          } else {
            index.delete(one.path);
            map.delete(one.path);
          }
        }

        expect(new Map([...index.files()].map((file) => [file.path, file]))).toEqual(map);
        for (const [name, file] of map) expect(index.get(name)).toEqual(file);
      }),
      { numRuns: tries(40) },
    );
  });
});
