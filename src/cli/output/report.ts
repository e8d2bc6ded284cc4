import { join, relative } from 'node:path';
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts';
import { visible } from '../../diagnostics/wording.ts';
import { groupByCause } from '../../diagnostics/group-by-cause.ts';
import type { HeldBack } from '../../domain/edition.ts';
import { PAGES_FOLDER } from '../../domain/site/programs.ts';
import { printTime } from '../../time/print-time.ts';
import { makeGivenFolder, makeOwnFolder, writeOwnFile } from '../../disk/files.ts';
import { describeBaseline } from '../../baseline/describe-baseline.ts';
import type { BuildReport } from '../../build/publishing/build-state.ts';

/** Diagnostics with their paths as whoever called the command would write them. */
export function withPathsFrom(diagnostics: readonly Diagnostic[], content: string): readonly Diagnostic[] {
  return withPaths(diagnostics, (path) => pathFrom(path, content));
}

/** Diagnostics with their paths, and those of their related places, in another form. */
export function withPaths(diagnostics: readonly Diagnostic[], shown: (path: string) => string): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    path: shown(diagnostic.path),
    related: diagnostic.related.map((place) => ({ ...place, path: shown(place.path) })),
  }));
}

/** The path of a file of the newsroom as whoever called the command would write it. */
export function pathFrom(path: string, content: string): string {
  return path.replace(/^content(?=\/|$)/, () => pathFromHere(content));
}

/** A path as whoever called the command would write it. */
export function pathFromHere(path: string): string {
  const near = relative(process.cwd(), path) || '.';
  return near.startsWith('..') ? path : near;
}

/** How many errors and warnings there are, in words. */
export function countOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ];
  if (parts.length === 0) return 'no errors';
  const causes = groupByCause(diagnostics).length;
  return parts.join(' and ') + (causes < diagnostics.length ? `, from ${plural(causes, 'cause')}` : '');
}

/** A number of things, in words: “1 story”, “12 stories”. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A story or a page that is not published, as far as it is told of. */
type Unpublished = Pick<HeldBack, 'path' | 'headline' | 'reason' | 'until'>;

/** Which stories and pages are not published, and why, a line each. */
export function heldBackText(heldBack: readonly Unpublished[], { content, timeZone }: HeldBackPlace): string {
  return heldBack
    .map((story) => `Not published: ${visible(pathFrom(story.path, content))} (${whyHeldBack(story, timeZone)})\n`)
    .join('');
}

const MOST_PROGRAMS = 10;

/** Which files of `content/pages/` Eleventy runs or takes data from, in a line. */
export function programsText(programs: readonly { readonly path: string }[]): string {
  if (programs.length === 0) return '';
  const names = programs.slice(0, MOST_PROGRAMS).map(({ path }) => path.slice(PAGES_FOLDER.length));
  const more = programs.length > names.length ? ` and ${programs.length - names.length} more` : '';
  const files = plural(programs.length, 'file of content/pages/ is a program', 'files of content/pages/ are programs');
  return `${files}, or data for one: ${visible(names.join(', '))}${more}\n`;
}

/** What is told of stories and pages that are not published, for `--json`. */
export function heldBackJson(
  heldBack: readonly Unpublished[],
  { language, timeZone }: { readonly language: string; readonly timeZone: string },
): readonly object[] {
  return heldBack.map(({ path, headline, reason, until }) => {
    const time = until === undefined ? undefined : printTime({ instant: until, hasTime: true }, language, timeZone);
    return { path, headline, reason, until: time?.iso };
  });
}

/** Where stories are, and in which zone their time is told. */
interface HeldBackPlace {
  readonly content: string;
  readonly timeZone: string;
}

/** Why a story is not published: “draft”, “embargoed until 24 November 2026, 06:00”. */
export function whyHeldBack({ reason, until }: Pick<HeldBack, 'reason' | 'until'>, timeZone: string): string {
  if (reason === 'errors') return 'it has errors';
  if (until === undefined) return reason;
  return `embargoed until ${printTime({ instant: until, hasTime: true }, 'en-GB', timeZone).text}`;
}

/** How much is wrong, in words, and how much is still to do in drafts. */
export function countOfAll({
  diagnostics,
  toDo,
}: {
  readonly diagnostics: readonly Diagnostic[];
  readonly toDo: readonly Diagnostic[];
}): string {
  const count = countOf(diagnostics);
  return toDo.length === 0 ? count : `${count}; ${plural(toDo.length, 'thing')} still to do in drafts`;
}

/**
 * Writes the page of the build's report that says which browsers are supported.
 *
 * @param cacheFolder Absolute path of the folder that builds keep things in.
 * @returns Path of the page; undefined where it cannot be written, for a build is as good without it.
 */
export function writeBrowserReport({ baseline, inlineHashes }: BuildReport, cacheFolder: string): string | undefined {
  const folder = join(cacheFolder, 'report');
  const path = join(folder, 'browsers.md');
  try {
    makeGivenFolder(cacheFolder);
    makeOwnFolder(folder);
    writeOwnFile(path, describeBaseline(baseline, inlineHashes));
    return path;
  } catch {
    return undefined;
  }
}
