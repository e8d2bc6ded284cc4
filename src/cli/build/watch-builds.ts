import { basename, extname, join, relative, sep } from 'node:path';
import type { BuildEnd, BuildMemory } from '../../build/build.ts';
import { PUBLIC } from '../../domain/content/content-kinds.ts';
import { watchFolder } from '../../disk/watch/watch-folder.ts';
import { Alarm, SavedChanges } from '../../preview/changes.ts';
import { UsageError } from '../arguments.ts';
import { describeFault } from '../faults/describe-fault.ts';
import { print, tell } from '../output/terminal.ts';
import type { BuildArguments } from './build-arguments.ts';
import { runBuild } from './run-build.ts';
import { AGAIN, describePaths, tellWatchLimit, untilStopped, watchProgram } from './staying-process.ts';

/** `broadsheet build --watch`: builds, and again at each save and whenever an embargo ends, until it is stopped. */
export async function watchBuilds(asked: BuildArguments): Promise<number> {
  const ended = untilStopped();
  const builds = new WatchedBuilds(asked);
  const programWatches = watchProgram(tellProgramChange);
  process.on('message', ({ fault }: { readonly fault?: string }) => {
    if (fault !== undefined) tell(`${fault}\nBuilds go on with the layouts as they were.\n`);
  });
  process.channel?.unref();
  builds.start();
  const code = await ended;
  for (const watch of programWatches) watch.close();
  if (code === AGAIN) tell('Starting again …\n');
  await builds.stop();
  process.exit(code);
}

/** Only a new process runs another program; it is for whoever started this one to start that, if somebody is there. */
function tellProgramChange(path: string): void {
  if (process.send) tell(`${path} changed: compiling …\n`);
  else tell(`${path} changed: stop this and start it again, for that to count\n`);
  process.send?.({ changed: true });
}

/** Of more changes than this, some may have been lost: systems keep a limited number of them until somebody asks. */
const MOST_CHANGES = 1_000;
/** Milliseconds after which another Ctrl-C is meant for a build that has not ended. The first may come twice, from the terminal and from the process above. */
const SECOND_STOP = 1_000;

/** The builds of a newsroom that is watched, one after the other. */
class WatchedBuilds {
  private readonly asked: BuildArguments;
  private readonly changes = new SavedChanges((paths) => this.build(paths));
  private readonly alarm = new Alarm(() => this.changes.note(undefined));
  private readonly memory: BuildMemory = { cache: undefined };
  private watch: { close(): void } | undefined;
  private isBuilding = false;
  /** How the last build ended; nothing before the first, and of one that broke. */
  private last: BuildEnd | undefined;
  private isFirst = true;

  constructor(asked: BuildArguments) {
    this.asked = asked;
  }

  /** Watches, and builds for the first time: what is saved from now on is in that build, or in the next. */
  start(): void {
    const onChange = (path: string): void => this.notice(path);
    this.watch = watchFolder(this.asked.options.content, { onChange, onWatchLimit: tellWatchLimit });
    this.changes.note(undefined);
  }

  /** Stops; a build that has begun comes to its end. */
  async stop(): Promise<void> {
    this.watch?.close();
    this.alarm.set(undefined);
    if (this.isBuilding) {
      tell('Ends with this build; Ctrl-C once more ends it now.\n');
      const stopped = performance.now();
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.on(signal, () => performance.now() - stopped > SECOND_STOP && process.exit(0));
    }
    await this.changes.close();
  }

  private notice(path: string): void {
    const within = relative(this.asked.options.content, path);
    // Node keeps what it once imported.
    if (within.startsWith(`pages${sep}`) && /^\.[cm]?[jt]s$/.test(extname(path))) tellProgramChange(within);
    this.changes.note(path);
  }

  private async build(paths: ReadonlySet<string> | undefined): Promise<void> {
    this.isBuilding = true;
    const { asked, memory } = this;
    const { content, now } = asked.options;
    const within = [...(paths ?? [])].map((path) => relative(content, path) || basename(content));
    if (!this.isFirst && asked.format === 'text') print(`${describePaths(within)} →\n`);
    const options = this.isFirst
      ? asked.options
      : { ...asked.options, changed: this.changedSince(paths), isClean: false };
    this.isFirst = false;
    this.last = undefined;
    try {
      this.last = (await runBuild({ ...asked, options }, memory)).end;
    } catch (fault) {
      tell(`${fault instanceof UsageError ? fault.message : describeFault(fault)}\n`);
    }
    this.alarm.set(this.last?.kind === 'published' && now === undefined ? this.last.until : undefined);
    this.isBuilding = false;
  }

  /** What changed since the last build, if that is known: not where it was not published, for then what it was to publish is still to be done. */
  private changedSince(paths: ReadonlySet<string> | undefined): readonly string[] | undefined {
    if (!paths || paths.size > MOST_CHANGES || this.last?.kind !== 'published') return undefined;
    // Names with a dot in front are published from there, and not watched.
    return [...paths, join(this.asked.options.content, basename(PUBLIC.folder))];
  }
}
