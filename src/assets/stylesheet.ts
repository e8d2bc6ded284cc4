import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { bundle } from 'lightningcss';
import type { Baseline } from '../domain/site/baseline.ts';
import { AssetFault, CORRECT } from './asset-fault.ts';
import { withLayouts } from './with-layouts.ts';

/** The stylesheets of a site, by the files of `layouts/` that they begin with: that of all pages, and what only some have beside it. */
const STYLESHEETS = {
  site: 'styles/site.css',
  front: 'styles/fronts.css',
  chart: 'styles/some-pages/chart.css',
  notation: 'styles/some-pages/notation.css',
  'picture-viewer': 'styles/some-pages/picture-viewer.css',
} as const;
export type StylesheetName = keyof typeof STYLESHEETS;

/** One of the stylesheets of a site with all that it imports, made small, for the browsers of a baseline. */
export function bundleStyles(name: StylesheetName, { styleTargets }: Pick<Baseline, 'styleTargets'>): string {
  return readStyles(name, { minify: true, targets: styleTargets });
}

/** Reads all stylesheets of `layouts/`; one that cannot be read is thrown as an {@link AssetFault}. */
export function tryStyles(): void {
  for (const name of Object.keys(STYLESHEETS) as StylesheetName[]) readStyles(name, { minify: false });
}

interface StyleOptions {
  readonly minify: boolean;
  readonly targets?: Baseline['styleTargets'];
}

function readStyles(name: StylesheetName, options: StyleOptions): string {
  return withLayouts((layouts) => {
    try {
      const { code } = bundle({ filename: join(layouts, STYLESHEETS[name]), ...options });
      return Buffer.from(code).toString('utf8');
    } catch (fault) {
      throw placed(fault, layouts);
    }
  });
}

/** What lightningcss says of an error, beside its message. */
interface StyleError extends Error {
  readonly fileName?: string;
  /** The line counts from 1. */
  readonly loc?: { readonly line: number; readonly column: number };
}

/** The fault of a stylesheet with its place; any other as it is. */
function placed(fault: unknown, layouts: string): unknown {
  const { fileName, loc, message } = fault as StyleError;
  if (fileName === undefined || !loc) return fault;
  const excerpt = readFileSync(fileName, 'utf8').split(/\r?\n/)[loc.line - 1];
  const path = `layouts/${relative(layouts, fileName).replaceAll(sep, '/')}`;
  // What the system says: it is an import that leads nowhere.
  const isUnread = /\(os error \d+\)$/.test(message);
  const [problem, hint] = isUnread
    ? [`The file that is imported here cannot be read: ${message}`, 'write its path from this file, with its ending']
    : [`This is not CSS: ${message}`, CORRECT];
  return new AssetFault({ path, ...loc, excerpt }, { problem, hint, cause: fault });
}
