import type { Code } from './catalogue.ts';
import type { Severity } from './catalogue-entry.ts';
import type { Diagnostic } from './diagnostic.ts';

/** How often something is wrong. */
export interface CodeCount {
  readonly code: Code;
  readonly severity: Severity;
  readonly count: number;
  /** In how many files. */
  readonly files: number;
}

/** Counts diagnostics by code: errors first, the most frequent before the others. */
export function countByCode(diagnostics: readonly Diagnostic[]): readonly CodeCount[] {
  const counts = new Map<string, { count: number; readonly files: Set<string>; readonly one: Diagnostic }>();
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.severity} ${diagnostic.code}`;
    const known = counts.get(key) ?? { count: 0, files: new Set(), one: diagnostic };
    known.count += 1;
    known.files.add(diagnostic.path);
    counts.set(key, known);
  }
  return [...counts.values()]
    .map(({ count, files, one: { code, severity } }) => ({ code, severity, count, files: files.size }))
    .sort(
      (one, other) =>
        (one.severity === other.severity ? 0 : one.severity === 'error' ? -1 : 1) ||
        other.count - one.count ||
        (one.code < other.code ? -1 : 1),
    );
}

/** Counts as a table in plain text. */
export function printCounts(counts: readonly CodeCount[]): string {
  const rows = [
    ['code', 'severity', 'count', 'files'],
    ...counts.map(({ code, severity, count, files }) => [code, severity, `${count}`, `${files}`]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return lines.map((cells) => `${cells.join('  ')}\n`).join('');
}
