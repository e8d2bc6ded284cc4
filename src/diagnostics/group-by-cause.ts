import { type DiagnosticCode, isInCatalogue } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

/** What one thing is to blame for, wherever it shows. */
export interface Cause {
  /** Where it shows first. */
  readonly first: Diagnostic;
  /** Where else it shows, in the order of their places. */
  readonly others: readonly Diagnostic[];
}

/**
 * Codes whose messages name what is missing, misspelt or not understood: all with one message and one hint have one cause, and
 * are mended alike. A picture without words is not among them, for each needs words of its own. So it is with all that a house rule finds.
 */
const NAMING: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  ...(['file-unreadable', 'file-encoding', 'file-misplaced', 'front-matter-missing', 'front-matter-language'] as const),
  ...(['key-unknown', 'key-missing', 'value-type', 'value-choice', 'url-invalid'] as const),
  ...(['language-invalid', 'language-without-words', 'section-unknown', 'series-unknown', 'layout-unknown'] as const),
  ...(['html-removed', 'attributes-dropped'] as const),
  ...(['directive-unknown', 'directive-attribute', 'directive-misused', 'picture-attribute'] as const),
  ...(['picture-missing', 'picture-remote', 'picture-unreadable', 'picture-too-large', 'path-outside'] as const),
  ...(['media-missing', 'media-type', 'media-unreadable', 'table-invalid', 'address-line'] as const),
  ...(['outside-gone', 'outside-moved', 'outside-unreachable', 'outside-insecure'] as const),
  ...(['link-broken', 'link-unpublished', 'story-unknown', 'related-unpublished'] as const),
  ...(['contributor-unknown', 'contributor-ambiguous', 'contributor-doubtful', 'contributors-joined'] as const),
]);

/** Puts together what has one cause. Causes are in the order of the places where they show first. */
export function groupByCause(diagnostics: readonly Diagnostic[]): readonly Cause[] {
  const causes = new Map<unknown, { readonly first: Diagnostic; readonly others: Diagnostic[] }>();
  for (const diagnostic of diagnostics) {
    const { code, severity, message, hint } = diagnostic;
    const key = !isInCatalogue(code) || NAMING.has(code) ? JSON.stringify([code, severity, message, hint]) : diagnostic;
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
