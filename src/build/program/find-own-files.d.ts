import type { Folders } from './compile.js';

/** See `find-own-files.js`. */
export function findOwnFiles(folders: Folders): {
  readonly directives: readonly string[];
  readonly rules: readonly string[];
};
