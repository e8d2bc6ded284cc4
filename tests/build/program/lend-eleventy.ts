import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintOfSources } from '../../../src/build/program/compile.js';
import { keptFolders } from '../../../src/build/program/kept-folders.js';
import { PROGRAM } from '../../../src/disk/project.ts';

/**
 * Has a copy of the project find what was compiled of this one, as if it had compiled that itself: so it takes Eleventy over from there, as
 * the project does after a change of its own, and compiles nothing but its program.
 *
 * @param copy Absolute path of a copy with the packages of this project, and with a `node_modules` of its own.
 */
export function lendEleventy(copy: string): void {
  const [from = '', to = ''] = [PROGRAM, copy].map((project) => keptFolders(project)[0]);
  const lent = join(to, 'lent');
  mkdirSync(dirname(lent), { recursive: true });
  symlinkSync(join(from, fingerprintOfSources({ program: PROGRAM, newsroom: PROGRAM })), lent);
}
