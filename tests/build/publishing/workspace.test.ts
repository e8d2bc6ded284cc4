import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnOutput, makeWorkspace, MARK, MARK_ASSET } from '../../../src/build/publishing/workspace.ts';
import { type Files, temporaryFolder, textsIn, writeTo } from '../temporary-folder.ts';
import { outputPath } from '../../../src/domain/addresses.ts';

describe('a workspace', () => {
  it('has empty folders beside the output, also where there is none yet', () => {
    const around = join(temporaryFolder(), 'not/yet');
    const { site, own, entries } = makeWorkspace(join(around, 'site'));

    for (const folder of [site, own, entries]) expect(readdirSync(folder)).toEqual([]);
    expect(new Set([site, own, entries]).size).toBe(3);
    expect(dirname(dirname(site))).toBe(around);
    expect(statSync(site).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it('leaves nothing behind when it is removed, with or without what was made', () => {
    const around = temporaryFolder();
    const workspace = makeWorkspace(join(around, 'site'));
    writeTo(workspace.site, { 'a/index.html': 'a' });
    workspace.remove();
    workspace.remove();

    expect(readdirSync(around)).toEqual([]);
  });

  it('takes the place of those that builds left which were killed, and of nothing else', () => {
    const around = temporaryFolder({ 'site/index.html': 'a', 'notes.txt': 'x', '.site-building/mine.txt': 'x' });
    writeTo(makeWorkspace(join(around, 'site')).site, { 'index.html': 'b' });
    writeTo(makeWorkspace(join(around, 'other')).site, { 'index.html': 'c' });
    makeWorkspace(join(around, 'site'));
    const names = readdirSync(around);

    expect(names.filter((name) => name.startsWith('.site-building-'))).toHaveLength(1);
    expect(names.filter((name) => name.startsWith('.other-building-'))).toHaveLength(1);
    expect(Object.values(textsIn(around)).sort()).toEqual(['a', 'c', 'x', 'x']);
  });

  it('is on the disk of the output', () => {
    const around = temporaryFolder();
    const output = join(around, 'site');
    mkdirSync(output);

    expect(statSync(makeWorkspace(output).site).dev).toBe(statSync(output).dev);
  });
});

describe('an output', () => {
  it.each<[string, Files, boolean]>([
    ['that is empty', {}, true],
    ['that Broadsheet wrote', { '.broadsheet.txt': 'x', 'a.html': 'a' }, true],
    ['that someone else wrote', { 'a.html': 'a' }, false],
  ])('%s may be written to: %s', (_which, files, isOwn) => {
    expect(isOwnOutput(temporaryFolder(files))).toBe(isOwn);
  });

  it('that is not there may be written to', () => {
    expect(isOwnOutput(join(temporaryFolder(), 'site'))).toBe(true);
  });

  it('may not be a file', () => {
    expect(isOwnOutput(join(temporaryFolder({ a: 'x' }), 'a'))).toBe(false);
  });

  it('is known by a file that is one of its pages', () => {
    expect(outputPath(MARK_ASSET.url)).toBe(MARK);
  });
});
