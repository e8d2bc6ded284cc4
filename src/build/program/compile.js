import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { bundledPackages } from './bundled-packages.js';
import { filesIn, versionOf } from './compiled-version.js';
import { findOwnFiles, namesIn } from './find-own-files.js';
import { keptFolders, removeOld, writableFolder } from './kept-folders.js';
import { ownLayouts } from './own-layouts.js';
import { filesOfPackages, ownPackages } from './own-packages.js';

/** Eleventy reads its configuration from a file; the compiled one is within the program. */
const CONFIGURATION = "module.exports = globalThis[Symbol.for('broadsheet')].eleventy;\n";

/** The folder of the package that has its compiled program. */
const SHIPPED = 'dist';

/**
 * Where a program is compiled from: the folder of Broadsheet, and the newsroom's with layouts and settings of its own, which
 * may be the same. Absolute paths.
 *
 * @typedef {{ readonly program: string, readonly newsroom: string }} Folders
 */

/**
 * Compiles the program, its layouts, Eleventy and its configuration to one file of JavaScript, `program.cjs`, unless that
 * was done before and no file has changed since. Running TypeScript as it is would cost each command more than it takes
 * to build a small site. The package has its program with it; it is compiled again only for what a newsroom puts in its place.
 *
 * @param {Folders} folders
 * @returns {Promise<string>} Path of the folder of the compiled files.
 */
export async function compile(folders) {
  const { program, newsroom } = folders;
  const isOwn = newsroom !== program && hasOwnCode(folders);
  if (!isOwn && isPackage(program)) return join(program, SHIPPED);
  const project = isOwn ? newsroom : program;
  const name = fingerprintOfSources(folders);
  const compiled = keptFolders(project).find((kept) => existsSync(join(kept, name)));
  if (compiled !== undefined) return join(compiled, name);
  const cache = writableFolder(project);
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    await compileTo(unfinished, isOwn ? folders : { program, newsroom: program });
  } catch (fault) {
    rmSync(unfinished, { recursive: true, force: true });
    throw fault;
  }
  removeOld(cache);
  putInPlace(unfinished, folder);
  return folder;
}

/**
 * The folders that keep what V8 made of a compiled program, the first that can be written to: that of the program itself, but for the
 * shipped one, which several newsrooms may share.
 *
 * @param {string} compiled Path of the folder of the compiled files.
 * @param {Folders} folders
 * @returns {readonly string[]}
 */
export function codeFolders(compiled, { program, newsroom }) {
  if (compiled !== join(program, SHIPPED)) return [compiled];
  const name = fingerprintOfSources({ program, newsroom: program });
  return keptFolders(newsroom).map((folder) => join(folder, name));
}

/**
 * Compiles a program to a folder.
 *
 * @param {string} folder
 * @param {Folders} folders
 * @returns {Promise<import('esbuild').Metafile>} What it was compiled from.
 */
export async function compileTo(folder, { program, newsroom }) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: program,
    stdin: { contents: entryOf(program, newsroom), resolveDir: program, loader: 'ts' },
    outfile: join(folder, 'program.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Native, or needed at other times only.
    external: ['@11ty/eleventy-dev-server', 'send', 'mime-types', 'lightningcss', 'esbuild', 'tsx', 'fsevents'],
    plugins: [
      { name: 'import-broadsheet', setup: (bundle) => importBroadsheet(bundle, program) },
      { name: 'keep-eleventy-in-place', setup: keepEleventyInPlace },
      ...(isPackage(program) ? [bundledPackages(program)] : []),
      ...(newsroom === program ? [] : [ownLayouts(program, newsroom), ownPackages(newsroom, folder)]),
    ],
    define: { 'import.meta.url': '$url' },
    banner: { js: "const $url = require('node:url').pathToFileURL(__filename).href;" },
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
    metafile: true,
  });
  writeFileSync(join(folder, 'eleventy.cjs'), CONFIGURATION);
  writeFileSync(
    join(folder, 'version.json'),
    JSON.stringify(versionOf({ program, newsroom }, metafile.inputs, filesOfPackages(folder))),
  );
  return metafile;
}

/** Whether Broadsheet is an installed package: that has its program with it, and no tests. @param {string} program */
function isPackage(program) {
  return existsSync(join(program, 'dist/program.cjs')) && !existsSync(join(program, 'tests'));
}

