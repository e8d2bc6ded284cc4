import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { bundledPackages } from './bundled-packages.js';
import { codeVersion, fingerprintOfFiles, PROGRAM, versionOf } from './compiled-version.js';
import { ELEVENTY, isPackage, LAYOUTS, OTHERS, OWN_CODE, PACKAGES, SELDOM } from './kept-folders.js';
import { importLate, SELDOM_OF_ELEVENTY, SELDOM_OF_OURS } from './import-late.js';
import { entryOfLayouts, layoutsApart, usesOfLayouts, withUsers } from './layouts-apart.js';
import { ownLayouts } from './own-layouts.js';
import { filesOfPackages, ownPackages } from './own-packages.js';
import { ENTRY_OF_PACKAGES, packagesApart } from './packages-apart.js';
import { toAscii } from './to-ascii.js';

/** Eleventy reads its configuration from a file; the compiled one is beside the layouts. */
const CONFIGURATION = "module.exports = globalThis[Symbol.for('broadsheet')].eleventy;\n";

/** What `load-program.js` calls the program with. */
const FUNCTION =
  '(function (exports, require, module, __filename, __dirname, $import, $loaded, $urlInEleventy, $packages, $importEleventy, $late, $seldom, $apart, $program) {';
const URL_OF_FILE = "const $url = require('node:url').pathToFileURL(__filename).href;";

/** What all files of the program have in common. @satisfies {import('esbuild').BuildOptions} */
const OPTIONS = /** @type {const} */ ({
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // Native, or needed at other times only.
  external: ['@11ty/eleventy-dev-server', 'send', 'mime-types', 'lightningcss', 'esbuild', 'tsx', 'fsevents'],
  define: { 'import.meta.url': '$url' },
  banner: { js: `${FUNCTION}${URL_OF_FILE}` },
  footer: { js: '})' },
  lineLimit: 2000,
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'silent',
  metafile: true,
  write: false,
});

/**
 * What is compiled already, and stands in the folder: Broadsheet's own code, and Eleventy with packages that are seldom used.
 *
 * @typedef {{ readonly code?: import('./compiled-version.js').CodeVersion, readonly apart?: string }} Known
 */

/**
 * Compiles to a folder what is not there yet: Broadsheet's own code; its layouts, with those and all else that a newsroom puts in their place or
 * adds to them; and Eleventy with packages that are seldom used.
 *
 * @param {string} folder
 * @param {import('./compile.js').Folders} folders
 * @param {Known} [known]
 * @returns {Promise<{
 *   readonly layouts: import('esbuild').Metafile, readonly code?: import('esbuild').Metafile, readonly apart?: import('esbuild').Metafile,
 * }>} What each was compiled from.
 */
export async function compileTo(folder, folders, known = {}) {
  const { program } = folders;
  const { build } = await import('esbuild');
  // A package is being made where its program is compiled.
  const isInstalled = isPackage(program);
  const [code, apart] = await Promise.all([
    known.code === undefined ? compileCode(folder, program, build) : undefined,
    known.apart === undefined ? compileApart(folder, program, build) : undefined,
  ]);
  const ofCode = known.code ?? codeVersionOf(program, code?.inputs ?? {});
  const layouts = await compileLayouts(folder, { ...folders, uses: ofCode.layouts, isInstalled, build });
  const version = {
    ...versionOf(folders, { code: ofCode, layouts: layouts.inputs, packages: filesOfPackages(folder) }),
    code: ofCode,
    apart: known.apart ?? fingerprintOfApart(apart, program),
  };
  writeFileSync(join(folder, 'version.json'), JSON.stringify(version));
  return { layouts, ...(code ? { code } : {}), ...(apart ? { apart } : {}) };
}

/** @param {string} program @param {import('esbuild').Metafile['inputs']} inputs */
function codeVersionOf(program, inputs) {
  return codeVersion(program, inputs, usesOfLayouts(program, inputs));
}

/**
 * Compiles Broadsheet's own code, without layouts.
 *
 * @param {string} folder
 * @param {string} program
 * @param {typeof import('esbuild').build} build
 */
