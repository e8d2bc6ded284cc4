import { cpSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../../src/disk/files.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { build, type BuildDocument, filesOnDisk } from '../built.ts';
import { built, DRAWING, FILES, NOW, write } from '../built.ts';
import { aNewsroomOnDisk, broadsheetForEach, removeNewsrooms } from '../run.ts';

afterAll(removeNewsrooms);

describe('a build of what was built before', async () => {
  it('writes nothing, and says so', async () => {
    const folder = aNewsroomOnDisk(FILES);
    const first = (await build(folder)).document;
    const before = filesOnDisk(join(folder, '_site'));
    const later = [await build(folder), await build(folder), await build(folder, '--jobs', '3')];

    expect(first).toMatchObject({ rendered: first.changed.length, unchanged: 0, removed: 0 });
    for (const { status, document } of later) {
      expect(status).toBe(0);
      expect(document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
      expect(document.unchanged).toBe(first.rendered);
    }
    expect(filesOnDisk(join(folder, '_site'))).toEqual(before);
  });

  it('says again all that it warns of, to people and to machines', async () => {
    const folder = aNewsroomOnDisk({ ...FILES, 'content/notes.txt': 'x' });
    const documents: BuildDocument[] = [];
    for (let time = 0; time < 3; time += 1) documents.push((await build(folder)).document);
    const reports = (
      await broadsheetForEach(
        folder,
        [1, 2].map(() => ['build', '--now', NOW]),
      )
    ).map(({ stderr }) => stderr);

    expect(documents[0]?.diagnostics.map(({ code }) => code)).toEqual(['body-empty', 'file-misplaced']);
    expect(documents.map(({ diagnostics }) => diagnostics)).toEqual(documents.map(() => documents[0]?.diagnostics));
    expect(reports[0]).toContain('content/notes.txt:1:1 warn');
    expect(reports[1]).toBe(reports[0]);
  });

  it('says again what it holds back', async () => {
    const folder = await built({ ...FILES, 'content/articles/held.md': aStory({ date: '2027-01-01' }) });

    expect((await build(folder)).document.heldBack).toEqual([
      expect.objectContaining({ path: 'content/articles/held.md', reason: 'embargo' }),
    ]);
  });

  it('takes files for the same that were copied or touched', async () => {
    const folder = await built();
    const before = filesOnDisk(join(folder, '_site'));
    cpSync(join(folder, 'content'), join(folder, 'copy'), { recursive: true });
    rmSync(join(folder, 'content'), { recursive: true });
    renameSync(join(folder, 'copy'), join(folder, 'content'));
    for (const path of filesIn(join(folder, 'content'))) utimesSync(join(folder, 'content', path), 1, 1);

    expect((await build(folder)).document).toMatchObject({ rendered: 0, removed: 0, changed: [] });
    expect(filesOnDisk(join(folder, '_site'))).toEqual(before);
  });

  it('tells of a file that it cannot publish, which has come to it since', async () => {
    const folder = await built();
    write(folder, 'content/notes.txt', 'x');
    const told = (await build(folder)).document.diagnostics.map(({ code }) => code);
    rmSync(join(folder, 'content/notes.txt'));
    const toldNoMore = (await build(folder)).document.diagnostics.map(({ code }) => code);

    expect([told, toldNoMore]).toEqual([['body-empty', 'file-misplaced'], ['body-empty']]);
  });

  it('fails where a link out of the content folder has come to it since', async () => {
    const folder = await built();
    write(folder, 'secret.svg', DRAWING);
    symlinkSync('../../secret.svg', join(folder, 'content/media/secret.svg'));

    expect(await build(folder)).toMatchObject({ status: 1, document: { diagnostics: [{}, { code: 'file-outside' }] } });
  });
});
