import { existsSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findStylesheetFault } from '../assets/stylesheet.ts';
import type { LockWait } from '../disk/lock.ts';
import { visible } from '../diagnostics/wording.ts';
import { COMPILED, HAS_OWN_FOLDER, NEWSROOM, SETTINGS, shownPath } from '../disk/project.ts';
import { OTHERS, readIfThere } from '../build/program/kept-folders.js';
import {
  type RereadReport,
  type ServeListener,
  type ServeOptions,
  serveSite,
  type Serving,
} from '../preview/serve-site.ts';
import { countInWords } from '../preview/trouble.ts';
import { watchFolder } from '../disk/watch/watch-folder.ts';
import { cacheFolder, contentFolder, jobsOf, portOf, publicationTime, siteAddress, UsageError } from './arguments.ts';
import { describeFault, describeUnkept, describeWait } from './faults/describe-fault.ts';
import { countOf, plural, whyHeldBack, withPathsFrom } from './output/report.ts';
import { writeDiagnostics } from './output/write-diagnostics.ts';
import { print, tell } from './output/terminal.ts';

const PORT = 8080;
/** Where builds write to, unless they are told. */
const OUTPUT = '_site';
/** Milliseconds. */
const LONGEST_END = 300;
/** Tells the process that started this one that it should start another. */
const AGAIN = 75;

/** `broadsheet serve`: shows the newsroom in a browser, drafts included, and again on each save, until it is stopped. */
export async function serve(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
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
  // It must not keep a process going that cannot serve.
  process.channel?.unref();
  const terminal = new Terminal(options.content);
  let serving: Serving | undefined;
  const programWatches = watchProgram((path) => {
    const fault = serving && findStylesheetFault();
    if (!serving || !fault) return terminal.onProgramChange(path);
    tell(`${fault.message}\nThe preview goes on with the styles as they were.\n`);
    serving.showFault(fault);
  });
  const opening = serveSite(options, terminal);
  const first = await Promise.race([
    opening.catch((fault: unknown) => {
      for (const watch of programWatches) watch.close();
      throw explain(fault, options);
    }),
    ended,
  ]);
  // Ctrl-C while the newsroom is read for the first time.
  if (typeof first === 'number') process.exit(first);
  serving = first;
  print(`Preview: ${first.address} (Ctrl-C ends it)\nDesk:    ${first.deskAddress}\n`);
  process.send?.({ port: first.port, key: first.key });
  process.on('message', ({ fault }: { readonly fault?: string }) => {
    if (fault === undefined) return;
    tell(`${fault}\nThe preview goes on with the layouts as they were.\n`);
    first.showFault(fault);
  });
  process.channel?.unref();
  const code = await ended;
  const published = first.endPublishing();
  if (published) {
    print('A story is being published: the preview ends after that …\n');
    await published;
    // Whoever waits for it is told.
    await setImmediate();
  }
  if (code === AGAIN) print('Restarting …\n');
  for (const watch of programWatches) watch.close();
  // Nobody waits for a reading that is still going on; what it leaves behind is removed at the next start.
  await Promise.race([first.close(), wait(LONGEST_END)]);
  process.exit(code);
}

/** Says on the terminal what happens. */
class Terminal implements ServeListener {
  private readonly content: string;
  private isFirst = true;

  constructor(content: string) {
    this.content = content;
  }

  onWait(wait: LockWait): void {
    tell(`${describeWait(wait)}\n`);
  }

  onUnkept(fault: Error): void {
    const { what, hint } = describeUnkept(fault);
    tell(`Nothing is kept for the next start, which will take longer. ${what}\n  hint: ${hint}\n`);
  }

  onReread(report: RereadReport): void {
    const { paths, milliseconds, isGood, standsStill, heldUp, diagnostics, title } = report;
    const took = milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
    const shown = withPathsFrom(diagnostics, this.content);
    writeDiagnostics(shown);
    const site =
      title === undefined ? 'the preview shows nothing else' : 'the preview shows the site as it was before, and these';
    const files = `${countInWords(heldUp)} ${heldUp.size === 1 ? 'is' : 'are'} held up, and the rest goes on`;
    const before = standsStill ? site : files;
    if (report.stylesheetFault !== undefined) tell(`${report.stylesheetFault}\n`);
    else if (!isGood) tell(`${countOf(shown)}; ${before}.\n`);
    if (this.isFirst) this.printFirst(report, took);
    else print(`${describePaths(paths)} → ${took}\n`);
    this.isFirst = false;
  }

