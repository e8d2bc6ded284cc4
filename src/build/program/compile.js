import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = ['src', 'layouts', '.eleventy.ts', 'package-lock.json', 'tsconfig.json'];
const HOUR = 3_600_000;

/** Eleventy reads its configuration from a file; the compiled one is within the program. */
const CONFIGURATION = "module.exports = globalThis[Symbol.for('broadsheet')].eleventy;\n";

/**
 * Compiles the program, its layouts, Eleventy and its configuration to one file of JavaScript, `program.cjs`, unless that
 * was done before and no file has changed since. Running TypeScript as it is would cost each command more than it takes
 * to build a small site.
 *
 * @param {string} project Path of the project.
 * @returns {Promise<string>} Path of the folder of the compiled files.
 */
export async function compile(project) {
  const cache = join(project, 'node_modules/.cache/broadsheet');
  const folder = join(cache, fingerprintOfSources(project));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: project,
    stdin: { contents: entryOf(project), resolveDir: project, loader: 'ts' },
    outfile: join(unfinished, 'program.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Native, or needed at other times only.
    external: ['@11ty/eleventy-dev-server', 'send', 'mime-types', 'lightningcss', 'esbuild', 'tsx', 'fsevents'],
    plugins: [{ name: 'keep-eleventy-in-place', setup: keepEleventyInPlace }],
    define: { 'import.meta.url': '$url' },
    banner: { js: "const $url = require('node:url').pathToFileURL(__filename).href;" },
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'external',
    sourcesContent: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
    metafile: true,
  });
  writeFileSync(join(unfinished, 'eleventy.cjs'), CONFIGURATION);
  writeFileSync(join(unfinished, 'version.json'), JSON.stringify(versionOf(project, metafile.inputs)));
  removeOld(cache);
  putInPlace(unfinished, folder);
  return folder;
}

/**
 * The program's first file: the layouts are known when it is compiled.
 *
 * @param {string} project
 */
function entryOf(project) {
  const names = readdirSync(join(project, 'layouts'))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => name.slice(0, -'.tsx'.length));
  return [
    ...names.map((name, index) => `import layout${index} from './layouts/${name}.tsx';`),
    "import { useCompiledLayouts } from './src/build/layouts.ts';",
    `useCompiledLayouts({ ${names.map((name, index) => `'${name}': layout${index}`).join(', ')} });`,
    "export { main } from './src/cli/main.ts';",
    "export { packFault, runTask, share } from './src/build/workers/tasks.ts';",
    "export { default as eleventy } from './.eleventy.ts';",
  ].join('\n');
}

/**
 * Eleventy finds files of its own package by where its modules are: they go on saying so. What it or we import by path, such
 * as a template that is a program, is imported as the program does.
 *
 * @param {import('esbuild').PluginBuild} bundle
 */
function keepEleventyInPlace(bundle) {
  bundle.onLoad({ filter: /@11ty[\\/]eleventy[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8')
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      .replaceAll('import(urlPath)', '$import(urlPath)'),
  }));
  bundle.onLoad({ filter: /src[\\/]eleventy[\\/]import-module\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replaceAll('import(url.href)', '$import(url.href)'),
    loader: 'ts',
  }));
}

/**
 * What the program and each layout are made of, see `src/build/program/program-version.ts`. Only contents count, so that the same
 * sources have the same version on every machine.
 *
 * @param {string} project
 * @param {import('esbuild').Metafile['inputs']} inputs The files that were compiled, and what each imports.
 */
function versionOf(project, inputs) {
  const own = Object.keys(inputs).filter((path) => !path.includes('node_modules/') && path !== '<stdin>');
  const isLayout = (/** @type {string} */ path) => path.startsWith('layouts/');
  const fingerprint = (/** @type {readonly string[]} */ paths, /** @type {readonly string[]} */ others = []) => {
    const hash = createHash('sha256').update(JSON.stringify(others));
    for (const path of [...paths].sort())
      hash
        .update(`${path}\n`)
        .update(readFileSync(join(project, path)))
        .update('\0');
    return hash.digest('base64url').slice(0, 16);
  };
  const names = own.filter((path) => /^layouts\/[^/]+\.tsx$/.test(path));
  const layouts = names.map((path) => [
    path.slice('layouts/'.length, -'.tsx'.length),
    fingerprint(importsOf(path, inputs).filter(isLayout)),
  ]);
  const runtime = [process.version, process.versions.icu ?? '', process.versions.tz ?? ''];
  const program = own.filter((path) => !isLayout(path));
  // What prints directives is a part of the program: texts of stories are kept as it printed them.
  const ofTexts = new Set(program.flatMap((path) => importsOf(path, inputs)).filter(isLayout));
  return {
    program: fingerprint([...program, ...ofTexts, 'package-lock.json'], runtime),
    layouts: Object.fromEntries(layouts),
    allLayouts: fingerprint(filesIn(project, 'layouts')),
  };
}

/**
 * A file and all that it imports, and what those import.
 *
 * @param {string} path
 * @param {import('esbuild').Metafile['inputs']} inputs
 */
function importsOf(path, inputs) {
  const found = new Set([path]);
  for (const file of found) for (const imported of inputs[file]?.imports ?? []) found.add(imported.path);
  return [...found].filter((file) => file in inputs);
}

/**
 * @param {string} project
 * @param {string} folder
 */
function filesIn(project, folder) {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(project, join(entry.parentPath, entry.name)));
}

/**
 * Changes with the path, size and time of change of any source file. It names the folder of what is compiled of them.
 *
 * @param {string} project
 */
export function fingerprintOfSources(project) {
  const hash = createHash('sha256').update(process.version);
  const open = [...SOURCES];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const file = statSync(join(project, path), { throwIfNoEntry: false });
    if (!file) continue;
    if (file.isDirectory()) open.push(...readdirSync(join(project, path)).map((name) => `${path}/${name}`));
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

/**
 * Removes what was compiled from earlier sources, but not what a command that still runs may have started from.
 *
 * @param {string} cache
 */
function removeOld(cache) {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name);
    if (statSync(folder).mtimeMs < Date.now() - HOUR) rmSync(folder, { recursive: true, force: true });
  }
}
