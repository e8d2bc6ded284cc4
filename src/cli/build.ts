import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../domain/edition.ts';
import type { BuildOptions } from '../eleventy/options.ts';
import { readNewsroomOnDisk } from '../eleventy/prepared-build.ts';
import { isOwnOutput, type Published } from '../eleventy/publish.ts';
import { printTime } from '../time/print-time.ts';
import { contentFolder, outputFolder, publicationTime, siteAddress } from './arguments.ts';
import { countOf, jsonOf, plural, withPathsFrom, writeReport } from './report.ts';
import { writeBrowserReport } from './browser-report.ts';
import { UsageError } from './usage-error.ts';

/** `broadsheet build`: builds the site, or says what is wrong and leaves the output as it was. */
export async function build(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const { options, isJson, cacheFolder } = readArguments(args);
  const { edition, diagnostics: found, prepare, pinpoint } = readNewsroomOnDisk(options);
  const diagnostics = withPathsFrom(found, options.content);
  if (diagnostics.some(({ severity }) => severity === 'error')) return fail(diagnostics, isJson);
  if (!isJson) writeReport(diagnostics);
  if (!isOwnOutput(options.output)) {
    throw new UsageError(
      `Unexpected files in \`${options.output}\`, expected an empty folder or one that Broadsheet wrote; choose another --output, or empty it first`,
    );
  }
  const { build: publishSite } = await import('../eleventy/build.ts');
  const prepared = prepare();
  const end = await publishSite(prepared, options.output);
  if (end.kind === 'failed') return fail(withPathsFrom(pinpoint([end.finding]), options.content), isJson);
  const { published } = end;
  const report = writeBrowserReport(prepared, cacheFolder);
  const seconds = (performance.now() - started) / 1000;
  if (isJson)
    printJson({
      diagnostics: jsonOf(diagnostics),
      ...summary(published),
      baseline: { ...edition.site.baseline, gateHash: prepared.gateHash, report },
      heldBack: edition.heldBack.map((story) => heldBackJson(story, edition)),
    });
  else printSummary(edition, published, seconds);
  return 0;
}

/** Says what is wrong; nothing was written. */
function fail(diagnostics: readonly Diagnostic[], isJson: boolean): number {
  if (isJson) {
    printJson({ diagnostics: jsonOf(diagnostics), rendered: 0, unchanged: 0, removed: 0, changed: [] });
  } else {
    writeReport(diagnostics);
    process.stderr.write(`${countOf(diagnostics)}; nothing was written.\n`);
  }
  return 1;
}

function readArguments(args: readonly string[]): {
  readonly options: BuildOptions;
  readonly isJson: boolean;
  readonly cacheFolder: string;
} {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string' },
      output: { type: 'string' },
      cache: { type: 'string' },
      now: { type: 'string' },
      url: { type: 'string' },
      drafts: { type: 'boolean', default: false },
      clean: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const content = contentFolder(values.content);
  const options: BuildOptions = {
    content,
    output: outputFolder(values.output, content),
    now: publicationTime(values.now),
    drafts: values.drafts,
    url: siteAddress(values.url),
  };
  return { options, isJson: values.json, cacheFolder: resolve(values.cache ?? '.cache') };
}

function summary({ written, unchanged, removed }: Published): object {
  const changed = [...written, ...removed].map(urlOf).sort();
  return { rendered: written.length, unchanged, removed: removed.length, changed };
}

/** The address of a file of the output. */
function urlOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

function heldBackJson({ path, headline, reason, until }: Edition['heldBack'][number], { site }: Edition): object {
  const time =
    until === undefined ? undefined : printTime({ instant: until, hasTime: true }, site.language, site.timeZone);
  return { path, headline, reason, until: time?.iso };
}

function printSummary(edition: Edition, { written, unchanged, removed }: Published, seconds: number): void {
  const { site, stories, heldBack } = edition;
  for (const { path, reason, until } of heldBack) {
    const why =
      until === undefined
        ? reason
        : `embargoed until ${printTime({ instant: until, hasTime: true }, 'en-GB', site.timeZone).text}`;
    process.stdout.write(`Not published: ${path} (${why})\n`);
  }
  const counts = `${plural(written.length, 'file')} written, ${unchanged} unchanged, ${removed.length} removed`;
  process.stdout.write(
    `${site.title}: ${plural(stories.length, 'story').replace('storys', 'stories')}, ${counts}, in ${seconds.toFixed(1)} s\n`,
  );
}

function printJson(document: object): void {
  process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
}
