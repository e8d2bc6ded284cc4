import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a newsroom's own code imports beside layouts, from the folder of Broadsheet. */
const IMPORTED = ['src/build/package/index.ts', 'src/build/package/layouts.ts', 'src/eleventy/eleventy.d.ts'];

/**
 * Writes what a newsroom's own layouts and settings are typed by: declarations of the layouts, of what newsrooms import, and of all that
 * those name.
 *
 * @param dist Absolute path of the folder that gets a folder `types`.
 * @param root Absolute path of the folder of Broadsheet.
 */
export function writeTypes(dist: string, root: string): void {
  const names = readdirSync(join(root, 'layouts'), { recursive: true, encoding: 'utf8' });
  const layouts = names.filter((name) => name.endsWith('.tsx')).map((name) => `layouts/${name}`);
  const files = [...layouts, ...IMPORTED];
  declare(files, { dist, root });
  removeUnnamed(
    join(dist, 'types'),
    files.map((path) => path.replace(/(?:\.d)?\.tsx?$/, '.d.ts')),
  );
}

/** Has the compiler write declarations of these files, and of all that they are made with. */
function declare(files: readonly string[], { dist, root }: { readonly dist: string; readonly root: string }): void {
  const settings = join(dist, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
    rootDir: '..',
    outDir: 'types',
  };
  const paths = files.map((path) => `../${path}`);
  writeFileSync(settings, JSON.stringify({ extends: '../tsconfig.json', compilerOptions, files: paths, include: [] }));
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', settings], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(settings);
  }
}

const RELATIVE = /(?:\bfrom|\bimport\()\s*['"](\.[^'"]+)['"]/g;

/** Removes declarations that none of these names, nor what they name: what functions are made with inside is nobody's to see. */
function removeUnnamed(folder: string, files: readonly string[]): void {
  const named = new Set(files.map((path) => join(folder, path)).filter((path) => !path.endsWith('/eleventy.d.ts')));
  for (const path of named) {
    for (const [, specifier = ''] of readFileSync(path, 'utf8').matchAll(RELATIVE))
      named.add(join(dirname(path), specifier.replace(/(?:\.d)?\.[jt]sx?$/, '.d.ts')));
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !named.has(path)) rmSync(path);
  }
}
