import type { Told } from '../../diagnostics/diagnostic.ts';
import { visible } from '../../diagnostics/wording.ts';
import { isAtStandIn } from '../../domain/site/stand-in-url.ts';
import type { BuildEnd } from '../../build/build.ts';
import type { BuildReport } from '../../build/publishing/build-state.ts';
import type { Published } from '../../build/publishing/publish.ts';
import { isForeign, writeForeign } from '../output/formats/formats.ts';
import { countOfAll, heldBackJson, heldBackText, plural, withPathsFrom, writeBrowserReport } from '../output/report.ts';
import { reportJson, writeReport } from '../output/write-diagnostics.ts';
import { print, tell } from '../output/terminal.ts';
import type { BuildArguments } from './build-arguments.ts';

/** Says how a build ended, as it was asked for. Returns the exit code. */
export function tellBuild(end: BuildEnd, asked: BuildArguments, seconds: number): number {
  if (end.kind === 'failed') return tellFailure(end, asked);
  const { options, report: reportOptions, format } = asked;
  const { published, report } = end;
  const diagnostics = withPathsFrom(report.diagnostics, options.content);
  const toDo = withPathsFrom(report.toDo, options.content);
  const browsers = writeBrowserReport(report, options.cache);
  const heldBack = [...report.heldBack, ...report.heldBackPages];
  const log =
    heldBackText(heldBack, { content: options.content, timeZone: report.timeZone }) +
    standInText(report) +
    summaryText(report, published, seconds);
  if (isForeign(format)) writeForeign(report, { format, options: reportOptions, content: options.content, log });
  else if (format === 'json') {
    const document = {
      ...reportJson({ diagnostics, toDo }, reportOptions),
      ...summary(published),
      baseline: {
        ...report.baseline,
        gateHash: report.inlineHashes[0],
        inlineHashes: report.inlineHashes,
        report: browsers,
      },
      heldBack: heldBackJson(heldBack, report),
    };
    printJson(document, asked);
  } else {
    writeReport({ diagnostics, toDo }, reportOptions);
    print(log);
  }
  return 0;
}

/** Says what is wrong; nothing was written. */
function tellFailure(told: Told, asked: BuildArguments): number {
  const {
    options: { content },
    report: options,
    format,
  } = asked;
  const shown = { diagnostics: withPathsFrom(told.diagnostics, content), toDo: withPathsFrom(told.toDo, content) };
  const log = `${countOfAll(told)}; nothing was written.\n`;
  if (isForeign(format)) writeForeign(told, { format, options, content, log });
  else if (format === 'json') {
    printJson({ ...reportJson(shown, options), rendered: 0, unchanged: 0, removed: 0, changed: [] }, asked);
  } else {
    writeReport(shown, options);
    tell(log);
  }
  return 1;
}

function summary({ written, unchanged, removed }: Published): object {
  const changed = [...written, ...removed].map(urlOf).sort();
  return { rendered: written.length, unchanged, removed: removed.length, changed };
}

/** The address of a file of the output. */
function urlOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** That the site is built for an address that nobody has. */
function standInText(report: BuildReport): string {
  if (!isAtStandIn(report)) return '';
  return `Feeds, sitemaps and previews of links lead to ${report.origin}, which stands in for the address of the site: write yours into content/site.yaml, or give it with --url\n`;
}

function summaryText(report: BuildReport, { written, unchanged, removed }: Published, seconds: number): string {
  const { title, stories } = report;
  const counts = `${plural(written.length, 'file')} written, ${unchanged} unchanged, ${removed.length} removed`;
  const memory = Math.round(process.resourceUsage().maxRSS / 1000);
  return `${visible(title)}: ${plural(stories, 'story', 'stories')}, ${counts}, in ${seconds.toFixed(1)} s with ${memory} MB\n`;
}

/** Of builds that follow each other, each has a line of its own. */
function printJson(document: object, { isWatching }: BuildArguments): void {
  print(`${JSON.stringify(document, undefined, isWatching ? undefined : 2)}\n`);
}
