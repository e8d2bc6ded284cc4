import { type Diagnostic, isError, stopsBuild } from '../../diagnostics/diagnostic.ts';
import { byPlace } from '../../diagnostics/pinpoint.ts';
import { checkNewsroom } from '../../build/look-at-newsroom.ts';
import type { ReadOptions } from '../../build/building.ts';
import { tryLayouts } from '../../build/try-layouts.ts';
import { ADDRESSES_PATH } from '../../domain/site/permanent-addresses.ts';
import { cacheOfCheck, contentFolder, jobsOf, publicationTime, readOptions, UsageError } from '../arguments.ts';
import { FORMAT_OPTIONS, formatOf, isForeign, writeForeign } from '../output/formats/formats.ts';
import {
  countOfAll,
  heldBackJson,
  heldBackText,
  pathFrom,
  plural,
  programsText,
  withPathsFrom,
} from '../output/report.ts';
import { reportJson, REPORT_OPTIONS, reportOptionsOf, writeReport } from '../output/write-diagnostics.ts';
import { print, tell } from '../output/terminal.ts';
import { askOutside } from './external/ask-outside.ts';
import { countUnrecorded, fixAddresses, fixRedirects } from './fix-addresses.ts';

/** `broadsheet check`: says what a build of the same would say is wrong with the content, builds nothing, and mends what is certain if asked to. */
export async function check(args: readonly string[]): Promise<number> {
  const { values } = readOptions({
    args: [...args],
    options: {
      content: { type: 'string' },
      now: { type: 'string' },
      drafts: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      external: { type: 'boolean', default: false },
      cache: { type: 'string' },
      ...FORMAT_OPTIONS,
      ...REPORT_OPTIONS,
    },
  });
  const content = contentFolder(values.content);
  const now = publicationTime(values.now);
  const options = reportOptionsOf(values);
  const format = formatOf(values, options);
  if (values.fix && values.drafts) throw new UsageError('Unexpected --drafts with --fix, expected one of the two');
  const asked = { content, now, drafts: values.drafts, url: undefined };
  const cache = cacheOfCheck(values.cache, content);
  const { found, fixed } = values.fix ? await lookAndFix(asked, cache) : { found: await look(asked, cache), fixed: [] };
  const { read, fault } = found;
  const outside = values.external ? await askOutside(read, { content, cache }) : undefined;
  const { toDo } = read;
  const { site, heldBackPages } = read.edition;
  const heldBack = [...read.edition.heldBack, ...heldBackPages];
  const told = { diagnostics: [...found.diagnostics, ...(outside?.diagnostics ?? [])].sort(byPlace), toDo };
  const shown = { diagnostics: withPathsFrom(told.diagnostics, content), toDo: withPathsFrom(toDo, content) };
  const unrecorded = told.diagnostics.some(isError) ? 0 : countUnrecorded(content, read.edition);
  const asides =
    heldBackText(heldBack, { content, timeZone: site.timeZone }) +
    programsText(read.programs) +
    unrecordedText(unrecorded) +
    (outside?.summary ?? '');
  const done = fixed.map((line) => `${line}\n`).join('');
  const count = `${countOfAll(told)}\n`;
  if (isForeign(format)) {
    writeForeign(told, { format, options, content, log: done + asides + count });
  } else if (format === 'json') {
    const programs = read.programs.map(({ path }) => pathFrom(path, content));
    const document = {
      ...reportJson(shown, options),
      heldBack: heldBackJson(heldBack, site),
      programs,
      unrecorded,
      ...(values.fix && { fixed }),
    };
    print(`${JSON.stringify(document, undefined, 2)}\n`);
  } else {
    writeReport(shown, options);
    print(done + asides);
    // What is wrong goes to standard error, and its count with it; that nothing is wrong is what was asked for.
    const write = told.diagnostics.length + toDo.length > 0 ? tell : print;
    write(count);
  }
  // After what was found, for that may be why.
  if (fault !== undefined) throw fault;
  return stopsBuild(told, { isStrict: values.strict }) ? 1 : 0;
}

/** Says that the record of addresses does not have all that is published: nothing is wrong, but what it lacks may get lost. */
function unrecordedText(count: number): string {
  if (count === 0) return '';
  const addresses = plural(count, 'published address is', 'published addresses are');
  return `${addresses} not in ${ADDRESSES_PATH} yet: \`npx broadsheet check --fix\` adds ${count === 1 ? 'it' : 'them'}\n`;
}

/** What a look at a newsroom has found. */
interface Found {
  readonly read: Awaited<ReturnType<typeof checkNewsroom>>;
  /** Of the content and of the layouts, with paths from the content folder's parent. */
  readonly diagnostics: readonly Diagnostic[];
  /** What keeps layouts from being tried, if anything does. */
  readonly fault: unknown;
}

async function look(asked: ReadOptions, cache: string): Promise<Found> {
  const read = await checkNewsroom(asked, jobsOf(undefined), { cache });
  const isPrintable = !read.diagnostics.some(isError);
  const trial = isPrintable ? await tryLayouts(asked, jobsOf(undefined)) : { diagnostics: [] };
  return { read, diagnostics: union(read.diagnostics, trial.diagnostics), fault: trial.fault };
}

/**
 * Looks at a newsroom, mends what is certain, and looks again if that changes anything. Addresses are permanent when they are published: of content without
 * errors. While something else than an address is wrong, nobody knows what the addresses are, and nothing is mended.
 */
async function lookAndFix(
  asked: ReadOptions,
  cache: string,
): Promise<{ readonly found: Found; readonly fixed: readonly string[] }> {
  const before = await look(asked, cache);
  if (before.diagnostics.some((diagnostic) => isError(diagnostic) && diagnostic.code !== 'address-lost'))
    return { found: before, fixed: [NOTHING_FIXED] };
  const redirects = fixRedirects(asked.content, before.read.edition);
  const found = redirects.hasChanged ? await look(asked, cache) : before;
  if (found.fault !== undefined || found.diagnostics.some(isError)) return { found, fixed: redirects.done };
  const addresses = fixAddresses(asked.content, found.read.edition);
  return { found, fixed: [...redirects.done, ...addresses.done] };
}

const NOTHING_FIXED = 'Nothing was added to any file: mend the errors first that are told of, and run this again.';

/** A build that fails tells again most of what was read. */
function union(read: readonly Diagnostic[], ofLayouts: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set(ofLayouts.map((diagnostic) => JSON.stringify(diagnostic)));
  return [...read.filter((diagnostic) => !told.has(JSON.stringify(diagnostic))), ...ofLayouts];
}
