import { join } from 'node:path';
import { NEWSROOM } from './project.ts';
import { makeTemporary } from './temporary.js';

/**
 * Makes a folder for what is needed for a moment; whoever asks for it removes it. Where the system has no place that can be written to, it is in
 * the newsroom's `.cache`.
 *
 * @param name What it is for.
 * @returns Absolute path.
 */
export function makeTemporaryFolder(name: string): string {
  return makeTemporary(`broadsheet-${name}-`, [join(NEWSROOM, '.cache')]);
}
