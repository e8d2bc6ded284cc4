import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedWithin } from '../../src/disk/changed-paths.ts';
import { type FileState, stateOf } from '../../src/disk/files.ts';
import { type ContentWalk, walkChanged, walkContent } from '../../src/disk/walk-content.ts';
import { temporaryFolder } from '../build/temporary-folder.ts';

const FILES = {
  'content/site.yaml': '',
  'content/articles/2025/a.md': 'A',
  'content/articles/2025/b.md': 'B',
  'content/articles/2026/c.md': 'C',
  'content/media/map.svg': '<svg/>',
};

/** What stands for a file that was not looked at. */
const AS_KNOWN: FileState = [1, 2, 3, 4];

/** Changes a content folder of which everything is known, says what changed (paths from its parent), and walks it. */
function walkAfter(
  change: (folder: string) => void,
  told: readonly string[],
): { readonly walk: ContentWalk; readonly lookedAt: readonly string[]; readonly folder: string } {
  const folder = temporaryFolder(FILES);
  symlinkSync('2025', join(folder, 'content/articles/link'));
  const content = join(folder, 'content');
  const known = new Set(filesOf(walkContent(content)).map(({ path }) => path));
  change(folder);
  const changed = changedWithin(
    content,
    told.map((path) => `${folder}/${path}`),
  );
  if (!changed) throw new Error('Something outside of the content was said to have changed');
  const walk = walkChanged(content, { changed, stateOf: (path) => (known.has(path) ? AS_KNOWN : undefined) });
  const lookedAt = filesOf(walk).flatMap(({ path, state }) =>
    state === AS_KNOWN ? [] : [path.slice('content/'.length)],
  );
  return { walk, lookedAt, folder };
}

function filesOf({ texts, media }: ContentWalk): ContentWalk['texts'] {
  return [...texts, ...media.values()];
}

const nothing = (): void => {};

