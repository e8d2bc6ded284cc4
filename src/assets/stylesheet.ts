import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { bundle } from 'lightningcss';
import type { Baseline } from '../domain/site/baseline.ts';
import { withLayouts } from './with-layouts.ts';

/** A stylesheet of `layouts/` cannot be read. Its message begins with the place: `layouts/styles/story.css:12:3`. */
export class StylesheetFault extends Error {
  override readonly name = 'StylesheetFault';
  /** From the folder of the project. */
  readonly path: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong, without the place. */
  readonly problem: string;
  readonly excerpt: string | undefined;

  constructor(place: Pick<StylesheetFault, 'path' | 'line' | 'column' | 'problem' | 'excerpt'>, cause: unknown) {
    const { path, line, column, problem } = place;
    super(`${path}:${line}:${column} ${problem}`, { cause });
    this.path = path;
    this.line = line;
    this.column = column;
    this.problem = problem;
    this.excerpt = place.excerpt;
  }
}

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

/** What is wrong with a stylesheet of `layouts/`, if anything is. */
export function findStylesheetFault(): StylesheetFault | undefined {
  try {
    for (const name of Object.keys(STYLESHEETS) as StylesheetName[]) readStyles(name, { minify: false });
    return undefined;
  } catch (fault) {
    if (fault instanceof StylesheetFault) return fault;
    throw fault;
  }
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
  const problem = `This is not CSS: ${message}`;
  return new StylesheetFault({ path, ...loc, problem, excerpt }, fault);
}
