import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isOwnOutput, makeStaging, MARK_PAGE, type Published, publish } from '../../src/eleventy/publish.ts';

const root = mkdtempSync(join(tmpdir(), 'broadsheet-publish-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

const EARLIER = new Date('2020-01-01');

let count = 0;

/** An output with these files, all of them old. */
function anOutput(files: Files | undefined): string {
  count += 1;
  const output = join(root, String(count), 'site');
  mkdirSync(dirname(output), { recursive: true });
  if (files) write(output, files);
  return output;
}

function write(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    utimesSync(join(folder, path), EARLIER, EARLIER);
  }
}

function publishTo(output: string, files: Files): Published {
  const staging = makeStaging(output);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(staging, path)), { recursive: true });
    writeFileSync(join(staging, path), text);
  }
  return publish(staging, output);
}

function everythingIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

describe('publishing', () => {
  it('makes an output where there is none, and leaves nothing beside it', () => {
    const output = anOutput(undefined);
    const published = publishTo(output, { 'index.html': 'a', 'b/index.html': 'b' });

    expect(published).toEqual({ written: ['b/index.html', 'index.html'], unchanged: 0, removed: [] });
    expect(everythingIn(dirname(output))).toEqual(['site', 'site/b', 'site/b/index.html', 'site/index.html']);
  });

  it('leaves what is the same alone, with its time', () => {
    const output = anOutput({ 'a.html': 'a', 'b.html': 'b', 'c.html': 'ccc' });
    const published = publishTo(output, { 'a.html': 'a', 'b.html': 'B', 'c.html': 'c' });

    expect(published).toEqual({ written: ['b.html', 'c.html'], unchanged: 1, removed: [] });
    expect(['a.html', 'b.html'].map((path) => statSync(join(output, path)).mtimeMs === EARLIER.getTime())).toEqual([
      true,
      false,
    ]);
  });

  it('removes what is gone, with the folders that it leaves empty', () => {
    const output = anOutput({ 'a/b/c/x.html': 'x', 'a/b/y.html': 'y', 'a/z.html': 'z', 'd/e/w.html': 'w' });
    const published = publishTo(output, { 'a/z.html': 'z' });

    expect(published).toEqual({ written: [], unchanged: 1, removed: ['a/b/c/x.html', 'a/b/y.html', 'd/e/w.html'] });
    expect(everythingIn(output)).toEqual(['a', 'a/z.html']);
  });

  it.each<[string, Files, Files]>([
    ['a file becomes a folder', { a: 'x' }, { 'a/index.html': 'y' }],
    ['a folder becomes a file', { 'a/b/index.html': 'x', 'a/c.html': 'x' }, { a: 'y' }],
    ['both at once', { a: 'x', 'b/index.html': 'x' }, { 'a/index.html': 'y', b: 'y' }],
    ['a folder in a file’s place', { 'a/b': 'x' }, { 'a/b/c': 'y' }],
  ])('goes on where %s', (_what, before, after) => {
    const output = anOutput(before);
    publishTo(output, after);

    expect(everythingIn(output).filter((path) => statSync(join(output, path)).isFile())).toEqual(
      Object.keys(after).sort(),
    );
    expect(Object.keys(after).map((path) => readFileSync(join(output, path), 'utf8'))).toEqual(Object.values(after));
  });

  it('goes on where an empty folder stands in a file’s place', () => {
    const output = anOutput({ 'x.html': 'x' });
    mkdirSync(join(output, 'a/b'), { recursive: true });
    publishTo(output, { a: 'y', 'x.html': 'x' });

    expect(readFileSync(join(output, 'a'), 'utf8')).toBe('y');
  });

  it('counts its own mark as no page', () => {
    const output = anOutput(undefined);

    expect(publishTo(output, { [MARK_PAGE.url.slice(1)]: 'x', 'a.html': 'a' }).written).toEqual(['a.html']);
  });

  it('is not told apart from nothing where it is done again', () => {
    const output = anOutput(undefined);
    const files = { 'a.html': 'a', 'b/c.html': 'c' };
    publishTo(output, files);

    expect(publishTo(output, files)).toEqual({ written: [], unchanged: 2, removed: [] });
    expect(existsSync(output)).toBe(true);
  });
});

describe('an output', () => {
  it.each<[string, Files | undefined, boolean]>([
    ['that is not there', undefined, true],
    ['that is empty', {}, true],
    ['that Broadsheet wrote', { '.broadsheet.txt': 'x', 'a.html': 'a' }, true],
    ['that someone else wrote', { 'a.html': 'a' }, false],
  ])('%s may be written to: %s', (_which, files, isOwn) => {
    expect(isOwnOutput(anOutput(files))).toBe(isOwn);
  });

  it('may not be a file', () => {
    expect(isOwnOutput(join(anOutput({ a: 'x' }), 'a'))).toBe(false);
  });
});
