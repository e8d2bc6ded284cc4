import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printReport } from '../diagnostics/print-report.ts';

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
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ];
  return parts.length > 0 ? parts.join(' and ') : 'no errors';
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
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
