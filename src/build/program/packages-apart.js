import { join, sep } from 'node:path';

/**
 * Packages that are a third of what Broadsheet is compiled from, and that most commands never load: those by which archives move in, and by
 * which HTML, code and formulas in stories are read. They are compiled once for all programs, which only ask for them.
 */
export const PACKAGES_APART = [
  '@mozilla/readability',
  'hast-util-from-parse5',
  'hast-util-sanitize',
  'hast-util-to-html',
  'hast-util-to-mdast',
  'highlight.js/lib/common',
  'linkedom',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'mdast-util-gfm-footnote',
  'mdast-util-gfm-strikethrough',
  'mdast-util-gfm-table',
  'mdast-util-gfm-task-list-item',
  'mdast-util-to-markdown',
  'micromark',
  'micromark-extension-gfm',
  'parse5',
  'sax',
  'smol-toml',
  'temml',
];

/** The first file of what these are compiled to: each is loaded when it is asked for. */
export const ENTRY_OF_PACKAGES = PACKAGES_APART.map(
  (name) => `exports[${JSON.stringify(name)}] = () => require(${JSON.stringify(name)});`,
).join('\n');

/** What stands in a program for a package: in its own code as a module of either kind, which asks for it by `$apart`. */
const IMPORTED = 'apart';
const REQUIRED = 'apart-required';

/**
 * Has a program ask for these packages in place of having them compiled in.
 *
 * @param {string} program Absolute path of the folder of Broadsheet: what a newsroom's own code imports is the newsroom's.
 * @returns {import('esbuild').Plugin}
 */
export function packagesApart(program) {
  const own = join(program, 'src') + sep;
  return {
    name: 'packages-apart',
    setup(bundle) {
      bundle.onResolve({ filter: /^[@a-z]/ }, ({ path, importer, kind }) => {
        if (!PACKAGES_APART.includes(path) || !importer.startsWith(own)) return undefined;
        return { path, namespace: kind === 'require-call' ? REQUIRED : IMPORTED };
      });
      bundle.onResolve({ filter: /^/, namespace: IMPORTED }, ({ path }) => ({ path, namespace: REQUIRED }));
      bundle.onLoad({ filter: /^/, namespace: IMPORTED }, ({ path }) => {
        const name = JSON.stringify(path);
        return { contents: `export * from ${name};\nexport { default } from ${name};\n` };
      });
      bundle.onLoad({ filter: /^/, namespace: REQUIRED }, ({ path }) => ({
        contents: `module.exports = $apart(${JSON.stringify(path)});\n`,
      }));
    },
  };
}

/** Whether one of the files that a program is compiled from only stands for such a package. @param {string} input A path, as the compiler names it. */
export function isPackageApart(input) {
  return input.startsWith(`${IMPORTED}:`) || input.startsWith(`${REQUIRED}:`);
}

/**
 * Finds packages in what they were compiled to.
 *
 * @param {() => Readonly<Record<string, () => any>>} load Loads that; it is called once, if at all.
 * @returns {(name: string) => object} Gives a package as a module that names what it exports; one that was no such module is its default export, too.
 */
export function findApart(load) {
  /** @type {ReturnType<typeof load> | undefined} */
  let loaded;
  /** @type {Map<string, object>} */
  const known = new Map();
  return (name) => {
    let found = known.get(name);
    if (!found) {
      loaded ??= load();
      const exported = loaded[name]?.();
      found = exported.__esModule ? exported : { __esModule: true, ...exported, default: exported };
      known.set(name, /** @type {object} */ (found));
    }
    return /** @type {object} */ (found);
  };
}