describe('a walk that is told what changed', () => {
  it('finds all files, and looks at none that did not', () => {
    const { walk, lookedAt, folder } = walkAfter(nothing, []);

    expect(lookedAt).toEqual([]);
    expect(filesOf(walk).map(({ path }) => path)).toEqual(
      filesOf(walkContent(join(folder, 'content'))).map(({ path }) => path),
    );
  });

  it.each<[string, (folder: string) => void, readonly string[], readonly string[]]>([
    ['the files that did', nothing, ['content/articles/2026/c.md'], ['articles/2026/c.md']],
    [
      'all below a folder that did',
      nothing,
      ['content/media/', 'content/articles/2026'],
      ['articles/2026/c.md', 'media/map.svg'],
    ],
    [
      'everything, told of the content folder',
      nothing,
      ['content'],
      Object.keys(FILES)
        .map((path) => path.slice('content/'.length))
        .sort(),
    ],
    ['a file by the path of a link that leads there', nothing, ['content/articles/link/a.md'], ['articles/2025/a.md']],
    ['a file behind `..`', nothing, ['content/media/../articles/2026/c.md'], ['articles/2026/c.md']],
    [
      'a file behind `..` behind a folder that is gone',
      nothing,
      ['content/gone/../articles/2026/c.md'],
      ['articles/2026/c.md'],
    ],
    [
      'a file whose letters are stored otherwise than it was named',
      (folder) => writeFileSync(join(folder, 'content/articles/cafe\u0301.md'), ''),
      ['content/articles/caf\u00e9.md'],
      ['articles/caf\u00e9.md'],
    ],
    [
      'a file that came, also if it was not told',
      (folder) => writeFileSync(join(folder, 'content/articles/2026/d.md'), 'D'),
      [],
      ['articles/2026/d.md'],
    ],
    [
      'a file that was renamed, also if it was not told',
      (folder) => renameSync(join(folder, 'content/articles/2025/a.md'), join(folder, 'content/articles/a2.md')),
      [],
      ['articles/a2.md'],
    ],
    [
      'a folder that was renamed',
      (folder) => renameSync(join(folder, 'content/articles/2026'), join(folder, 'content/articles/2027')),
      [],
      ['articles/2027/c.md'],
    ],
  ])('looks at %s', (_what, change, told, expected) => {
    expect([...walkAfter(change, told).lookedAt].sort()).toEqual([...expected].sort());
  });

  it('looks at all below a link that leads to another folder now', () => {
    const { walk, lookedAt } = walkAfter(
      (folder) => {
        rmSync(join(folder, 'content/articles/2025'), { recursive: true });
        mkdirSync(join(folder, 'content/.kept'));
        writeFileSync(join(folder, 'content/.kept/a.md'), 'another');
        symlinkSync('../.kept', join(folder, 'content/articles/2025'));
      },
      ['content/articles/2025'],
    );

    expect(lookedAt).toEqual(['articles/2025/a.md']);
    expect(walk.texts.map(({ path }) => path)).not.toContain('content/articles/2025/b.md');
  });

  it('finds no file that is gone, told of it or not', () => {
    for (const told of [[], ['content/articles/2026/c.md', 'content/articles/2026/c.md/within']]) {
      const { walk, lookedAt } = walkAfter((folder) => rmSync(join(folder, 'content/articles/2026/c.md')), told);

      expect(walk.texts.map(({ path }) => path)).not.toContain('content/articles/2026/c.md');
      expect(lookedAt).toEqual([]);
    }
  });

  it('tells of what is no file to read, as any walk does', () => {
    const { walk } = walkAfter((folder) => {
      writeFileSync(join(folder, 'content/notes.txt'), '');
      symlinkSync('../..', join(folder, 'content/articles/out'));
    }, []);

    expect(walk.findings.map(({ code }) => code).sort()).toEqual(['file-misplaced', 'file-outside']);
    expect([...walk.outside]).toEqual(['content/articles/out']);
  });

  it.each(['content/.obsidian/workspace.json', 'content/articles/.draft.md.swp'])(
    'passes over what is left alone: %s',
    (path) => {
      const { lookedAt } = walkAfter(
        (folder) => {
          mkdirSync(join(folder, 'content/.obsidian'));
          writeFileSync(join(folder, path), '');
        },
        [path],
      );

      expect(lookedAt).toEqual([]);
    },
  );
});

describe('what is said to have changed', () => {
  it.each([
    ['is another folder', 'layouts/article.tsx'],
    ['lies behind `..`', 'content/../secret.md'],
    ['only begins like the content folder', 'contents/a.md'],
    ['is the folder around', ''],
    ['is a link out of the folder', 'content/out.md'],
    ['lies behind a link out of the folder', 'content/outside/gone.md'],
    ['lies behind `..` behind a link', 'content/outside/../a.md'],
    ['is too long for any system', `content/${'a/'.repeat(40_000)}../../layouts`],
  ])('says nothing of the content where it %s', (_what, path) => {
    const folder = temporaryFolder({ 'content/site.yaml': '', 'secret.md': '', 'elsewhere/within/a.md': '' });
    symlinkSync('../secret.md', join(folder, 'content/out.md'));
    symlinkSync('../elsewhere/within', join(folder, 'content/outside'));

    expect(changedWithin(join(folder, 'content'), [`${folder}/content/site.yaml`, `${folder}/${path}`])).toBe(
      undefined,
    );
  });

  it('is known by its place without links, if the content folder is one', () => {
    const folder = temporaryFolder({ 'kept/articles/a.md': '' });
    symlinkSync('kept', join(folder, 'content'));
    const places = [...(changedWithin(join(folder, 'content'), [`${folder}/content/articles/a.md`]) ?? [])];

    expect(places.map((path) => statSync(path).ino)).toEqual([
      stateOf(statSync(join(folder, 'kept/articles/a.md')))[3],
    ]);
  });

  it('may have any characters', () => {
    const folder = temporaryFolder({ 'content/site.yaml': '' });

    expect(
      changedWithin(join(folder, 'content'), [`${folder}/content/a\0b.md`, `${folder}/content/\ufffd`])?.size,
    ).toBe(2);
  });
});
