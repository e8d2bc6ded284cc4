import type { BuildOptions } from '../../build/building.ts';
import {
  cacheFolder,
  cachesFrom,
  contentFolder,
  jobsOf,
  outputFolder,
  publicationTime,
  readOptions,
  shardOf,
  siteAddress,
  UsageError,
} from '../arguments.ts';
import { type Format, FORMAT_OPTIONS, formatOf, isForeign } from '../output/formats/formats.ts';
import { type ReportOptions, REPORT_OPTIONS, reportOptionsOf } from '../output/write-diagnostics.ts';
import { readChanged } from './changed-files.ts';

/** What a build was asked for. */
export interface BuildArguments {
  readonly options: BuildOptions;
  readonly report: ReportOptions;
  readonly format: Format;
  /** Whether to build again at each save. */
  readonly isWatching: boolean;
}

/** Reads the arguments of `broadsheet build`, and from standard input what `--changed -` says is there. */
export async function readBuildArguments(args: readonly string[]): Promise<BuildArguments> {
  const { values, positionals } = readOptions({
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
      changed: { type: 'string', multiple: true },
      watch: { type: 'boolean', default: false },
      clean: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      ...FORMAT_OPTIONS,
      ...REPORT_OPTIONS,
    },
    allowPositionals: true,
  });
  const [stray] = positionals;
  if (stray !== undefined && !values.changed)
    throw new UsageError(`Unexpected \`${stray}\`, expected an option; files that changed stand behind --changed`);
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
    changed: values.changed && (await readChanged([...values.changed, ...positionals])),
    isClean: values.clean,
    isStrict: values.strict,
  };
  const report = reportOptionsOf(values);
  const format = formatOf(values, report);
  if (values.watch && isForeign(format))
    throw new UsageError(`Unexpected --format ${format} with --watch, expected text or json`);
  return { options, report, format, isWatching: values.watch };
}
