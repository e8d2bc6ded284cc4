import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileTo } from '../../src/build/program/bundle.js';
import { compile, fingerprintOfSources } from '../../src/build/program/compile.js';
import { takeOver } from '../../src/build/program/compiled-apart.js';
import { codeVersion, versionOf as versionOfInputs } from '../../src/build/program/compiled-version.js';
import { usesOfLayouts } from '../../src/build/program/layouts-apart.js';
import { PROGRAM } from '../../src/disk/project.ts';
import { filesIn } from '../../src/disk/files.ts';
import { lendEleventy } from '../build/program/lend-eleventy.ts';
import { temporaryFolder } from '../build/temporary-folder.ts';

interface Version {
  readonly program: string;
  readonly apart: string;
  readonly layouts: Readonly<Record<string, string>>;
  readonly allLayouts: string;
}

/** A copy of the project at another path, with other times. */
function aCopy(): string {
  const copy = temporaryFolder();
  for (const name of ['.eleventy.ts', 'layouts', 'package.json', 'package-lock.json', 'src', 'tsconfig.json']) {
    cpSync(join(PROGRAM, name), join(copy, name), { recursive: true });
  }
  linkPackages(copy);
  return copy;
}

function linkPackages(copy: string): void {
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(PROGRAM, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(PROGRAM, 'node_modules', name), join(copy, 'node_modules', name));
  }
}

const compileIn = (project: string): Promise<string> => compile({ program: project, newsroom: project });

async function versionOf(project: string): Promise<Version> {
  return JSON.parse(readFileSync(join(await compileIn(project), 'version.json'), 'utf8')) as Version;
}

/** Writes a line behind a source file, which changes nothing of what it does, for as long as something is done. */
async function withChanged<Value>(file: string, act: () => Value | Promise<Value>): Promise<Value> {
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, `${before}\n`);
  try {
    return await act();
  } finally {
    writeFileSync(file, before);
  }
}

/** What differs between two versions: `program`, `allLayouts`, and names of layouts. */
function changedIn(one: Version, other: Version): readonly string[] {
  const flat = ({ program, apart, allLayouts, layouts }: Version): Record<string, string> => ({
    ...{ program, apart, allLayouts },
    ...layouts,
  });
  const [before, after] = [flat(one), flat(other)];
  return Object.keys({ ...before, ...after })
    .filter((name) => before[name] !== after[name])
    .sort();
}

