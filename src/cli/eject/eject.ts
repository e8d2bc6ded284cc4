import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { originalAt, originalPaths, printMark } from '../../disk/layouts/copies.ts';
import { PLAIN_SETTINGS } from '../../disk/layouts/settings-file.ts';
import { layoutTemplates } from '../../disk/layouts/templates.ts';
import { HAS_OWN_FOLDER, NEWSROOM, PROGRAM, SETTINGS } from '../../disk/project.ts';
import { nearest, quote } from '../../diagnostics/wording.ts';
import { readOptions, UsageError } from '../arguments.ts';
import { pathFromHere } from '../output/report.ts';
import { print, tell } from '../output/terminal.ts';
import { howToWrap } from './how-to-wrap.ts';

/** `broadsheet eject layouts/parts/card.tsx`: copies one of Broadsheet's files into the newsroom's `layouts/`, or lists them. */
export async function eject(args: readonly string[]): Promise<number> {
  const { positionals } = readOptions({ args: [...args], allowPositionals: true, options: {} });
  const [written, ...more] = positionals;
  if (more.length > 0)
    throw new UsageError(
      `Unexpected ${quote(more[0])}, expected one file: npx broadsheet eject layouts/parts/card.tsx`,
    );
  if (written === undefined) return list();
  const path = pathOf(written);
  const original = originalAt(path);
  if (!original) throw new UsageError(unknownFile(written, path));
  const file = join(NEWSROOM, path);
  const obstacle = obstacleTo(path, file);
  if (obstacle !== undefined) {
    tell(`${obstacle}\n`);
    return 1;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${printMark(original.mark)}\n${original.text}`, { flag: 'wx' });
  print(`${pathFromHere(file)}\n`);
  tell(
    `It takes the place of Broadsheet's file, as it is in ${original.mark.version}: no update reaches it any more.\n`,
  );
  tell('After each update, `npx broadsheet check` tells whether ours has changed, and how.\n');
  tell(`${howToWrap(path, original.text)}\n`);
  return 0;
}

/** Prints the paths of the files that there are; those that the newsroom has in their place are marked. */
function list(): number {
  for (const path of originalPaths()) {
    const isOwn = HAS_OWN_FOLDER && existsSync(join(NEWSROOM, path));
    print(`${path}${isOwn ? ' (you have your own)' : ''}\n`);
  }
  return 0;
}

/** The path from a newsroom's folder, however it is written. */
function pathOf(written: string): string {
  const path = written.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
  const within = path.startsWith(`${NEWSROOM}/`) ? path.slice(NEWSROOM.length + 1) : path;
  return within.startsWith('layouts/') ? within : `layouts/${within}`;
}

function unknownFile(written: string, path: string): string {
  const meant = nearest(path, originalPaths());
  const guess = meant === undefined ? 'npx broadsheet eject lists them' : `did you mean \`${meant}\`?`;
  return `Unexpected file ${quote(written)}, expected one of Broadsheet's layouts; ${guess}`;
}

/** Why a file cannot be copied, and what next. */
function obstacleTo(path: string, file: string): string | undefined {
  if (!HAS_OWN_FOLDER) {
    return `${process.cwd()}${sep}`.startsWith(PROGRAM + sep)
      ? `${path} is there to edit: this is Broadsheet's own folder\n  hint: change the file itself`
      : `Unexpected folder without \`${SETTINGS}\`, expected that of a newsroom\n  hint: change into the folder that has content/, and give the command there; where that has none, write one with the line \`${PLAIN_SETTINGS}\``;
  }
  if (existsSync(file))
    return `Unexpected file at ${path}, expected none: it is your own\n  hint: to begin anew with ours, move yours away first`;
  const name = /^layouts\/([^/]+)\.tsx$/.exec(path)?.[1];
  const template = name === undefined ? undefined : layoutTemplates().get(name);
  if (template === undefined) return undefined;
  return `Unexpected template layouts/${template}, expected no other file of this layout\n  hint: move it away first: one of the two can have the place of ours`;
}
