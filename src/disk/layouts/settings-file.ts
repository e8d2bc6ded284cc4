import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SITE_PATH } from '../../domain/site/site.ts';
import { PROGRAM, SETTINGS } from '../project.ts';
import { LayoutFault } from './templates.ts';

/** All that a newsroom's settings need to say. */
export const PLAIN_SETTINGS = "export { default } from 'broadsheet';";

/** What Eleventy takes for its configuration, and others than Broadsheet have. */
const CONFIGURATION = /^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/;

/** Folders of what a newsroom adds, which it has by its settings. */
const OWN = ['layouts', 'rules'];

/**
 * Throws where a newsroom has files that nothing would use, so that it would be published without them: a configuration of another name than
 * that which is read, or layouts and rules without one.
 *
 * @param folder Absolute path of the folder that the command was given in.
 */
export function demandSettings(folder: string): void {
  if (!existsSync(join(folder, SITE_PATH))) return;
  const names = readdirSync(folder);
  const hasSettings = names.includes(SETTINGS);
  const other = names.find((name) => name !== SETTINGS && CONFIGURATION.test(name));
  if (other !== undefined)
    throw new LayoutFault(
      `${other} Unexpected configuration, expected it in ${SETTINGS}: this one is not read\n  hint: ${hasSettings ? `move what it says into ${SETTINGS}, and remove it` : `name it ${SETTINGS}, and have it hand over that of Broadsheet: \`import broadsheet from 'broadsheet';\` and \`return broadsheet(config);\``}`,
    );
  const unused = hasSettings ? undefined : OWN.find((name) => names.includes(name));
  if (unused !== undefined)
    throw new LayoutFault(
      `${unused}/ Unexpected files without ${SETTINGS} beside them, expected one: without it none of them is used\n  hint: write ${SETTINGS} with the line \`${PLAIN_SETTINGS}\`, or remove ${unused}/`,
    );
}

/**
 * The folder of a newsroom whose layouts or rules are not used, for a command uses those of the folder that it was given in; nothing where there are none.
 *
 * @param content Absolute path of the content folder that was asked for.
 * @param folder Absolute path of the folder that the command was given in.
 */
export function unusedBeside(content: string, folder: string): string | undefined {
  const newsroom = dirname(content);
  if (relative(newsroom, folder) === '' || newsroom === PROGRAM || !existsSync(join(newsroom, SETTINGS)))
    return undefined;
  return OWN.some((name) => existsSync(join(newsroom, name))) ? newsroom : undefined;
}
