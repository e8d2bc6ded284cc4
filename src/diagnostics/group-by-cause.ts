import { entryOf } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

/** What one thing is to blame for, wherever it shows. */
export interface Cause {
  /** Where it shows first. */
  readonly first: Diagnostic;
  /** Where else it shows, in the order of their places. */
  readonly others: readonly Diagnostic[];
}

/** Puts together what has one cause. Causes are in the order of the places where they show first. */
export function groupByCause(diagnostics: readonly Diagnostic[]): readonly Cause[] {
  const causes = new Map<unknown, { readonly first: Diagnostic; readonly others: Diagnostic[] }>();
  for (const diagnostic of diagnostics) {
    const { code, severity, message, hint } = diagnostic;
    const key = entryOf(code).isNaming ? JSON.stringify([code, severity, message, hint]) : diagnostic;
    const known = causes.get(key);
    if (known) known.others.push(diagnostic);
    else causes.set(key, { first: diagnostic, others: [] });
  }
  return [...causes.values()];
}

/** How many causes a report has, unless another number is asked for. */
export const MOST_CAUSES = 50;

/**
 * As many of some things as may be shown, in their order. Errors go before warnings, and the first of each code before the others,
 * so that 900 of one do not hide the one of another.
 */
export function mostUrgent<Item>(
  items: readonly Item[],
  limit: number,
  diagnosticOf: (item: Item) => Diagnostic,
): readonly Item[] {
  if (items.length <= limit) return items;
  const met = new Set<string>();
  const ranked = items.map((item, index) => {
    const { code, severity } = diagnosticOf(item);
    const kind = `${severity} ${code}`;
    const isFirst = !met.has(kind);
    met.add(kind);
    return { item, index, rank: (severity === 'error' ? 0 : 2) + (isFirst ? 0 : 1) };
  });
  const shown = ranked.sort((one, other) => one.rank - other.rank || one.index - other.index).slice(0, limit);
  return shown.sort((one, other) => one.index - other.index).map(({ item }) => item);
}
