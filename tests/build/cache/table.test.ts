import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRows, Table } from '../../../src/build/cache/table.ts';
import { filesIn } from '../../../src/disk/files.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { tries } from '../../tries.ts';

type Row = readonly [number: number, text: string];

const root = temporaryFolder();
let count = 0;

function aFolder(): string {
  count += 1;
  return join(root, String(count));
}

/** A table that was saved with so many rows, from `key 0` on. */
function saved(folder: string, rows: number, stamp = 'A'): void {
  const table = new Table<Row>(folder, stamp, plainRows());
  for (let number = 0; number < rows; number += 1) table.set(`key ${number}`, [number, 'row']);
  table.save();
}

function rowsIn(folder: string, stamp = 'A'): ReadonlyMap<string, Row> {
  return new Map(new Table<Row>(folder, stamp, plainRows()).entries());
}

/** The files that hold rows. */
function rowFilesOf(folder: string): readonly string[] {
  return filesIn(folder)
    .filter((path) => path !== 'head')
    .map((path) => join(folder, path))
    .sort();
}

describe('a table', () => {
  it('has nothing where nothing was kept', () => {
    const table = new Table<Row>(aFolder(), 'A', plainRows());

    expect([table.size, table.get('a'), [...table.entries()]]).toEqual([0, undefined, []]);
  });

  it('has after saving what it had before', () => {
    const folder = aFolder();
    saved(folder, 3);
    const table = new Table<Row>(folder, 'A', plainRows());

    expect([table.size, table.get('key 2'), table.get('key 3')]).toEqual([3, [2, 'row'], undefined]);
  });

  it.each([
    ['a link', (folder: string) => symlinkSync('/dev/zero', folder)],
    ['an empty folder', (folder: string) => mkdirSync(folder)],
    ['nothing', () => {}],
  ])('is whole again where a process that stays has it, and %s is in the place of its folder', (_, replace) => {
    const folder = aFolder();
    saved(folder, 3);
    const table = new Table<Row>(folder, 'A', plainRows());
    table.set('key 3', [3, 'row']);
    rmSync(folder, { recursive: true });
    replace(folder);
    table.save();

    expect([...rowsIn(folder).keys()].sort()).toEqual(['key 0', 'key 1', 'key 2', 'key 3']);
  });

  it('has nothing where rows that were not read are lost with its folder', () => {
    const folder = aFolder();
    saved(folder, 5_000);
    const table = new Table<Row>(folder, 'A', plainRows());
    table.set('key 3', [7, 'changed']);
    rmSync(folder, { recursive: true });
    table.save();

    expect([...rowsIn(folder)]).toEqual([]);
  });

  it('keeps nothing that was not saved', () => {
    const folder = aFolder();
    saved(folder, 1);
    new Table<Row>(folder, 'A', plainRows()).set('key 0', [7, 'changed']);

    expect(rowsIn(folder).get('key 0')).toEqual([0, 'row']);
  });

  it('has any text for a key', () => {
    const folder = aFolder();
    const keys = ['', '__proto__', 'constructor', '北京', 'a\nb', '\ud800', '.', '../x'];
    const table = new Table<Row>(folder, 'A', plainRows());
    keys.forEach((key, number) => {
      table.set(key, [number, key]);
    });
    table.save();

    expect([...rowsIn(folder).keys()].sort()).toEqual([...keys].sort());
  });

  it('is empty for another stamp, also where that one is saved', () => {
    const folder = aFolder();
    saved(folder, 900);

    expect(rowsIn(folder, 'B').size).toBe(0);
    new Table<Row>(folder, 'B', plainRows()).save();
    expect(rowsIn(folder, 'A').size).toBe(0);
    expect(rowsIn(folder, 'B').size).toBe(0);
  });

  it('has only the rows of the new stamp when files of the old one had the same number', () => {
    const folder = aFolder();
    saved(folder, 900, 'A');
    saved(folder, 901, 'B');

    expect([rowsIn(folder, 'A').size, rowsIn(folder, 'B').size]).toEqual([0, 901]);
  });

  it('writes only the file of a row that changed', () => {
    const folder = aFolder();
    saved(folder, 5_000);
    const before = rowFilesOf(folder).map((path) => statSync(path).ino);
    const table = new Table<Row>(folder, 'A', plainRows());
    table.set('key 7', [7, 'changed']);
    table.delete('no such key');
    table.save();
    const after = rowFilesOf(folder).map((path) => statSync(path).ino);

    expect(before.length).toBeGreaterThan(8);
    expect(after.filter((inode, index) => inode !== before[index])).toHaveLength(1);
    expect(rowsIn(folder).size).toBe(5_000);
  });

  it('writes nothing where nothing changed', () => {
    const folder = aFolder();
    saved(folder, 2_000);
    const before = filesIn(folder).map((path) => statSync(join(folder, path)).ino);
    new Table<Row>(folder, 'A', plainRows()).save();

    expect(filesIn(folder).map((path) => statSync(join(folder, path)).ino)).toEqual(before);
  });

  it('has more files the more rows it has, and fewer when they are gone', () => {
    const folder = aFolder();
    const filesWith = (rows: number): number => {
      const table = new Table<Row>(folder, 'A', plainRows());
      for (const key of [...table.entries()].map(([name]) => name)) table.delete(key);
      for (let number = 0; number < rows; number += 1) table.set(`key ${number}`, [number, 'row']);
      table.save();
      expect(rowsIn(folder).size).toBe(rows);
      return rowFilesOf(folder).length;
    };

    expect([0, 10, 400, 401, 3_000, 1_500, 700, 20].map(filesWith)).toEqual([1, 1, 1, 2, 8, 8, 8, 1]);
    expect(readdirSync(folder).sort()).toEqual(['1', 'head']);
  });

  it('can be saved again when it has got another number of files', () => {
    const folder = aFolder();
    saved(folder, 1);
    const table = new Table<Row>(folder, 'A', plainRows());
    for (let number = 1; number <= 400; number += 1) table.set(`key ${number}`, [number, 'row']);
    table.save();
    table.delete('key 0');
    table.save();

    expect([rowsIn(folder).size, rowsIn(folder).has('key 0')]).toEqual([400, false]);
  });

  it('loses the rows of a damaged file, and no others', () => {
    const folder = aFolder();
    saved(folder, 3_000);
    const [damaged = '', short = '', gone = ''] = rowFilesOf(folder);
    writeFileSync(damaged, `${'0'.repeat(32)}\n[]`);
    truncateSync(short, statSync(short).size - 1);
    rmSync(gone);
    const rows = rowsIn(folder);

    expect(rows.size).toBeGreaterThan(1_500);
    expect(rows.size).toBeLessThan(2_500);
    for (const [key, [number]] of rows) expect(key).toBe(`key ${number}`);
  });

  it('says whether all is there, and is whole again when it was saved', () => {
    const folder = aFolder();
    saved(folder, 3_000);
    const isWhole = (): boolean => {
      const table = new Table<Row>(folder, 'A', plainRows());
      const rows = [...table.entries()].length;
      table.save();
      return table.isWhole && rows > 0;
    };
    const whole = isWhole();
    rmSync(rowFilesOf(folder)[2] ?? '');

    expect([whole, isWhole(), isWhole()]).toEqual([true, false, true]);
    expect(new Table<Row>(aFolder(), 'A', plainRows()).isWhole).toBe(true);
  });

  it('can be saved over damaged files', () => {
    const folder = aFolder();
    saved(folder, 3_000);
    for (const path of filesIn(folder)) writeFileSync(join(folder, path), 'nonsense');
    saved(folder, 3_000);

    expect(rowsIn(folder).size).toBe(3_000);
  });

  it('is empty where nobody can say how it lies on disk', () => {
    const folder = aFolder();
    saved(folder, 10);
    writeFileSync(join(folder, 'head'), '{}');

    expect(rowsIn(folder).size).toBe(0);
  });

  it('is what a map is, however often it is saved and loaded', () => {
    const key = fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.string());
    // JSON has no -0.
    const row = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), key, row }),
      fc.record({ kind: fc.constant('delete' as const), key }),
      fc.record({ kind: fc.constant('fill' as const), from: fc.nat(900), rows: fc.nat(900) }),
      fc.record({ kind: fc.constant('empty' as const), from: fc.nat(900), rows: fc.nat(900) }),
      fc.record({ kind: fc.constant('save' as const) }),
      fc.record({ kind: fc.constant('reload' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const folder = aFolder();
        const map = new Map<string, unknown>();
        let table = new Table<unknown>(folder, 'A', plainRows());
        for (const one of steps) {
          if (one.kind === 'save' || one.kind === 'reload') table.save();
          if (one.kind === 'reload') table = new Table(folder, 'A', plainRows());
          if (one.kind === 'set') for (const it of [map, table]) it.set(one.key, one.row);
          if (one.kind === 'delete') for (const it of [map, table]) it.delete(one.key);
          if (one.kind === 'fill' || one.kind === 'empty') {
            for (let number = one.from; number < one.from + one.rows; number += 1) {
              for (const it of [map, table]) {
                if (one.kind === 'fill') it.set(`key ${number}`, number);
                else it.delete(`key ${number}`);
              }
            }
          }
        }
        const keys = [...map.keys(), 'key 1', 'never'];
        expect(keys.map((name) => table.get(name))).toEqual(keys.map((name) => map.get(name)));
        table.save();
        const reloaded = new Table<unknown>(folder, 'A', plainRows());

        expect(table.size).toBe(map.size);
        expect(new Map(table.entries())).toEqual(map);
        expect(new Map(reloaded.entries())).toEqual(map);
        rmSync(folder, { recursive: true, force: true });
      }),
      { numRuns: tries(60) },
    );
  });
});
