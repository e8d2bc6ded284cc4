import { join, relative } from 'node:path';
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts';
import { printReport } from '../diagnostics/print-report.ts';
import type { HeldBack } from '../domain/edition.ts';
import { printTime } from '../time/print-time.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describeBaseline } from '../baseline/describe-baseline.ts';
import type { BuildReport } from '../build/publishing/build-state.ts';

/** Diagnostics with their paths as whoever called the command would write them. */
export function withPathsFrom(diagnostics: readonly Diagnostic[], content: string): readonly Diagnostic[] {
  const folder = pathFromHere(content);
  const shown = (path: string): string => path.replace(/^content(?=\/|$)/, () => folder);
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    path: shown(diagnostic.path),
    related: diagnostic.related.map((place) => ({ ...place, path: shown(place.path) })),
  }));
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
  return parts.length > 0 ? parts.join(' and ') : 'no errors';
}

/** A number of things, in words: “1 story”, “12 stories”. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Why a story is not published: “draft”, “embargoed until 24 November 2026, 06:00”. */
export function whyHeldBack({ reason, until }: Pick<HeldBack, 'reason' | 'until'>, timeZone: string): string {
  if (until === undefined) return reason;
  return `embargoed until ${printTime({ instant: until, hasTime: true }, 'en-GB', timeZone).text}`;
}

/** Writes diagnostics for a person, to standard error. */
export function writeReport(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) process.stderr.write(`${printReport(diagnostics)}\n`);
}

/** Diagnostics as `--json` gives them. */
export function jsonOf(diagnostics: readonly Diagnostic[]): readonly object[] {
  return diagnostics.map(({ code, severity, path, line, column, message, hint, related }) => ({
    code,
    severity,
    path,
    line,
    column,
    message,
    hint,
    related,
  }));
}

/**
 * Writes the page of the build's report that says which browsers are supported.
 *
 * @param cacheFolder Absolute path of the folder that builds keep things in.
 * @returns Path of the page; undefined where it cannot be written, for a build is as good without it.
 */
export function writeBrowserReport({ baseline, gateHash }: BuildReport, cacheFolder: string): string | undefined {
  const path = join(cacheFolder, 'report/browsers.md');
  try {
    mkdirSync(join(cacheFolder, 'report'), { recursive: true });
    writeFileSync(path, describeBaseline(baseline, gateHash));
    return path;
  } catch {
    return undefined;
  }
}
