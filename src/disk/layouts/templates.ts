import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../files.ts';
import { OWN_LAYOUTS, PROGRAM } from '../project.ts';

/** Two files are one layout. Its message says which. */
export class LayoutFault extends Error {
  override readonly name = 'LayoutFault';
}

/** Endings of files that may stand beside layouts and are no templates: what is compiled or imported. */
const OF_PROGRAMS = /^(?:[cm]?[jt]sx?|css|json|map|d\.ts)$/;

/** `article.njk`, `article.11ty.js`: no hidden files, and no copies that editors leave, such as `article.njk~`. */
const TEMPLATE = /^([a-z][a-z0-9-]*)\.((?:11ty\.)?[a-z0-9]+)$/;

/** What the names of layouts that a newsroom adds begin with. */
const ADDED = /^(?:article|page)-/;

/**
 * The layouts that are templates of Eleventy's, each with its file from `layouts/`: `article` → `article.njk`. A template takes the place
 * of Broadsheet's layout of the same name.
 */
export function layoutTemplates(folder = OWN_LAYOUTS): ReadonlyMap<string, string> {
  const files = namesIn(folder);
  const ours = new Set(namesIn(join(PROGRAM, 'layouts')).flatMap((file) => /^([^.]+)\.tsx$/.exec(file)?.[1] ?? []));
  const found = new Map<string, string>();
  for (const file of files) {
    const [, name, ending] = TEMPLATE.exec(file) ?? [];
    if (name === undefined || ending === undefined || OF_PROGRAMS.test(ending)) continue;
    if (!ours.has(name) && !ADDED.test(name)) continue;
    const other = found.get(name) ?? files.find((one) => one === `${name}.tsx`);
    if (other !== undefined) throw twoOfOne(file, other);
    found.set(name, file);
  }
  return found;
}

function twoOfOne(file: string, other: string): LayoutFault {
  const [first, second] = [file, other].sort();
  return new LayoutFault(
    `layouts/${second} Unexpected second file of one layout, expected one: there is layouts/${first}\n  hint: remove one of the two`,
  );
}

/**
 * The files of `layouts/` that templates may be made of, from there, in one order: all but what is compiled, bundled, hidden or a copy that an
 * editor left.
 */
export function templateFiles(folder = OWN_LAYOUTS): readonly string[] {
  return plainFilesIn(folder).filter((path) => !IS_BUNDLED.test(path) && !IS_COMPILED.test(path));
}

const IS_BUNDLED = /^(?:styles|scripts)\//;

/** Components and what they import; a template of Eleventy's may be written in TypeScript, too. */
const IS_COMPILED = /\.tsx$|(?<!\.11ty)\.ts$/;

/** The styles and scripts of `layouts/`, from there, in one order. */
export function bundledFiles(folder = OWN_LAYOUTS): readonly string[] {
  return plainFilesIn(folder).filter((path) => IS_BUNDLED.test(path));
}

/** The components of `layouts/` and what they import from there, which is compiled into the program, in one order. */
export function componentFiles(folder = OWN_LAYOUTS): readonly string[] {
  return plainFilesIn(folder).filter((path) => !IS_BUNDLED.test(path) && IS_COMPILED.test(path));
}

function plainFilesIn(folder: string): readonly string[] {
  return filesIn(folder)
    .filter((path) => !/~$|(?:^|\/)\./.test(path))
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
    .sort();
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

const LAYOUTS = 'layouts/';

/** The text of a file of the newsroom's `layouts/`, by its path from the newsroom's folder, if that leads to one. */
export function layoutText(path: string): string | undefined {
  if (!path.startsWith(LAYOUTS)) return undefined;
  try {
    return readFileSync(join(OWN_LAYOUTS, path.slice(LAYOUTS.length)), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
