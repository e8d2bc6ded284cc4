import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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
