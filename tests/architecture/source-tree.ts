import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the project with code in it, by its path from the project's folder, and the files and packages it imports. */
export interface CodeFile {
  readonly path: string;
  /** Paths of the project's own files, types included. */
  readonly imports: readonly string[];
  /** Names of packages and of Node's own modules. */
  readonly packages: readonly string[];
}

/** All code of `src/` and `layouts/`, and Eleventy's configuration, but for declarations of foreign types. */
export function codeFiles(): readonly CodeFile[] {
  const paths = [...filesBelow('src'), ...filesBelow('layouts'), '.eleventy.ts'];
  return paths
    .filter((path) => /\.(?:ts|tsx|js)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => {
      const specifiers = specifiersIn(readFileSync(join(PROJECT, path), 'utf8'));
      const isOwn = (specifier: string): boolean => specifier.startsWith('.');
      return {
        path,
        imports: specifiers.filter(isOwn).map((specifier) => toSlashes(normalize(join(dirname(path), specifier)))),
        packages: specifiers.filter((specifier) => !isOwn(specifier)),
      };
    });
}

/** What a text of TypeScript imports: by `import`, `export … from`, `import()`, in types too. Comments do not count. */
export function specifiersIn(code: string): readonly string[] {
  const bare = code.replace(/^\s*\/\/.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [
    ...bare.matchAll(/^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...bare.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...bare.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ];
  return [...new Set(found.map(([, specifier]) => specifier ?? ''))];
}

/** The files of a folder and of those within it, by their paths from the project's folder. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => toSlashes(join(entry.parentPath, entry.name).slice(PROJECT.length)));
}

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}