/** What `.eleventy.ts` says that adds nothing of its own. */
const PLAIN_SETTINGS = /^\s*export\s*\{\s*default\s*\}\s*from\s*(['"])broadsheet\1;?\s*$/;

/**
 * Whether a newsroom has code that the program is to be compiled with: layouts that are components, house rules, or settings that add
 * something.
 *
 * @param {Folders} folders
 */
function hasOwnCode({ program, newsroom }) {
  const settings = withoutComments(readFileSync(join(newsroom, '.eleventy.ts'), 'utf8'));
  const hasLayouts = filesIn(newsroom, 'layouts').some((path) => /\.tsx?$/.test(path));
  return hasLayouts || !PLAIN_SETTINGS.test(settings) || findOwnFiles({ program, newsroom }).rules.length > 0;
}

/** @param {string} code */
function withoutComments(code) {
  return code.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|^\s*\/\/.*$/gm, '');
}

/**
 * The program's first file: the layouts, and what the newsroom adds, are known when it is compiled. The latter is loaded when it is
 * needed, so that a fault in it can be told.
 *
 * @param {string} program
 * @param {string} newsroom
 */
function entryOf(program, newsroom) {
  const files = new Set([program, newsroom].flatMap((folder) => namesIn(join(folder, 'layouts'))));
  const names = [...files].filter((name) => name.endsWith('.tsx')).map((name) => name.slice(0, -'.tsx'.length));
  const { directives, rules } = findOwnFiles({ program, newsroom });
  const own = (/** @type {string} */ path) =>
    `{ path: ${JSON.stringify(path)}, load: () => require(${JSON.stringify(join(newsroom, path))}) }`;
  return [
    ...names.sort().map((name, index) => `import layout${index} from './layouts/${name}.tsx';`),
    "import { useCompiledLayouts } from './src/build/layouts.ts';",
    `useCompiledLayouts({ ${names.map((name, index) => `'${name}': layout${index}`).join(', ')} });`,
    "import { useOwnFiles } from './src/build/program/own-files.ts';",
    `useOwnFiles({ directives: [${directives.map(own)}], rules: [${rules.map(own)}] });`,
    "export { main } from './src/cli/main.ts';",
    "export { packFault, runTask, share } from './src/build/workers/tasks.ts';",
    "export { broadsheet } from './src/build/eleventy-command.ts';",
    `export { default as eleventy } from ${JSON.stringify(join(newsroom, '.eleventy.ts'))};`,
  ].join('\n');
}

/**
 * Settings import the program that they are compiled with.
 *
 * @param {import('esbuild').PluginBuild} bundle
 * @param {string} program
 */
function importBroadsheet(bundle, program) {
  bundle.onResolve({ filter: /^broadsheet$/ }, () => ({ path: join(program, 'src/build/package/index.ts') }));
}

/**
 * Eleventy finds files of its own package by where its modules are: they go on saying so, wherever that is when the program runs. What it
 * or we import by path, such as a template that is a program, is imported as the program does.
 *
 * @param {import('esbuild').PluginBuild} bundle
 */
function keepEleventyInPlace(bundle) {
  bundle.onLoad({ filter: /@11ty[\\/]eleventy[\\/]src[\\/].*\.js$/ }, ({ path }) => {
    const within = path.slice(path.lastIndexOf(`eleventy${sep}src${sep}`) + 'eleventy/'.length).replaceAll(sep, '/');
    return {
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', `$urlInEleventy(${JSON.stringify(within)})`)
        .replaceAll('import(urlPath)', '$import(urlPath)'),
    };
  });
  bundle.onLoad({ filter: /src[\\/]eleventy[\\/]import-module\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replaceAll('import(url.href)', '$import(url.href)'),
    loader: 'ts',
  }));
}

/** What a program is compiled from. Of an installed package, its description changes with all else; its files have the same times in every release. */
const SOURCES = ['src', 'layouts', 'rules', '.eleventy.ts', 'package-lock.json', 'tsconfig.json'];
const OF_PACKAGE = ['package.json', 'dist/version.json'];
/** Lockfiles change with the packages that settings import. */
const LOCKFILES = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'];
const OF_NEWSROOM = ['layouts', 'rules', '.eleventy.ts', ...LOCKFILES];

/**
 * Changes with the path, size and time of change of any source file. It names the folder of what is compiled of them.
 *
 * @param {Folders} folders
 */
export function fingerprintOfSources({ program, newsroom }) {
  const hash = createHash('sha256').update(`${process.version} ${program}\n`);
  if (isPackage(program)) for (const name of OF_PACKAGE) hash.update(readFileSync(join(program, name)));
  const ofProgram = isPackage(program) ? [] : SOURCES.map((name) => join(program, name));
  const ofNewsroom = newsroom === program ? [] : OF_NEWSROOM.map((name) => join(newsroom, name));
  const open = [...ofProgram, ...ofNewsroom];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const file = statSync(path, { throwIfNoEntry: false });
    if (!file) continue;
    if (file.isDirectory()) for (const name of readdirSync(path)) open.push(join(path, name));
    else hash.update(`${path} ${file.size} ${file.mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Another command may have put the same files in place meanwhile.
 *
 * @param {string} unfinished
 * @param {string} folder
 */
function putInPlace(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (fault) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw fault;
  }
}
