import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { UrlPath } from '../../domain/addresses.ts';
import type { AssetSubject } from '../../pages/site/asset.ts';

/** Name of the file that says that a folder is an output of Broadsheet. */
export const MARK = '.broadsheet.txt';

/** Says that the output is Broadsheet's own, so that files it does not know may be removed from it. */
export const MARK_ASSET: AssetSubject = {
  url: `/${MARK}` as UrlPath,
  text: 'Broadsheet writes this folder, and removes from it what it did not write.\n',
};

/** Whether a build may write to a folder: it is not there, empty, or Broadsheet's own. */
export function isOwnOutput(output: string): boolean {
  if (!existsSync(output)) return true;
  return statSync(output).isDirectory() && (existsSync(join(output, MARK)) || readdirSync(output).length === 0);
}
