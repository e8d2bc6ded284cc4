import { existsSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OTHERS, readIfThere } from '../../build/program/kept-folders.js';
import { visible } from '../../diagnostics/wording.ts';
import { COMPILED, HAS_OWN_FOLDER, NEWSROOM, SETTINGS, shownPath } from '../../disk/project.ts';
import { watchFolder } from '../../disk/watch/watch-folder.ts';
import { tell } from '../output/terminal.ts';

/** The exit code that tells the process which started this one to start another: see `keep-serving.js`. */
export const AGAIN = 75;

/** Resolves to the exit code of a command that goes on until it is stopped, when it is, or {@link AGAIN}. */
export function untilStopped(): Promise<number> {
  const ended = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(0));
    // Whoever started this process is gone.
    process.on('disconnect', () => resolve(0));
    // Whoever read the output is gone: `serve | head`. What else is wrong with it is told in `closed-output.js`.
    for (const stream of [process.stdout, process.stderr]) {
      stream.on('error', ({ code }: NodeJS.ErrnoException) => code === 'EPIPE' && resolve(0));
    }
    process.on('message', (message: { readonly again?: true }) => message.again && resolve(AGAIN));
  });
  // It must not keep a process going that cannot begin.
  process.channel?.unref();
  return ended;
}

/** Says that changes are noticed later from now on. */
export function tellWatchLimit(): void {
  tell('The system watches no more folders for you; changes are looked for every second instead.\n');
  tell('  hint: close other programs that watch files, or raise fs.inotify.max_user_watches\n');
}

const MOST_PATHS = 3;

/** What was saved, in a line. */
export function describePaths(paths: readonly string[]): string {
  if (paths.length === 0) return 'time has passed';
  const rest = paths.length - MOST_PATHS;
  return paths.slice(0, MOST_PATHS).map(visible).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** The folders of what a program is made of. A package does not change while it runs. */
const OF_PROGRAM = HAS_OWN_FOLDER ? ['layouts', 'rules'] : ['layouts', 'rules', 'src'];

/** What of it may be added meanwhile, or lies in no folder of its own. */
const IN_NEWSROOM: ReadonlySet<string> = new Set([SETTINGS, 'layouts', 'rules']);

/** The files elsewhere in the newsroom that its own code imports: see `src/build/program/bundle.js`. */
function othersOfProgram(): readonly string[] {
  const note = COMPILED === undefined ? undefined : readIfThere(join(COMPILED, OTHERS));
  return (JSON.parse(note?.toString() ?? '[]') as readonly string[]).filter((path) => existsSync(path));
}

/** Watches what a new process would be made of: layouts, settings, rules. */
export function watchProgram(onChange: (path: string) => void): readonly { close(): void }[] {
  let timer: NodeJS.Timeout | undefined;
  // Editors write a file in several steps.
  const notice = (path: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => onChange(path), 50);
  };
  const folders = OF_PROGRAM.filter((name) => existsSync(join(NEWSROOM, name))).map((name) =>
    watchFolder(join(NEWSROOM, name), { onChange: () => notice(name), onWatchLimit: () => {} }),
  );
  const others = othersOfProgram().flatMap((path) =>
    watchNames(dirname(path), (name) => name === basename(path) && notice(shownPath(path))),
  );
  // The newsroom's folder has much else in it.
  return [...folders, ...others, ...watchNames(NEWSROOM, (name) => IN_NEWSROOM.has(name) && notice(name))];
}

/** Watches the files of a folder, and none below; the command goes on without where the system has no watch left. */
function watchNames(folder: string, onChange: (name: string) => void): readonly { close(): void }[] {
  try {
    return [watch(folder, (_event, name) => name !== null && onChange(name))];
  } catch {
    return [];
  }
}
