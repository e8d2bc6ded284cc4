/**
 * Packages that only Broadsheet's own code uses: they are bundled with it, so no newsroom installs them. In `package.json` they stand below
 * `devDependencies`, by the version that was tried. What Eleventy depends on as well is installed anyway, and must be there once.
 */
export const BUNDLED: readonly string[] = [
  '@csstools/css-tokenizer',
  '@rgrove/parse-xml',
  '@sindresorhus/slugify',
  'baseline-browser-mapping',
  'browserslist',
  'fastest-levenshtein',
  'image-size',
  'markdown-it-footnote',
  'papaparse',
  'preact-render-to-string',
  'yaml',
  'zod',
];
