import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CodeFile, codeFiles, PROJECT, specifiersIn } from './source-tree.ts';

/** A row of the table in `docs/architecture.md`. */
interface Rule {
  /** A file, a folder, or `folder/*​/`: the folders in a folder, but not the files beside them. */
  readonly path: string;
  readonly mayImport: readonly string[];
}

const files = codeFiles();
const rules = readRules();

/** The folders whose files may import Node's own modules. */
const SHELL = ['src/disk', 'src/assets', 'src/eleventy', 'src/build', 'src/preview', 'src/cli'];

/** The folders of the shell, and the file in each that says at its top what the folder may import. */
const OPENING_FILES: Readonly<Record<string, string>> = {
  'src/disk': 'src/disk/walk-content.ts',
  'src/assets': 'src/assets/assets.ts',
  'src/eleventy': 'src/eleventy/configuration.ts',
  'src/build': 'src/build/build.ts',
  'src/build/*/': 'src/build/building.ts',
  'src/preview': 'src/preview/serve-site.ts',
  'src/cli': 'src/cli/main.ts',
};

describe('what may import what', () => {
  it('sees imports in every form, and none in comments', () => {
    const code = [
      '// build/*/: not the beginning of a comment of several lines',
      "import type { A } from './a.ts';",
      "import {\n  b,\n  type C,\n} from '../b.ts';",
      "import './side.ts';",
      "export { d } from './d.ts';",
      "const e = await import('./e.ts');",
      "type F = import('./f.ts').F;",
      "// import { g } from './g.ts';",
      "/** import { h } from './h.ts'; */",
    ].join('\n');

    expect([...specifiersIn(code)].sort()).toEqual(['../b.ts', './a.ts', './d.ts', './e.ts', './f.ts', './side.ts']);
  });

  it('sees the whole tree', () => {
    const imports = files.reduce((sum, file) => sum + file.imports.length, 0);
    const known = new Set(files.map(({ path }) => path));

    expect(files.length).toBeGreaterThan(250);
    expect(imports).toBeGreaterThan(4 * files.length);
    expect(files.filter((file) => ruleOf(file.path) === undefined).map(({ path }) => path)).toEqual([]);
    for (const rule of rules)
      expect(
        files.some(({ path }) => ruleOf(path) === rule),
        rule.path,
      ).toBe(true);
    const unknown = files.flatMap(({ imports: all }) => all.filter((path) => !known.has(path) && isCode(path)));
    expect(unknown).toEqual([]);
  });

  it('allows no import that the table of the architecture does not', () => {
    const forbidden = files.flatMap(({ path, imports }) =>
      imports.filter((imported) => !isAllowed(path, imported)).map((imported) => `${path} imports ${imported}`),
    );

    expect(forbidden, 'docs/architecture.md says what may import what').toEqual([]);
  });

  it('has no rule that nothing needs', () => {
    const unused = rules.flatMap((rule) =>
      rule.mayImport
        .filter((allowed) => {
          const ofRule = files.filter(({ path }) => ruleOf(path) === rule);
          return !ofRule.some(({ imports }) => imports.some((imported) => isBelow(imported, allowed)));
        })
        .map((allowed) => `${rule.path} imports nothing of ${allowed}`),
    );

    expect(unused).toEqual([]);
  });

  it('keeps the disk, threads and the clock of Node to the shell', () => {
    const importers = files.filter(({ packages }) => packages.some(isOfMachine));

    expect(importers.length).toBeGreaterThan(30);
    expect(importers.map(({ path }) => path).filter((path) => !SHELL.some((folder) => isBelow(path, folder)))).toEqual(
      [],
    );
  });

  it('has no two files that import each other, types included, however far apart', () => {
    expect(cyclesIn(files)).toEqual([]);
    const [a, b, c] = ['a.ts', 'b.ts', 'c.ts'];
    const circle = [
      { path: a, imports: [b], packages: [] },
      { path: b, imports: [c], packages: [] },
      { path: c, imports: [a], packages: [] },
    ];
    expect(cyclesIn(circle)).toHaveLength(1);
  });

  it.each(Object.entries(OPENING_FILES))('says at the top of a file of %s what that may import', (folder, file) => {
    const opening = readFileSync(join(PROJECT, file), 'utf8').split('\n\n')[0] ?? '';
    const said = [...(/May import: (.+)\.$/.exec(opening.replace(/\n\/\/ /g, ' '))?.[1] ?? '').matchAll(/[\w./-]+/g)];
    const rule = rules.find(({ path }) => path === folder);

    expect(said.map(([name]) => `src/${name}`).sort()).toEqual([...(rule?.mayImport ?? [])].sort());
  });
});

function readRules(): readonly Rule[] {
  const table = readFileSync(join(PROJECT, 'docs/architecture.md'), 'utf8');
  return [...table.matchAll(/^\| `([^`]+)` \|[^|]*\|([^|]*)\|$/gm)].map(([, path = '', allowed = '']) => ({
    path,
    mayImport: [...allowed.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  }));
}

/** The rule of a file: that of the longest path that it is below. */
function ruleOf(path: string): Rule | undefined {
  return rules.filter((rule) => isBelow(path, rule.path)).sort((one, other) => other.path.length - one.path.length)[0];
}

function isBelow(path: string, place: string): boolean {
  if (place.endsWith('/*/')) {
    const folder = place.slice(0, -2);
    return path.startsWith(folder) && path.slice(folder.length).includes('/');
  }
  return path === place || path.startsWith(`${place}/`);
}

function isAllowed(path: string, imported: string): boolean {
  const rule = ruleOf(path);
  if (!rule) return false;
  return ruleOf(imported) === rule || rule.mayImport.some((allowed) => isBelow(imported, allowed));
}

/** Whether a module is one of Node's that can look at something outside the program. */
function isOfMachine(name: string): boolean {
  return name.startsWith('node:') && name !== 'node:crypto';
}

function isCode(path: string): boolean {
  return /\.(?:ts|tsx|js)$/.test(path) && !path.endsWith('.d.ts');
}

/** Groups of files each of which can be reached from each other of its group (R. Tarjan's algorithm). */
function cyclesIn(all: readonly CodeFile[]): readonly (readonly string[])[] {
  const importsOf = new Map(all.map(({ path, imports }) => [path, imports]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string): void => {
    order.set(path, order.size);
    lowest.set(path, order.get(path) ?? 0);
    open.push(path);
    for (const imported of importsOf.get(path) ?? []) {
      if (!importsOf.has(imported)) continue;
      if (!order.has(imported)) visit(imported);
      else if (!open.includes(imported)) continue;
      lowest.set(path, Math.min(lowest.get(path) ?? 0, lowest.get(imported) ?? 0));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const group = open.splice(open.indexOf(path));
    if (group.length > 1) cycles.push(group.sort());
  };
  for (const { path } of all) if (!order.has(path)) visit(path);
  return cycles;
}
