import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/build/program/compile.js';
import { PROGRAM } from '../../src/disk/project.ts';
import { filesIn } from '../../src/disk/files.ts';
import { temporaryFolder } from '../build/temporary-folder.ts';

interface Version {
  readonly program: string;
  readonly layouts: Readonly<Record<string, string>>;
  readonly allLayouts: string;
}

/** A copy of the project at another path, with other times. */
function aCopy(): string {
  const copy = temporaryFolder();
  for (const name of ['.eleventy.ts', 'layouts', 'package.json', 'package-lock.json', 'src', 'tsconfig.json']) {
    cpSync(join(PROGRAM, name), join(copy, name), { recursive: true });
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(PROGRAM, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(PROGRAM, 'node_modules', name), join(copy, 'node_modules', name));
  }
  return copy;
}

const compileIn = (project: string): Promise<string> => compile({ program: project, newsroom: project });

async function versionOf(project: string): Promise<Version> {
  return JSON.parse(readFileSync(join(await compileIn(project), 'version.json'), 'utf8')) as Version;
}

/** Writes a line behind a source file, which changes nothing of what it does. */
async function versionWithChanged(project: string, path: string): Promise<Version> {
  const file = join(project, path);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, `${before}\n`);
  try {
    return await versionOf(project);
  } finally {
    writeFileSync(file, before);
  }
}

/** What differs between two versions: `program`, `allLayouts`, and names of layouts. */
function changedIn(one: Version, other: Version): readonly string[] {
  const flat = ({ layouts, ...others }: Version): Record<string, string> => ({ ...others, ...layouts });
  const [before, after] = [flat(one), flat(other)];
  return Object.keys({ ...before, ...after })
    .filter((name) => before[name] !== after[name])
    .sort();
}

describe('a compiled program', () => {
  const project = aCopy();
  const topic = join(project, 'layouts/topic.tsx');
  writeFileSync(topic, `import './parts/of-topics.tsx';\n${readFileSync(topic, 'utf8')}`);
  writeFileSync(join(project, 'layouts/parts/of-topics.tsx'), "export const ONLY = 'here';\n");
  const layouts = readdirSync(join(project, 'layouts'))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => name.slice(0, -'.tsx'.length))
    .sort();

  it('is compiled once for the same sources', async () => {
    const folder = await compileIn(project);
    writeFileSync(join(folder, 'witness'), 'x');

    expect(await compileIn(project)).toBe(folder);
    expect(readdirSync(folder)).toContain('witness');
  });

  it('has a version of each layout', async () => {
    const version = await versionOf(project);

    expect(Object.keys(version.layouts).sort()).toEqual(layouts);
    expect(new Set(Object.values(version.layouts)).size).toBe(layouts.length);
  });

  it('has the same version for the same sources at another path, with other times', async () => {
    const other = temporaryFolder();
    cpSync(project, other, { recursive: true, verbatimSymlinks: true });
    rmSync(join(other, 'node_modules/.cache'), { recursive: true });
    for (const folder of ['src', 'layouts']) {
      for (const path of filesIn(join(other, folder))) utimesSync(join(other, folder, path), 1, 1);
    }

    expect(await versionOf(other)).toEqual(await versionOf(project));
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
  ])('has a version that changes with %s in nothing but %j', async (path, changed) => {
    expect(changedIn(await versionOf(project), await versionWithChanged(project, path))).toEqual(changed);
  });
});
