import { existsSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readIfThere } from './kept-folders.js';

/** Where it is noted which packages a newsroom's own code imports. */
const NOTE = 'packages.json';

/**
 * Leaves the packages that a newsroom's layouts and settings import, such as plugins of Eleventy, where they are installed: some have
 * parts that cannot be compiled into one file. They are imported before the program runs ({@link importPackages}), and compiled in is only
 * what hands them over.
 *
 * @param {string} newsroom Absolute path.
 * @param {string} folder The folder of the compiled files.
 * @returns {import('esbuild').Plugin}
 */
export function ownPackages(newsroom, folder) {
  /** @type {Map<string, string>} */
  const urls = new Map();
  return {
    name: 'own-packages',
    setup(bundle) {
      bundle.onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === SELF || !isOwn(importer, newsroom) || isOfNode(path)) return undefined;
        const { path: file, errors } = await bundle.resolve(path, { resolveDir, kind, pluginData: SELF });
        if (errors.length > 0) return { errors };
        urls.set(path, pathToFileURL(file).href);
        return { path, namespace: 'own-package' };
      });
      bundle.onLoad({ filter: /^/, namespace: 'own-package' }, async ({ path }) => {
        const url = urls.get(path) ?? '';
        const names = Object.keys(await import(url)).map((name) => JSON.stringify(name));
        const values = names.map((name, index) => `const value${index} = all[${name}];`);
        const exported = names.map((name, index) => `value${index} as ${name}`);
        return {
          contents: `const all = $packages[${JSON.stringify(path)}];\n${values.join('\n')}\nexport { ${exported.join(', ')} };\n`,
        };
      });
      bundle.onEnd(() => {
        if (urls.size > 0) writeFileSync(join(folder, NOTE), JSON.stringify(Object.fromEntries(urls)));
      });
    },
  };
}

/** What a file of such a package is called among those that a program is compiled from. */
const PREFIX = 'own-package:';

/** @param {string} input A path, as the compiler names it. */
export function isOwnPackage(input) {
  return input.startsWith(PREFIX);
}

/** The file that a newsroom's own code imports by the name of a package, and its description. @param {string} folder */
export function filesOfPackages(folder) {
  return Object.values(noted(folder)).flatMap((url) => [descriptionOf(fileURLToPath(url)), fileURLToPath(url)]);
}

/** The package.json nearest to a file. @param {string} file */
function descriptionOf(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'package.json');
}

/** @param {string} folder @returns {Record<string, string>} */
function noted(folder) {
  return JSON.parse(readIfThere(join(folder, NOTE))?.toString() ?? '{}');
}

/** Says that a package is looked for already. */
const SELF = Symbol('own packages');

/** @param {string} importer @param {string} newsroom */
function isOwn(importer, newsroom) {
  return importer.startsWith(newsroom + sep) && !importer.includes(`${sep}node_modules${sep}`);
}

/** @param {string} name */
function isOfNode(name) {
  return name.startsWith('node:') || builtinModules.includes(name);
}

/**
 * Imports the packages that a compiled program's own code imports.
 *
 * @param {string} folder The folder of the compiled files.
 * @returns {Promise<Readonly<Record<string, unknown>>>} The packages by the names under which they are imported.
 */
export async function importPackages(folder) {
  const imported = Object.entries(noted(folder)).map(async ([name, url]) => [name, await import(url)]);
  return Object.fromEntries(await Promise.all(imported));
}