  onFault(fault: unknown): void {
    tell(`${describeFault(fault)}\n`);
  }

  onWatchLimit(): void {
    tell('The system watches no more folders for you; changes are looked for every second instead.\n');
    tell('  hint: close other programs that watch files, or raise fs.inotify.max_user_watches\n');
  }

  onProgramChange(path: string): void {
    if (process.send) print(`${path} changed: compiling …\n`);
    else print(`${path} changed: stop this preview and start it again to see it\n`);
    process.send?.({ changed: true });
  }

  private printFirst({ title, stories, heldBack, hidden, embargoed, timeZone }: RereadReport, took: string): void {
    for (const { path, url, until } of embargoed) {
      const why = whyHeldBack({ reason: 'embargo', until }, timeZone);
      print(`Shown here only: ${visible(path)} (${why}), at ${visible(url)}\n`);
    }
    for (const file of heldBack) {
      print(`Not shown: ${visible(file.path)} (${whyHeldBack(file, timeZone)})\n`);
    }
    for (const url of hidden) {
      print(`Not shown here: ${visible(url)} (a build has it; a preview has its own desk and editor there)\n`);
    }
    if (title !== undefined) {
      print(`${visible(title)}: ${plural(stories, 'story', 'stories')} in ${took}\n`);
    }
  }
}

const MOST_PATHS = 3;

function describePaths(paths: readonly string[]): string {
  if (paths.length === 0) return 'time has passed';
  const rest = paths.length - MOST_PATHS;
  return paths.slice(0, MOST_PATHS).map(visible).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** The folders of what a program is made of. A package does not change while it runs. */
const OF_PROGRAM = HAS_OWN_FOLDER ? ['layouts', 'rules'] : ['layouts', 'rules', 'src'];

/** What of it may be added while a preview runs, or lies in no folder of its own. */
const IN_NEWSROOM: ReadonlySet<string> = new Set([SETTINGS, 'layouts', 'rules']);

/** The files elsewhere in the newsroom that its own code imports: see `src/build/program/bundle.js`. */
function othersOfProgram(): readonly string[] {
  const note = COMPILED === undefined ? undefined : readIfThere(join(COMPILED, OTHERS));
  return (JSON.parse(note?.toString() ?? '[]') as readonly string[]).filter((path) => existsSync(path));
}

/** Watches what a new process would be made of. */
function watchProgram(onChange: (path: string) => void): readonly { close(): void }[] {
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

/** Watches the files of a folder, and none below; a preview goes on without where the system has no watch left. */
function watchNames(folder: string, onChange: (name: string) => void): readonly { close(): void }[] {
  try {
    return [watch(folder, (_event, name) => name !== null && onChange(name))];
  } catch {
    return [];
  }
}

function readArguments(args: readonly string[]): ServeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string' },
      cache: { type: 'string' },
      now: { type: 'string' },
      url: { type: 'string' },
      jobs: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
    },
  });
  const content = contentFolder(values.content);
  const port = portOf(values.port);
  // A process that takes the place of another one keeps its port and its key, of which no other program learns.
  const before = portOf(process.env['BROADSHEET_PORT'] || undefined);
  const keyBefore = process.env['BROADSHEET_KEY'];
  delete process.env['BROADSHEET_KEY'];
  return {
    content,
    cache: cacheFolder(values.cache, content, resolve(OUTPUT)),
    now: publicationTime(values.now),
    drafts: true,
    url: siteAddress(values.url),
    jobs: jobsOf(values.jobs),
    host: values.host ?? '127.0.0.1',
    port: before ?? port ?? PORT,
    isPortMovable: port === undefined,
    keyBefore,
  };
}

/** What the person who started it can do about a server that cannot listen. */
function explain(fault: unknown, { port, host }: ServeOptions): unknown {
  const { code } = fault as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new UsageError(`Unexpected program on port ${port}, expected none; choose another --port`);
  if (code === 'EACCES')
    return new UsageError(`Unexpected --port ${port}, expected one that this user may use, such as ${PORT}`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new UsageError(`Unexpected --host \`${host}\`, expected a name or an address of this machine`);
  return fault;
}
