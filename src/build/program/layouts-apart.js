import { readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { findOwnFiles, namesIn } from './find-own-files.js';

/**
 * What Broadsheet's own code uses of layouts: the names that are imported of each, and by which file. Paths are from Broadsheet's folder, with `/`.
 *
 * @typedef {Readonly<Record<string, Readonly<Record<string, string>>>>} LayoutUses
 */

/**
 * What the compiled layouts have to offer.
 *
 * @typedef {{
 *   readonly pages: Parameters<typeof import('../layouts.ts').useCompiledLayouts>[0],
 *   readonly used: Readonly<Record<string, object>>,
 *   readonly ownFiles: Parameters<typeof import('./own-files.ts').useOwnFiles>[0],
 *   readonly settings: () => unknown,
 * }} CompiledLayouts The layouts of pages, by name; what Broadsheet's own code uses; what a newsroom adds; and Eleventy's configuration.
 */

/** What components are printed by. There is one copy for all layouts: nodes of two copies are no nodes to each other. */
const PRINTING = ['preact', 'preact-render-to-string'];
const IMPORTED = 'layouts';
const REQUIRED = 'layouts-required';

/**
 * Has Broadsheet's own code ask for layouts by `$apart`, in place of having them compiled in: a newsroom may have others.
 *
 * @param {string} program Absolute path of the folder of Broadsheet.
 * @returns {import('esbuild').Plugin}
 */
export function layoutsApart(program) {
  const [own, layouts] = ['src', 'layouts'].map((folder) => join(program, folder) + sep);
  const nameOf = (/** @type {string} */ path, /** @type {string} */ resolveDir) => {
    if (PRINTING.includes(path)) return path;
    const file = resolve(resolveDir, path);
    return path.startsWith('.') && file.startsWith(String(layouts)) ? nameFrom(program, file) : undefined;
  };
  return {
    name: 'layouts-apart',
    setup(bundle) {
      bundle.onResolve({ filter: /^(?:\.|preact)/ }, ({ path, importer, resolveDir }) => {
        const name = importer.startsWith(String(own)) ? nameOf(path, resolveDir) : undefined;
        return name === undefined ? undefined : { path: name, namespace: IMPORTED };
      });
      bundle.onResolve({ filter: /^/, namespace: IMPORTED }, ({ path }) => ({ path, namespace: REQUIRED }));
      bundle.onLoad({ filter: /^/, namespace: IMPORTED }, ({ path }) => ({
        contents: `export * from ${JSON.stringify(path)};\n`,
      }));
      bundle.onLoad({ filter: /^/, namespace: REQUIRED }, ({ path }) => ({
        contents: `module.exports = $apart(${JSON.stringify(path)});\n`,
      }));
    },
  };
}

/** Whether one of the files that a program is compiled from only stands for a layout. @param {string} input A path, as the compiler names it. */
export function isLayoutApart(input) {
  return input.startsWith(`${IMPORTED}:`) || input.startsWith(`${REQUIRED}:`);
}

/** @param {string} program @param {string} file Both absolute. */
function nameFrom(program, file) {
  return file.slice(program.length + 1).replaceAll(sep, '/');
}

const IMPORTS = /^import \{([^}]*)\} from '([^']*)';$/gm;

/**
 * What Broadsheet's own code uses of layouts and of what prints them.
 *
 * @param {string} program
 * @param {import('esbuild').Metafile['inputs']} inputs The files that it was compiled from, and what each imports.
 * @returns {LayoutUses}
 */
export function usesOfLayouts(program, inputs) {
  /** @type {Record<string, Record<string, string>>} */
  const uses = {};
  for (const [path, { imports }] of Object.entries(inputs)) {
    const used = new Map(imports.filter((one) => isLayoutApart(one.path)).map((one) => [one.original, one.path]));
    if (used.size === 0 || isLayoutApart(path)) continue;
    for (const [, names = '', from = ''] of readFileSync(join(program, path), 'utf8').matchAll(IMPORTS)) {
      if (!used.has(from)) continue;
      const name = from.startsWith('.') ? nameFrom(program, resolve(dirname(join(program, path)), from)) : from;
      uses[name] ??= {};
      const ofLayout = uses[name];
      for (const written of names.split(',')) {
        const imported = written.trim().split(' as ')[0] ?? '';
        if (imported !== '' && !imported.startsWith('type ')) ofLayout[imported] ??= path;
      }
    }
  }
  return uses;
}

/**
 * The first file of the layouts: those of pages, all that Broadsheet's own code uses, and what a newsroom adds. Settings, house rules and own
 * directives are loaded when they are needed, so that a fault in one can be told.
 *
 * @param {import('./compile.js').Folders} folders
 * @param {LayoutUses} uses
 */
export function entryOfLayouts({ program, newsroom }, uses) {
  const files = new Set([program, newsroom].flatMap((folder) => namesIn(join(folder, 'layouts'))));
  const names = [...files].filter((name) => name.endsWith('.tsx')).map((name) => name.slice(0, -'.tsx'.length));
  const { directives, rules } = findOwnFiles({ program, newsroom });
  const own = (/** @type {string} */ path) =>
    `{ path: ${JSON.stringify(path)}, load: () => require(${JSON.stringify(join(newsroom, path))}) }`;
  const used = Object.entries(uses).map(([path, imported], index) => {
    const from = JSON.stringify(PRINTING.includes(path) ? path : `./${path}`);
    const values = Object.keys(imported).map((name) => /** @type {const} */ ([name, `${name}${index}`]));
    return {
      imports: `import { ${values.map(([name, value]) => `${name} as ${value}`).join(', ')} } from ${from};`,
      values: `${JSON.stringify(path)}: { ${values.map(([name, value]) => `${name}: ${value}`).join(', ')} }`,
    };
  });
  return [
    ...names.sort().map((name, index) => `import layout${index} from './layouts/${name}.tsx';`),
    ...used.map(({ imports }) => imports),
    `export const pages = { ${names.map((name, index) => `'${name}': layout${index}`).join(', ')} };`,
    `export const used = { ${used.map(({ values }) => values).join(', ')} };`,
    `export const ownFiles = { directives: [${directives.map(own)}], rules: [${rules.map(own)}] };`,
    `export const settings = () => require(${JSON.stringify(join(newsroom, '.eleventy.ts'))}).default;`,
  ].join('\n');
}

/**
 * What the compiler says of layouts that lack what Broadsheet's own code uses of them, as if that had been compiled with them.
 *
 * @param {unknown} fault
 * @param {LayoutUses} uses
 */
export function withUsers(fault, uses) {
  for (const { text, location } of /** @type {Partial<import('esbuild').BuildFailure>} */ (fault).errors ?? []) {
    const [, file = '', name = ''] = /^No matching export in "(.+)" for import "(.+)"$/.exec(text) ?? [];
    const [, imported] = Object.entries(uses).find(([path]) => file.endsWith(path)) ?? [];
    if (location?.file === '<stdin>') location.file = imported?.[name] ?? location.file;
  }
  return fault;
}
