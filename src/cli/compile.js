import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = ['src', 'layouts', '.eleventy.ts', 'package-lock.json', 'tsconfig.json'];
const HOUR = 3_600_000;

/**
 * Compiles the program, its layouts and Eleventy's configuration to JavaScript, unless that was done before and no
 * file has changed since. Running TypeScript as it is would cost each command more than it takes to build a small site.
 *
 * @param {string} project Path of the project.
 * @returns {Promise<string>} Path of the folder of the compiled files.
 */
export async function compile(project) {
  const cache = join(project, 'node_modules/.cache/broadsheet');
  const folder = join(cache, stampOf(project));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${process.pid}`;
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: project,
    entryPoints: {
      main: 'src/cli/main.ts',
      eleventy: '.eleventy.ts',
      ...Object.fromEntries(layoutsOf(project).map((name) => [`layouts/${name}`, `layouts/${name}.tsx`])),
    },
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Native, or needed at other times only.
    external: ['@11ty/eleventy-dev-server', 'lightningcss', 'esbuild', 'tsx', 'fsevents'],
    plugins: [{ name: 'keep-eleventy-in-place', setup: keepEleventyInPlace }],
    // Packages in CommonJS ask for Node's modules by `require`.
    banner: {
      js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);",
    },
    minifySyntax: true,
    minifyWhitespace: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  removeOld(cache, unfinished);
  putInPlace(unfinished, folder);
  return folder;
}

/**
 * Eleventy finds files of its own package by where its modules are: they go on saying so.
 *
 * @param {import('esbuild').PluginBuild} bundle
 */
function keepEleventyInPlace(bundle) {
  bundle.onLoad({ filter: /@11ty[\\/]eleventy[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
  }));
}

/** @param {string} project */
function layoutsOf(project) {
  return readdirSync(join(project, 'layouts'))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => name.slice(0, -'.tsx'.length));
}

/**
 * A name made of every source file's path, size and time of change.
 *
 * @param {string} project
 */
function stampOf(project) {
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
 * @param {string} keep
 */
function removeOld(cache, keep) {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name);
    if (folder !== keep && statSync(folder).mtimeMs < Date.now() - HOUR)
      rmSync(folder, { recursive: true, force: true });
  }
  utimesSync(keep, new Date(), new Date());
}
