import { isMarkdownPage } from './own-pages.ts';

/** Where pages of the newsroom’s own lie, and whatever makes some. */
export const PAGES_FOLDER = 'content/pages/';

/** What Eleventy does with a file of `content/pages/` that is no Markdown: what a program is, is said here and nowhere else. */
export type ProgramRole =
  /** Eleventy runs what stands in it, and makes a page of that. */
  | 'template'
  /** Data of all templates: `_data/`. */
  | 'global-data'
  /** Data of one template or of those of a folder. */
  | 'local-data'
  /** Data of the template of its name, if there is one; a script may also be what a template imports. */
  | 'by-name';

/** What Eleventy does with a file, as far as its path says; `undefined` where it leaves it alone. */
export function programRole(path: string): ProgramRole | undefined {
  if (!path.startsWith(PAGES_FOLDER)) return undefined;
  const within = path.slice(PAGES_FOLDER.length);
  if (within.startsWith('_data/')) return 'global-data';
  if (/\.(?:html|njk|liquid)$/.test(within) || isModuleTemplate(within)) return 'template';
  if (/\.11tydata\.(?:[cm]?js|json)$/.test(within)) return 'local-data';
  const [, folder, name] = /(?:^|\/)([^/]+)\/([^/]+)\.(?:json|[cm]?js)$/.exec(path) ?? [];
  // Data of a folder has its name.
  if (folder !== undefined && folder === name) return 'local-data';
  return /\.json$/.test(within) || SCRIPT.test(within) ? 'by-name' : undefined;
}

/** What a template in JavaScript may be made of. */
const SCRIPT = /\.(?:[cm]?js|[cm]?ts)$/;

/** Whether a file is one that a template may import. */
export function isScript(path: string): boolean {
  return SCRIPT.test(path);
}

/** Whether a template is JavaScript, which is imported and not read. */
export function isModuleTemplate(path: string): boolean {
  return /\.11ty\.[cm]?js$/.test(path);
}

/** Whether a file that Eleventy is handed, or would be, is one that it runs or takes data from. */
export function isProgram(path: string): boolean {
  return path.startsWith(PAGES_FOLDER) && !isMarkdownPage(path);
}

/** What the files of one template have in common: its path, without the ending. */
export function templateStem(path: string): string {
  return path.replace(/(?:\.11ty)?\.[^./]+$/, '');
}

/** Names by which Eleventy knows what is its own, and names that every object has: as names of data they would break both. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  'page',
  'pkg',
  'eleventy',
  'collections',
  'content',
  '__proto__',
  'constructor',
  'prototype',
]);
