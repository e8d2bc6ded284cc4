/** Packages that take long to load and are seldom asked for anything. */
export const SELDOM_OF_ELEVENTY = [
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
export const SELDOM_OF_OURS = [
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
export function importLate(code, packages, load) {
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
