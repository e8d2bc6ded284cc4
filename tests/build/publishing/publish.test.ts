import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARK } from '../../../src/build/publishing/workspace.ts';
import { type AnOutput, anOutput, buildInto, removeOutput, scan } from './an-output.ts';
import { type Files, temporaryFolder, textsIn, writeTo } from '../temporary-folder.ts';
import { tries } from '../../tries.ts';

const EARLIER = new Date('2020-01-01');
const CLEAN = { spoilt: [], strays: [], touched: [], folders: [] };

/** An output with these files, all of them old, of which nothing is known. */
function anUnknownOutput(files: Files): AnOutput {
  const output = anOutput();
  writeTo(output.folder, files);
  age(output, Object.keys(files));
  return output;
}

/** An output as a build left it, all its files old. */
function aBuiltOutput(files: Files): AnOutput {
  const output = anOutput();
  buildInto(output, files);
  age(output, Object.keys(files));
  buildInto(output, files);
  return output;
}

function age({ folder }: AnOutput, paths: readonly string[]): void {
  for (const path of paths) utimesSync(join(folder, path), EARLIER, EARLIER);
}

function isOld({ folder }: AnOutput, path: string): boolean {
  return statSync(join(folder, path)).mtimeMs === EARLIER.getTime();
}

function everythingIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

describe.each([
  ['of which nothing is known', anUnknownOutput],
  ['that an earlier build made', aBuiltOutput],
])('publishing to an output %s', (_which, outputWith) => {
  it('leaves what is the same alone, with its time', () => {
    const output = outputWith({ 'a.html': 'a', 'b.html': 'b', 'c.html': 'ccc' });
    const published = buildInto(output, { 'a.html': 'a', 'b.html': 'B', 'c.html': 'c' });

    expect(published).toEqual({ written: ['b.html', 'c.html'], unchanged: 1, removed: [] });
    expect(['a.html', 'b.html'].map((path) => isOld(output, path))).toEqual([true, false]);
  });

  it('removes what is gone, with the folders that it leaves empty', () => {
    const output = outputWith({ 'a/b/c/x.html': 'x', 'a/b/y.html': 'y', 'a/z.html': 'z', 'd/e/w.html': 'w' });
    const published = buildInto(output, { 'a/z.html': 'z' });

    expect(published).toEqual({ written: [], unchanged: 1, removed: ['a/b/c/x.html', 'a/b/y.html', 'd/e/w.html'] });
    expect(everythingIn(output.folder)).toEqual(['a', 'a/z.html']);
  });

  it.each<[string, Files, Files]>([
    ['a file becomes a folder', { a: 'x' }, { 'a/index.html': 'y' }],
    ['a folder becomes a file', { 'a/b/index.html': 'x', 'a/c.html': 'x' }, { a: 'y' }],
    ['both at once', { a: 'x', 'b/index.html': 'x' }, { 'a/index.html': 'y', b: 'y' }],
    ['a folder in a file’s place', { 'a/b': 'x' }, { 'a/b/c': 'y' }],
  ])('goes on where %s', (_what, before, after) => {
    const output = outputWith(before);
    buildInto(output, after);

    expect(textsIn(output.folder)).toEqual(after);
  });

  it('goes on where an empty folder stands in a file’s place', () => {
    const output = outputWith({ 'x.html': 'x' });
    mkdirSync(join(output.folder, 'a/b'), { recursive: true });
    buildInto(output, { a: 'y', 'x.html': 'x' });

    expect(readFileSync(join(output.folder, 'a'), 'utf8')).toBe('y');
  });

  it('leaves an output of which it knows everything', () => {
    const output = outputWith({ 'a/b/x.html': 'x', 'a/y.html': 'y', 'z.html': 'z' });
    buildInto(output, { 'a/y.html': 'Y', 'b/z.html': 'z' });

    expect(scan(output)).toEqual(CLEAN);
  });

  it('removes links that no build made, and not what they lead to', () => {
    const output = outputWith({ 'a.html': 'a' });
    const other = temporaryFolder({ 'precious.txt': 'x' });
    symlinkSync(other, join(output.folder, 'folder'));
    symlinkSync(join(other, 'precious.txt'), join(output.folder, 'file'));
    symlinkSync('nowhere', join(output.folder, 'nothing'));
    buildInto(output, { 'a.html': 'a' });

    expect(everythingIn(output.folder)).toEqual(['a.html']);
    expect(textsIn(other)).toEqual({ 'precious.txt': 'x' });
  });

  it('puts a file in the place of a link to one that is the same', () => {
    const output = outputWith({ 'a.html': 'a', 'b.html': 'b' });
    renameSync(join(output.folder, 'a.html'), join(output.folder, '../a.html'));
    symlinkSync('../a.html', join(output.folder, 'a.html'));
    buildInto(output, { 'a.html': 'a', 'b.html': 'b' });

    expect(readdirSync(output.folder, { withFileTypes: true }).every((entry) => entry.isFile())).toBe(true);
    expect(scan(output)).toEqual(CLEAN);
  });
});

