import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { bundledPackages } from './bundled-packages.js';
import { fingerprintOfFiles, versionOf } from './compiled-version.js';
import { findOwnFiles, namesIn } from './find-own-files.js';
import { ELEVENTY, isPackage, OTHERS, OWN_CODE, PACKAGES, SELDOM } from './kept-folders.js';
import { ownLayouts } from './own-layouts.js';
import { filesOfPackages, ownPackages } from './own-packages.js';
import { ENTRY_OF_PACKAGES, packagesApart } from './packages-apart.js';
import { toAscii } from './to-ascii.js';

/** Eleventy reads its configuration from a file; the compiled one is within the program. */
const CONFIGURATION = "module.exports = globalThis[Symbol.for('broadsheet')].eleventy;\n";

/** What `load-program.js` calls the program with. */
const FUNCTION =
  '(function (exports, require, module, __filename, __dirname, $import, $loaded, $urlInEleventy, $packages, $importEleventy, $late, $seldom, $apart) {';
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
 * Compiles a program to a folder; and beside it Eleventy and packages that are seldom used, unless they are compiled already.
 *
 * @param {string} folder
 * @param {import('./compile.js').Folders} folders
 * @param {string} [compiledApart] The fingerprint of Eleventy and these packages, if they are compiled already.
 * @returns {Promise<{ program: import('esbuild').Metafile, apart?: import('esbuild').Metafile }>} What they were compiled from.
 */
export async function compileTo(folder, { program, newsroom }, compiledApart) {
  const { build } = await import('esbuild');
  const ofProgram = build({
    ...OPTIONS,
    absWorkingDir: program,
    stdin: { contents: entryOf(program, newsroom), resolveDir: program, loader: 'ts' },
    outfile: join(folder, 'program.cjs'),
    plugins: [
      { name: 'import-broadsheet', setup: (bundle) => importBroadsheet(bundle, program) },
      { name: 'prepare-source', setup: prepareSource },
      packagesApart(program),
      ...(isPackage(program) ? [bundledPackages(program)] : []),
      ...(newsroom === program ? [] : [ownLayouts(program, newsroom), ownPackages(newsroom, folder)]),
    ],
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const ofOthers = compiledApart === undefined ? compileApart(folder, program, build) : undefined;
  const [{ metafile, outputFiles }, apart] = await Promise.all([ofProgram, ofOthers]);
  writeCompiled(folder, 'program.cjs', outputFiles);
  writeFileSync(join(folder, 'eleventy.cjs'), CONFIGURATION);
  const others = newsroom === program ? [] : othersIn(metafile, { program, newsroom });
  if (others.length > 0) writeFileSync(join(folder, OTHERS), JSON.stringify(others));
  const version = {
    ...versionOf({ program, newsroom }, metafile.inputs, filesOfPackages(folder)),
    apart: apart ? fingerprintOfApart(apart, program) : compiledApart,
  };
  writeFileSync(join(folder, 'version.json'), JSON.stringify(version));
  return apart ? { program: metafile, apart } : { program: metafile };
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

/** @param {import('esbuild').Metafile} compiled @param {string} program */
function fingerprintOfApart({ inputs }, program) {
  const paths = Object.keys(inputs).filter((path) => path !== '<stdin>');
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
    "export { checkHere } from './src/build/editing/publish/check/check-files.ts';",
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

/** Packages that take long to load and are seldom asked for anything. */
const SELDOM_OF_ELEVENTY = [
  '@11ty/dependency-tree-esm',
  'bcp-47-normalize',
  'entities',
  'liquidjs',
  'markdown-it',
  'node-retrieve-globals',
  'nunjucks',
  'posthtml',
];
/** Likewise, of our own code: names of letters that no address has, charts, HTML in stories, code, formulas and emoji. */
const SELDOM_OF_OURS = [
  '@sindresorhus/slugify',
  'd3-array',
  'd3-shape',
  'd3-time',
  'hast-util-sanitize',
  'highlight.js/lib/common',
  'markdown-it-emoji/lib/data/full.mjs',
  'parse5',
  'temml',
];
const IMPORT = /^import (\w+|\{[ \w,]+\}) from (["'])([@\w./-]+)\2;$/gm;

/**
 * Has a module load some packages when what it imports of them is first used.
 *
 * @param {string} code
 * @param {readonly string[]} packages
 * @param {'require' | '$seldom'} load What they are loaded by.
 */
function importLate(code, packages, load) {
  return code.replace(IMPORT, (written, /** @type {string} */ imported, _quote, /** @type {string} */ name) => {
    if (!packages.includes(name)) return written;
    const names = imported.startsWith('{') ? imported.slice(1, -1).split(',') : [`default as ${imported}`];
    const late = names.map((named) => {
      const [from = '', as = from] = named.trim().split(' as ');
      const value =
        from === 'default' ? `(${load}('${name}').default ?? ${load}('${name}'))` : `${load}('${name}').${from}`;
      return `const ${as} = $late(() => ${value});`;
    });
    return late.join(' ');
  });
}
