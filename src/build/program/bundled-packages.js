import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Has what Broadsheet imports from packages that are bundled with it lead there: they are not installed where it is. See
 * `src/build/package/bundle-packages.ts`.
 *
 * @param {string} program Absolute path of the folder of Broadsheet, a package.
 * @returns {import('esbuild').Plugin}
 */
export function bundledPackages(program) {
  const folder = join(program, 'dist/bundled');
  /** @type {Readonly<Record<string, string>>} Names of files by what is imported. */
  const files = JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8'));
  return {
    name: 'bundled-packages',
    setup(bundle) {
      bundle.onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) => {
        const file = files[path];
        // A newsroom may have another version of one; but components are printed by the one that is bundled.
        const isOurs = importer === '' || importer === '<stdin>' || importer.startsWith(program + sep);
        return file && isOurs ? { path: join(folder, file) } : undefined;
      });
    },
  };
}
