import { join } from 'node:path';
import { checkBuilds } from './check-builds.ts';
import type { Desk } from './desk.ts';
import { filesOf } from './files-of.ts';
import { withClockAhead } from './with-clock-ahead.ts';
import { writeFiles } from './write-files.ts';

/** Writes what changed in a newsroom, and checks what builds make of it. */
export async function checkDesk(desk: Desk): ReturnType<typeof checkBuilds> {
  writeFiles(join(desk.folder, 'content'), filesOf(desk.newsroom), desk);
  desk.keepsTimes = false;
  return desk.isLater ? withClockAhead(() => checkBuilds(desk)) : checkBuilds(desk);
}
