import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LIST_FILE, NoteList } from '../../../../src/cli/import/write/note-list.ts';
import { aFolderOf, anArchive, anEntry, importInto, removeFolders } from '../an-archive.ts';

afterAll(removeFolders);

function rowsOf(path: string): readonly (readonly string[])[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

describe('the list of all that an import could not carry', () => {
  it('has each, where the report has twenty of a kind', async () => {
    const entries = Array.from({ length: 25 }, (_, index) =>
      anEntry({ key: `s${index}`, date: undefined, html: '<p>Words.</p>' }),
    );
    const folder = aFolderOf();
    const { report } = await importInto(folder, anArchive({ entries }));
    const rows = rowsOf(join(folder, LIST_FILE));

    expect(report).toContain('- and 5 more, which `import-report.tsv` has\n');
    expect(rows.filter(([, what]) => what === 'story without a date').map((row) => row[2])).toEqual(
      entries.map(({ key }) => `articles/undated/${key}.md`),
    );
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([6]));
  });

  it('is not written where nothing is', async () => {
    const entries = Array.from({ length: 25 }, (_, index) => anEntry({ key: `s${index}`, date: undefined }));
    const folder = aFolderOf();
    const { report } = await importInto(folder, anArchive({ entries }), { isDry: true });

    expect(report).toContain('- and 5 more\n');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has one line for each, whatever it has in it, and nothing that a program for tables would compute', () => {
    const path = join(aFolderOf(), 'list.tsv');
    const list = new NoteList(path);
    const hostile = ['=1+1', '+1', '-1', '@x', 'a\tb\nc\u0000d', 'x'.repeat(5_000)];
    for (const detail of hostile) list.add({ kind: 'lost', what: 'it', advice: 'mend it', detail }, detail, detail);
    list.finish();

    expect(rowsOf(path).map((row) => row[4]?.slice(0, 12))).toEqual([
      'what it was',
      "'=1+1",
      "'+1",
      "'-1",
      "'@x",
      'a b c d',
      'xxxxxxxxxxxx',
    ]);
    expect(readFileSync(path, 'utf8').length).toBeLessThan(5_000);
  });

  it('is whole however long it is, and gone when nothing is left to tell', () => {
    const path = join(aFolderOf(), 'list.tsv');
    const long = new NoteList(path);
    for (let count = 0; count < 2_500; count += 1) long.add({ kind: 'look', what: 'it', advice: '' }, `post ${count}`);
    long.finish();
    const rows = rowsOf(path);
    new NoteList(path).finish();

    expect([rows.length, rows[0]?.[0], rows.at(-1)?.[3]]).toEqual([2_501, 'what became of it', 'post 2499']);
    expect(existsSync(path)).toBe(false);
  });
});