async function compileCode(folder, program, build) {
  const { metafile, outputFiles } = await build({
    ...OPTIONS,
    absWorkingDir: program,
    stdin: { contents: ENTRY, resolveDir: program, loader: 'ts' },
    outfile: join(folder, 'program.cjs'),
    plugins: [{ name: 'prepare-source', setup: prepareSource }, packagesApart(program), layoutsApart(program)],
  });
  writeCompiled(folder, 'program.cjs', outputFiles);
  return metafile;
}

/**
 * Compiles layouts, and what a newsroom adds to Broadsheet. It is little, so a change of it is seen soon.
 *
 * @param {string} folder
 * @param {import('./compile.js').Folders & {
 *   readonly uses: import('./layouts-apart.js').LayoutUses, readonly isInstalled: boolean, readonly build: typeof import('esbuild').build,
 * }} options What Broadsheet's own code uses of them; whether Broadsheet is an installed package.
 */
async function compileLayouts(folder, { program, newsroom, uses, isInstalled, build }) {
  const { metafile, outputFiles } = await build({
    ...OPTIONS,
    absWorkingDir: program,
    stdin: { contents: entryOfLayouts({ program, newsroom }, uses), resolveDir: program, loader: 'ts' },
    outfile: join(folder, LAYOUTS),
    plugins: [
      { name: 'import-broadsheet', setup: importBroadsheet },
      { name: 'prepare-source', setup: prepareSource },
      packagesApart(program),
      ...(isInstalled ? [bundledPackages(program)] : []),
      ...(newsroom === program ? [] : [ownLayouts(program, newsroom), ownPackages(newsroom, folder)]),
    ],
    jsx: 'automatic',
    jsxImportSource: 'preact',
  }).catch((/** @type {unknown} */ fault) => {
    throw withUsers(fault, uses);
  });
  writeCompiled(folder, LAYOUTS, outputFiles);
  writeFileSync(join(folder, 'eleventy.cjs'), CONFIGURATION);
  const others = newsroom === program ? [] : othersIn(metafile, { program, newsroom });
  if (others.length > 0) writeFileSync(join(folder, OTHERS), JSON.stringify(others));
  return metafile;
}

/**
 * Compiles Eleventy, which only what renders loads, for it is half of the program; what it seldom uses to a file of its own; and to another one
 * packages that the program seldom uses.
 *
 * @param {string} folder
 * @param {string} program
 * @param {typeof import('esbuild').build} build
 * @returns {Promise<import('esbuild').Metafile>}
 */
async function compileApart(folder, program, build) {
  const own = createRequire(createRequire(join(program, 'package.json')).resolve('@11ty/eleventy'));
  const seldom = build({
    ...OPTIONS,
    absWorkingDir: program,
    stdin: {
      contents: SELDOM_OF_ELEVENTY.map((name) => `exports[${JSON.stringify(name)}] = () => require('${name}');`).join(
        '\n',
      ),
      resolveDir: dirname(own.resolve('@11ty/eleventy')),
    },
    outfile: join(folder, SELDOM),
    minifyIdentifiers: true,
    banner: { js: URL_OF_FILE },
    footer: {},
    sourcemap: false,
    write: true,
  });
  const eleventy = build({
    ...OPTIONS,
    absWorkingDir: program,
    stdin: { contents: "export { Eleventy, RenderPlugin } from '@11ty/eleventy';", resolveDir: program },
    outfile: join(folder, ELEVENTY),
    plugins: [{ name: 'keep-eleventy-in-place', setup: keepEleventyInPlace }],
  });
  const packages = build({
    ...OPTIONS,
    absWorkingDir: program,
    stdin: { contents: ENTRY_OF_PACKAGES, resolveDir: program },
    outfile: join(folder, PACKAGES),
    minifyIdentifiers: true,
  });
  const made = await Promise.all([eleventy, packages, seldom]);
  writeCompiled(folder, ELEVENTY, made[0].outputFiles);
  writeCompiled(folder, PACKAGES, made[1].outputFiles);
  const [inputs, outputs] = /** @type {const} */ (['inputs', 'outputs']).map((name) =>
    Object.assign({}, ...made.map(({ metafile }) => metafile[name])),
  );
  return { inputs, outputs };
}

/**
 * The files of a newsroom that its own code imports from outside the folders of that.
 *
 * @param {import('esbuild').Metafile} compiled
 * @param {import('./compile.js').Folders} folders
 */
