import { PACKAGES_APART } from '../program/packages-apart.js';

/**
 * Packages that only Broadsheet's own code uses: they are bundled with it, so no newsroom installs them. In `package.json` they stand below
 * `devDependencies`, by the version that was tried. What Eleventy depends on as well is installed anyway, and must be there once.
 */
export const BUNDLED: readonly string[] = [
  ...PACKAGES_APART.map(packageOf),
  '@csstools/css-tokenizer',
  '@rgrove/parse-xml',
  '@sindresorhus/slugify',
  'baseline-browser-mapping',
  'browserslist',
  'd3-array',
  'd3-shape',
  'd3-time',
  'diff',
  'fastest-levenshtein',
  'gray-matter',
  'image-size',
  'launch-editor',
  'markdown-it-deflist',
  'markdown-it-emoji',
  'markdown-it-footnote',
  'markdown-it-mark',
  'markdown-it-sub',
  'markdown-it-sup',
  'papaparse',
  'preact-render-to-string',
  'yaml',
  'zod',
];

/** `@scope/name/file` is of `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** What a lockfile of npm says of a package, as far as it matters here. */
export interface LockedDependencies {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Which packages a newsroom gets, installed beside Broadsheet or bundled with it: what those need that builds need, on any system.
 *
 * @param packages All packages of a lockfile, by the folders that they are installed into; that of the project itself is the empty text.
 * @returns Their folders.
 */
export function shippedPackages(packages: Readonly<Record<string, LockedDependencies>>): ReadonlySet<string> {
  const bundled = BUNDLED.map((name) => `node_modules/${name}`);
  const shipped = new Set([...neededBy('', packages), ...bundled]);
  for (const folder of shipped) for (const needed of neededBy(folder, packages)) shipped.add(needed);
  return shipped;
}

function neededBy(folder: string, packages: Readonly<Record<string, LockedDependencies>>): readonly string[] {
  const { dependencies, optionalDependencies } = packages[folder] ?? {};
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) => {
    const found = placesFrom(folder).map((place) => `${place}node_modules/${name}`);
    return found.find((place) => packages[place] !== undefined) ?? [];
  });
}

/** Where Node looks for packages from a folder, nearest first. */
function placesFrom(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split(/\/?node_modules\//).slice(1);
  return parts
    .map((_, index) => `node_modules/${parts.slice(0, parts.length - index).join('/node_modules/')}/`)
    .concat('');
}