describe('publishing', () => {
  it('makes an output where there is none, and leaves nothing beside it', () => {
    const output = anOutput();
    const published = buildInto(output, { 'index.html': 'a', 'b/index.html': 'b' });

    expect(published).toEqual({ written: ['b/index.html', 'index.html'], unchanged: 0, removed: [] });
    expect(everythingIn(dirname(output.folder))).toEqual(['site', 'site/b', 'site/b/index.html', 'site/index.html']);
  });

  it('makes an output of an empty folder', () => {
    const output = anUnknownOutput({});
    buildInto(output, { 'index.html': 'a' });

    expect([textsIn(output.folder), scan(output)]).toEqual([{ 'index.html': 'a' }, CLEAN]);
  });

  it('makes an output again that someone removed', () => {
    const output = aBuiltOutput({ 'a/x.html': 'x', 'y.html': 'y' });
    removeOutput(output);
    const published = buildInto(output, { 'a/x.html': 'x' });

    expect(published).toEqual({ written: ['a/x.html'], unchanged: 0, removed: [] });
    expect([textsIn(output.folder), scan(output)]).toEqual([{ 'a/x.html': 'x' }, CLEAN]);
  });

  it('counts its own mark as no page', () => {
    const output = anOutput();

    expect(buildInto(output, { [MARK]: 'x', 'a.html': 'a' }).written).toEqual(['a.html']);
  });

  it('is not told apart from nothing where it is done again', () => {
    const output = anOutput();
    const files = { 'a.html': 'a', 'b/c.html': 'c' };
    buildInto(output, files);

    expect(buildInto(output, files)).toEqual({ written: [], unchanged: 2, removed: [] });
    expect(existsSync(output.folder)).toBe(true);
  });

  it('does not write a file that is made of something else, and the same', () => {
    const output = aBuiltOutput({ 'a.html': 'a' });
    const file = output.index.get('a.html');
    if (file) output.index.set({ ...file, fingerprint: 'of another program' });

    expect(buildInto(output, { 'a.html': 'a' })).toEqual({ written: [], unchanged: 1, removed: [] });
    expect([isOld(output, 'a.html'), scan(output)]).toEqual([true, CLEAN]);
    expect(output.index.get('a.html')?.fingerprint).not.toBe('of another program');
  });

  it('mends what was changed, and says that it wrote it', () => {
    const output = aBuiltOutput({ 'a.html': 'a', 'b.html': 'b', 'c/d.html': 'd', 'e.html': 'e' });
    writeTo(output.folder, { 'a.html': 'A', 'stray.html': 'x', 'c/stray.html': 'x' });
    rmSync(join(output.folder, 'b.html'));
    const published = buildInto(output, { 'a.html': 'a', 'b.html': 'b', 'c/d.html': 'd', 'e.html': 'e' });

    expect(published).toEqual({
      written: ['a.html', 'b.html'],
      unchanged: 2,
      removed: ['c/stray.html', 'stray.html'],
    });
    expect(isOld(output, 'e.html')).toBe(true);
  });

  it('makes of an output what is wanted, whatever it and its folder were before', () => {
    const name = fc.constantFrom('a', 'b', 'index.html');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    const texts = fc.dictionary(path, fc.constantFrom('x', 'y', 'z')).map(withoutConflicts);
    // There is no site without a file.
    const files = texts.map((some): Files => ({ ...some, 'robots.txt': 'x' }));
    const harm = fc.record({ kind: fc.constantFrom('write', 'remove', 'folder', 'link'), path, text: fc.string() });
    fc.assert(
      fc.property(
        fc.array(fc.record({ files, harms: fc.array(harm, { maxLength: 3 }) }), { maxLength: 5 }),
        (builds) => {
          const output = anOutput();
          for (const { files: wanted, harms } of builds) {
            for (const one of harms) doHarm(output.folder, one);
            const before = existsSync(output.folder) ? textsIn(output.folder) : {};
            const { written, unchanged } = buildInto(output, wanted);
            expect(existsSync(output.folder) ? textsIn(output.folder) : {}).toEqual(wanted);
            expect(written.length + unchanged).toBe(Object.keys(wanted).length);
            for (const changed of Object.keys(wanted).filter((file) => before[file] !== wanted[file])) {
              expect(written).toContain(changed);
            }
            // Of folders that someone else made, not all is known at once.
            if (builds.some((build) => build.harms.length > 0)) buildInto(output, wanted);
            expect(scan(output)).toEqual(CLEAN);
          }
          rmSync(dirname(output.folder), { recursive: true });
        },
      ),
      { numRuns: tries(150) },
    );
  });
});

/** No file is where another has a folder. */
function withoutConflicts(files: Files): Files {
  const paths = Object.keys(files);
  const isFolder = (path: string): boolean => paths.some((other) => other.startsWith(`${path}/`));
  return Object.fromEntries(Object.entries(files).filter(([path]) => !isFolder(path)));
}

/** Does what a person may do to a folder; what the disk refuses is not done. */
function doHarm(
  folder: string,
  { kind, path, text }: { readonly kind: string; readonly path: string; readonly text: string },
): void {
  const target = join(folder, path);
  const elsewhere = `${folder}.txt`;
  try {
    if (kind === 'remove') rmSync(target, { recursive: true });
    if (kind === 'folder') mkdirSync(target, { recursive: true });
    if (kind === 'link') {
      writeFileSync(elsewhere, 'x');
      symlinkSync(elsewhere, target);
    }
    if (kind === 'write') {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  } catch {}
}