function othersIn({ inputs }, { program, newsroom }) {
  const within = Object.keys(inputs).map((path) => relative(newsroom, join(program, path)));
  const others = within.filter((path) => {
    const [first = ''] = path.split(sep);
    return first !== '..' && first !== 'node_modules' && !OWN_CODE.includes(first) && existsSync(join(newsroom, path));
  });
  return others.map((path) => join(newsroom, path)).sort();
}

/** @param {import('esbuild').Metafile | undefined} compiled @param {string} program */
function fingerprintOfApart(compiled, program) {
  const paths = Object.keys(compiled?.inputs ?? {}).filter((path) => path !== '<stdin>');
  return fingerprintOfFiles(paths, { program, newsroom: program });
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {readonly import('esbuild').OutputFile[]} files The source map, and the code.
 */
function writeCompiled(folder, name, files) {
  const [map = '', code = ''] = files.map(({ text }) => text);
  const ascii = toAscii(code, map);
  writeFileSync(join(folder, name), ascii.code);
  writeFileSync(join(folder, `${name}.map`), ascii.map);
}

/** The first file of Broadsheet's own code. */
const ENTRY = [
  "export { useCompiledLayouts } from './src/build/layouts.ts';",
  "export { useOwnFiles } from './src/build/program/own-files.ts';",
  "export { main } from './src/cli/main.ts';",
  "export { packFault, runTask, share } from './src/build/workers/tasks.ts';",
  "export { checkHere } from './src/build/editing/publish/check/check-files.ts';",
  "export { broadsheet } from './src/build/eleventy-command.ts';",
].join('\n');

/**
 * Settings import the program that runs with them, which is there when they are loaded.
 *
 * @param {import('esbuild').PluginBuild} bundle
 */
function importBroadsheet(bundle) {
  bundle.onResolve({ filter: /^broadsheet$/ }, ({ path }) => ({ path, namespace: PROGRAM }));
  bundle.onLoad({ filter: /^/, namespace: PROGRAM }, () => ({
    contents: 'export default (...args) => $program().broadsheet(...args);',
  }));
}

/**
 * What we import by path, such as a template that is a program, is imported as the program does; and Eleventy is beside it.
 *
 * @param {import('esbuild').PluginBuild} bundle
 */
function prepareSource(bundle) {
  bundle.onLoad({ filter: /src[\\/]eleventy[\\/]import-module\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8')
      .replaceAll('import(url.href)', '$import(url.href)')
      .replaceAll("import('@11ty/eleventy');", '$importEleventy();'),
    loader: 'ts',
  }));
  bundle.onLoad(
    {
      filter:
        /src[\\/](?:domain[\\/]addresses|markdown[\\/](?:charts[\\/](?:curves|scales)|html[\\/](?:read-tags|tree)|dialects[\\/](?:emoji|highlight|math-markup)))\.ts$/,
    },
    ({ path }) => ({
      contents: importLate(readFileSync(path, 'utf8'), SELDOM_OF_OURS, 'require'),
      loader: 'ts',
    }),
  );
}

/**
 * Eleventy finds files of its own package by where its modules are: they go on saying so, wherever that is when the program runs. What it
 * imports by path is imported as the program does.
 *
 * @param {import('esbuild').PluginBuild} bundle
 */
function keepEleventyInPlace(bundle) {
  bundle.onLoad({ filter: /@11ty[\\/]eleventy[\\/]src[\\/].*\.js$/ }, ({ path }) => {
    const within = path.slice(path.lastIndexOf(`eleventy${sep}src${sep}`) + 'eleventy/'.length).replaceAll(sep, '/');
    return {
      contents: importLate(readFileSync(path, 'utf8'), SELDOM_OF_ELEVENTY, '$seldom')
        .replaceAll('import.meta.url', `$urlInEleventy(${JSON.stringify(within)})`)
        .replaceAll('import(urlPath)', '$import(urlPath)')
        // A path may have `%`, `#` and `?` in it, which mean something in an address.
        .replace(/new URL\(`file:\$\{absolutePath\}`\)/, "require('node:url').pathToFileURL(absolutePath)"),
    };
  });
}