describe('a compiled program', () => {
  const project = aCopy();
  lendEleventy(project);
  const topic = join(project, 'layouts/topic.tsx');
  writeFileSync(topic, `import './parts/of-topics.tsx';\n${readFileSync(topic, 'utf8')}`);
  writeFileSync(join(project, 'layouts/parts/of-topics.tsx'), "export const ONLY = 'here';\n");
  const layouts = readdirSync(join(project, 'layouts'))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => name.slice(0, -'.tsx'.length))
    .sort();

  let first: Version;
  /** Of the version itself, for a line more imports nothing: so the project is compiled once for all changes. */
  let versionNow: () => Omit<Version, 'apart'>;
  let inputs: readonly string[];
  beforeAll(async () => {
    const folders = { program: project, newsroom: project };
    first = await versionOf(project);
    const { code, layouts: ofLayouts } = await compileTo(temporaryFolder(), folders, { apart: first.apart });
    const ofCode = code?.inputs ?? {};
    versionNow = () =>
      versionOfInputs(folders, {
        code: codeVersion(project, ofCode, usesOfLayouts(project, ofCode)),
        layouts: ofLayouts.inputs,
        packages: [],
      });
    inputs = Object.keys(ofCode);
  });

  it('is compiled once for the same sources', async () => {
    const folder = await compileIn(project);
    writeFileSync(join(folder, 'witness'), 'x');

    expect(await compileIn(project)).toBe(folder);
    expect(readdirSync(folder)).toContain('witness');
  });

  it('leaves packages that it seldom uses to a file of their own', () => {
    expect(inputs).toEqual(expect.arrayContaining(['apart:linkedom', 'apart-required:temml']));
    for (const name of ['temml', 'parse5', 'linkedom', 'highlight.js'])
      expect(
        inputs.filter((path) => path.includes(`node_modules/${name}/`)),
        name,
      ).toEqual([]);
  });

  it('leaves layouts, and what prints them, to a file of their own', () => {
    expect(inputs).toEqual(expect.arrayContaining(['layouts:preact', 'layouts:layouts/directives/box.tsx']));
    expect(inputs.filter((path) => /^layouts\/|node_modules\/preact/.test(path))).toEqual([]);
  });

  it('has a version of each layout', () => {
    expect(Object.keys(first.layouts).sort()).toEqual(layouts);
    expect(new Set(Object.values(first.layouts)).size).toBe(layouts.length);
  });

  it('has the same version for the same sources at another path, with other times', async () => {
    const other = temporaryFolder();
    cpSync(project, other, { recursive: true, verbatimSymlinks: true });
    rmSync(join(other, 'node_modules/.cache'), { recursive: true });
    lendEleventy(other);
    for (const folder of ['src', 'layouts']) {
      for (const path of filesIn(join(other, folder))) utimesSync(join(other, folder, path), 1, 1);
    }

    expect(await versionOf(other)).toEqual(first);
  });

  it.each<[string, readonly string[]]>([
    ['layouts/redirect.tsx', ['allLayouts', 'redirect']],
    ['layouts/parts/of-topics.tsx', ['allLayouts', 'topic']],
    ['layouts/parts/fronts.tsx', ['allLayouts', 'home', 'section']],
    ['layouts/parts/site.tsx', ['allLayouts', ...layouts.filter((name) => name !== 'redirect')]],
    ['layouts/directives/box.tsx', ['allLayouts', 'program']],
    ['layouts/parts/html.tsx', ['allLayouts', 'program', ...layouts].sort()],
    ['layouts/styles/fronts.css', ['allLayouts']],
    ['src/pages/lists/listing.ts', ['program']],
    ['.eleventy.ts', ['program']],
  ])('has a version that changes with %s in nothing but %j, and is compiled anew', async (path, changed) => {
    const folders = { program: project, newsroom: project };
    const sources = fingerprintOfSources(folders);

    await withChanged(join(project, path), () => {
      expect(changedIn(first, { ...first, ...versionNow() })).toEqual(changed);
      expect(fingerprintOfSources(folders)).not.toBe(sources);
    });
  });

  it.each<[string, string, readonly string[]]>([
    ['Eleventy and all code of Broadsheet', 'layouts/redirect.tsx', ['program', 'eleventy', 'packages']],
    ['Eleventy', 'src/pages/lists/listing.ts', ['eleventy', 'packages']],
  ])('has %s from the program that was compiled before, after a change of %s', async (_, path, taken) => {
    // What commands of other tests keep of it meanwhile is not looked at.
    rmSync(join(project, 'node_modules/.cache/broadsheet/lent'), { force: true });
    const before = await compileIn(project);
    const kept = ['program', 'eleventy', 'packages', 'layouts'].map((name) => join(before, `${name}-x64-build.cache`));
    for (const file of kept) writeFileSync(file, 'what V8 made of it');
    const after = await withChanged(join(project, path), () => compileIn(project));
    for (const file of kept) rmSync(file);

    expect(after).not.toBe(before);
    const isTaken = (name: string) => statSync(join(after, name)).ino === statSync(join(before, name)).ino;
    expect(isTaken('program.cjs')).toBe(taken.includes('program'));
    expect(isTaken('layouts.cjs')).toBe(false);
    for (const name of ['bundled-eleventy.cjs', 'bundled-eleventy.cjs.map', 'bundled-packages.cjs', 'seldom.cjs'])
      expect(isTaken(name), name).toBe(true);
    const code = readdirSync(after).filter((name) => name.endsWith('-x64-build.cache'));
    expect(code.sort()).toEqual(taken.map((name) => `${name}-x64-build.cache`).sort());
    if (!taken.includes('program')) return;
    expect(changedIn(first, JSON.parse(readFileSync(join(after, 'version.json'), 'utf8')) as Version)).toEqual([
      'allLayouts',
      'redirect',
    ]);
  });

  it.each<[string, (copy: string) => void]>([
    ['nothing', () => {}],
    ['the lockfile', (copy) => writeFileSync(join(copy, 'package-lock.json'), '\n', { flag: 'a' })],
    ['a file of Eleventy’s', (copy) => changeNote(copy, (files) => ({ ...files, [FILE]: '1 1' }))],
    ['what files there are', (copy) => changeNote(copy, (files) => ({ ...files, 'gone.js': '1 1' }))],
  ])('compiles Eleventy itself after a change of it, here of %s', (what, change) => {
    const copy = temporaryFolder();
    cpSync(join(project, 'package-lock.json'), join(copy, 'package-lock.json'));
    linkPackages(copy);
    lendEleventy(copy);
    change(copy);

    expect(takeOver(temporaryFolder(), copy).apart).toBe(what === 'nothing' ? first.apart : undefined);
  });
});

const FILE = 'node_modules/@11ty/eleventy/src/Eleventy.js';

/** Changes what a project has noted of the files that Eleventy was compiled from, in a folder that nobody else reads. */
function changeNote(project: string, change: (files: Readonly<Record<string, string>>) => object): void {
  const lent = join(project, 'node_modules/.cache/broadsheet/lent');
  const folder = `${lent}-copy`;
  cpSync(lent, folder, { recursive: true, dereference: true });
  rmSync(lent);
  const file = join(folder, 'apart.json');
  const note = JSON.parse(readFileSync(file, 'utf8')) as { readonly files: Readonly<Record<string, string>> };
  expect(note.files).toHaveProperty([FILE]);
  writeFileSync(file, JSON.stringify({ ...note, files: change(note.files) }));
}
