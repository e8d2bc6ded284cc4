import { resolve } from 'node:path';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { findAssetFault } from '../assets/assets.ts';
import type { LockWait } from '../disk/lock.ts';
import { visible } from '../diagnostics/wording.ts';
import {
  type RereadReport,
  type ServeListener,
  type ServeOptions,
  serveSite,
  type Serving,
} from '../preview/serve-site.ts';
import { countInWords } from '../preview/trouble.ts';
import { AGAIN, describePaths, tellWatchLimit, untilStopped, watchProgram } from './build/staying-process.ts';
import {
  cacheFolder,
  contentFolder,
  jobsOf,
  portOf,
  publicationTime,
  readOptions,
  siteAddress,
  UsageError,
} from './arguments.ts';
import { describeFault, describeUnkept, describeWait } from './faults/describe-fault.ts';
import { countOf, plural, whyHeldBack, withPathsFrom } from './output/report.ts';
import { writeDiagnostics } from './output/write-diagnostics.ts';
import { print, tell } from './output/terminal.ts';

const PORT = 8080;
/** Where builds write to, unless they are told. */
const OUTPUT = '_site';
/** Milliseconds. */
const LONGEST_END = 300;

/** `broadsheet serve`: shows the newsroom in a browser, drafts included, and again on each save, until it is stopped. */
export async function serve(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  const ended = untilStopped();
  const terminal = new Terminal(options.content);
  let serving: Serving | undefined;
  const programWatches = watchProgram((path) => {
    const fault = serving && findAssetFault();
    if (!serving || !fault) return terminal.onProgramChange(path);
    tell(`${fault.message}\nThe preview goes on with the styles and scripts as they were.\n`);
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
    if (report.assetFault !== undefined) tell(`${report.assetFault}\n`);
    else if (!isGood) tell(`${countOf(shown)}; ${before}.\n`);
    if (this.isFirst) this.printFirst(report, took);
    else print(`${describePaths(paths)} → ${took}\n`);
    this.isFirst = false;
  }

  onFault(fault: unknown): void {
    tell(`${describeFault(fault)}\n`);
  }

  onWatchLimit(): void {
    tellWatchLimit();
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

function readArguments(args: readonly string[]): ServeOptions {
  const { values } = readOptions({
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
