import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const CODE = /\.[cm]?[jt]sx?$/;

/**
 * The files by which a newsroom adds something to Broadsheet: directives, which are the components of its `layouts/directives/` that take the place
 * of none of ours, and house rules, which are the files of its `rules/`.
 *
 * @param {import('./compile.js').Folders} folders
 * @returns {{ readonly directives: readonly string[], readonly rules: readonly string[] }} Paths from the newsroom's folder.
 */
export function findOwnFiles({ program, newsroom }) {
  const ours = new Set(namesIn(join(program, 'layouts/directives')));
  return {
    directives: namesIn(join(newsroom, 'layouts/directives'))
      .filter((name) => name.endsWith('.tsx') && !ours.has(name))
      .map((name) => `layouts/directives/${name}`),
    rules: namesIn(join(newsroom, 'rules'))
      .filter((name) => CODE.test(name))
      .map((name) => `rules/${name}`),
  };
}

/** @param {string} folder */
export function namesIn(folder) {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/**
 * The files of a folder within a project, from there; none where there is no such folder.
 *
 * @param {string} project
 * @param {string} folder
 */
export function filesIn(project, folder) {
  if (!existsSync(join(project, folder))) return [];
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(project, join(entry.parentPath, entry.name)));
}
