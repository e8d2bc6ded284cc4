import { parseArgs } from 'node:util';
import type { Told } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/wording.ts';
import { buildSite } from '../build/build.ts';
import type { BuildReport } from '../build/publishing/build-state.ts';
import { isOwnOutput } from '../build/publishing/workspace.ts';
import type { BuildOptions, BuildWatcher } from '../build/building.ts';
import type { Published } from '../build/publishing/publish.ts';
import {
  cacheFolder,
  cachesFrom,
  contentFolder,
  jobsOf,
  outputFolder,
  publicationTime,
  shardOf,
  siteAddress,
  UsageError,
} from './arguments.ts';
import { type Format, FORMAT_OPTIONS, formatOf, isForeign, writeForeign } from './output/formats/formats.ts';
import type { LockWait } from '../disk/lock.ts';
import { describeUnkept, describeWait } from './faults/describe-fault.ts';
import { countOfAll, heldBackJson, heldBackText, plural, withPathsFrom, writeBrowserReport } from './output/report.ts';
import {
  reportJson,
  type ReportOptions,
  REPORT_OPTIONS,
  reportOptionsOf,
  writeReport,
} from './output/write-diagnostics.ts';
import { print, showProgress, tell } from './output/terminal.ts';

/** `broadsheet build`: builds the site, or says what is wrong and leaves the output as it was. */
export async function build(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const asked = readArguments(args);
  const { options, report: reportOptions, format } = asked;
  if (!isOwnOutput(options.output)) {
    throw new UsageError(
      `Unexpected files in \`${options.output}\`, expected an empty folder or one that Broadsheet wrote; choose another --output, or empty it first`,
    );
  }
  const progress = new Progress();
  const end = await buildSite(options, progress).finally(() => progress.end());
  if (end.kind === 'failed') return fail(end, asked);
  const { published, report } = end;
  const diagnostics = withPathsFrom(report.diagnostics, options.content);
  const toDo = withPathsFrom(report.toDo, options.content);
  const browsers = writeBrowserReport(report, options.cache);
  const seconds = (performance.now() - started) / 1000;
  const heldBack = [...report.heldBack, ...report.heldBackPages];
  const log =
    heldBackText(heldBack, { content: options.content, timeZone: report.timeZone }) +
    summaryText(report, published, seconds);
  if (isForeign(format)) writeForeign(report, { format, options: reportOptions, content: options.content, log });
  else if (format === 'json')
    printJson({
      ...reportJson({ diagnostics, toDo }, reportOptions),
      ...summary(published),
      baseline: {
        ...report.baseline,
        gateHash: report.inlineHashes[0],
        inlineHashes: report.inlineHashes,
        report: browsers,
      },
      heldBack: heldBackJson(heldBack, report),
    });
  else {
    writeReport({ diagnostics, toDo }, reportOptions);
    print(log);
  }
  return 0;
}

/** Says what is wrong; nothing was written. */
function fail(told: Told, { options: { content }, report: options, format }: BuildArguments): number {
  const shown = { diagnostics: withPathsFrom(told.diagnostics, content), toDo: withPathsFrom(told.toDo, content) };
  const log = `${countOfAll(told)}; nothing was written.\n`;
  if (isForeign(format)) writeForeign(told, { format, options, content, log });
  else if (format === 'json') {
    printJson({ ...reportJson(shown, options), rendered: 0, unchanged: 0, removed: 0, changed: [] });
  } else {
    writeReport(shown, options);
    tell(log);
  }
  return 1;
}

/** What a build was asked for. */
interface BuildArguments {
  readonly options: BuildOptions;
  readonly report: ReportOptions;
  readonly format: Format;
}

function readArguments(args: readonly string[]): BuildArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string' },
      output: { type: 'string' },
      cache: { type: 'string' },
      'cache-from': { type: 'string', multiple: true },
      now: { type: 'string' },
      url: { type: 'string' },
      jobs: { type: 'string' },
      shard: { type: 'string' },
      drafts: { type: 'boolean', default: false },
      clean: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      ...FORMAT_OPTIONS,
      ...REPORT_OPTIONS,
    },
  });
  const content = contentFolder(values.content);
  const output = outputFolder(values.output, content);
  const cache = cacheFolder(values.cache, content, output);
  const options: BuildOptions = {
    content,
    output,
    now: publicationTime(values.now),
    drafts: values.drafts,
    url: siteAddress(values.url),
    cache,
    cachesFrom: cachesFrom(values['cache-from'], cache),
    jobs: jobsOf(values.jobs),
    shard: shardOf(values.shard),
    isClean: values.clean,
    isStrict: values.strict,
  };
  const report = reportOptionsOf(values);
  return { options, report, format: formatOf(values, report) };
}

function summary({ written, unchanged, removed }: Published): object {
  const changed = [...written, ...removed].map(urlOf).sort();
  return { rendered: written.length, unchanged, removed: removed.length, changed };
}

/** The address of a file of the output. */
function urlOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

function summaryText(report: BuildReport, { written, unchanged, removed }: Published, seconds: number): string {
  const { title, stories } = report;
  const counts = `${plural(written.length, 'file')} written, ${unchanged} unchanged, ${removed.length} removed`;
  const memory = Math.round(process.resourceUsage().maxRSS / 1000);
  return `${visible(title)}: ${plural(stories, 'story', 'stories')}, ${counts}, in ${seconds.toFixed(1)} s with ${memory} MB\n`;
}

function printJson(document: object): void {
  print(`${JSON.stringify(document, undefined, 2)}\n`);
}

const EVERY = 100;
const STAGES = { read: 'Reading stories', render: 'Rendering pages', publish: 'Putting pages in place' } as const;

/** Says on a terminal what a build is doing; anywhere else it only says that it waits, or what it cannot keep. */
export class Progress implements BuildWatcher {
  private readonly isShown = process.stderr.isTTY === true && process.env['CI'] === undefined;
  private readonly started = performance.now();
  private shownAt = 0;

  onWait(wait: LockWait): void {
    this.end();
    tell(`${describeWait(wait)}\n`);
  }

  onPassedOver(folder: string, why: string): void {
    this.end();
    tell(`Not all of \`${visible(folder)}\` was taken over: ${why}.\n`);
  }

  onUnkept(fault: Error): void {
    this.end();
    const { what, hint } = describeUnkept(fault);
    tell(`Nothing is kept for the next build, which will take longer. ${what}\n  hint: ${hint}\n`);
  }

  onProgress(stage: keyof typeof STAGES, count?: number, total?: number): void {
    const now = performance.now();
    if (!this.isShown || (count !== undefined && count !== total && now - this.shownAt < EVERY)) return;
    this.shownAt = now;
    const counts = count === undefined || !total ? '' : ` ${count} of ${total}`;
    const seconds = Math.round((now - this.started) / 1000);
    showProgress(`${STAGES[stage]}${counts}, ${seconds} s …`);
  }

  /** Takes back what is shown. */
  end(): void {
    if (this.shownAt > 0) showProgress('');
    this.shownAt = 0;
  }
}
