import type { DiagnosticCode } from './catalogue.ts';
import { type Diagnostic, isError } from './diagnostic.ts';

/** What one thing is to blame for, wherever it shows. */
export interface Cause {
  /** Where it shows first. */
  readonly first: Diagnostic;
  /** Where else it shows, in the order of their places. */
  readonly others: readonly Diagnostic[];
}

/**
 * Codes whose messages name what is missing, misspelt or not understood: all with one message and one hint have one cause, and
 * are mended alike. A picture without words is not among them, for each needs words of its own.
 */
const NAMING: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  ...(['file-unreadable', 'file-encoding', 'file-misplaced', 'front-matter-missing', 'front-matter-language'] as const),
  ...(['key-unknown', 'key-missing', 'value-type', 'value-choice', 'url-invalid'] as const),
  ...(['language-invalid', 'language-without-words', 'section-unknown', 'series-unknown', 'layout-unknown'] as const),
  ...(['directive-unknown', 'directive-attribute', 'directive-misused', 'picture-attribute'] as const),
  ...(['picture-missing', 'picture-remote', 'picture-unreadable', 'path-outside'] as const),
  ...(['media-missing', 'media-type', 'media-unreadable', 'table-invalid'] as const),
  ...(['link-broken', 'link-unpublished', 'story-unknown', 'related-unpublished'] as const),
  ...(['contributor-unknown', 'contributor-ambiguous', 'contributors-joined'] as const),
]);

/** Puts together what has one cause. Causes are in the order of the places where they show first. */
export function groupByCause(diagnostics: readonly Diagnostic[]): readonly Cause[] {
  const causes = new Map<unknown, { readonly first: Diagnostic; readonly others: Diagnostic[] }>();
  for (const diagnostic of diagnostics) {
    const { code, severity, message, hint } = diagnostic;
    const key = NAMING.has(code) ? JSON.stringify([code, severity, message, hint]) : diagnostic;
    const known = causes.get(key);
    if (known) known.others.push(diagnostic);
    else causes.set(key, { first: diagnostic, others: [] });
  }
  return [...causes.values()];
}

/** As many of some things as may be shown, in their order: those that are errors before all others. */
export function mostUrgent<Item>(
  items: readonly Item[],
  limit: number,
  diagnosticOf: (item: Item) => Diagnostic,
): readonly Item[] {
  if (items.length <= limit) return items;
  const areErrors = items.map((item) => isError(diagnosticOf(item)));
  let room = Math.max(0, limit - areErrors.filter(Boolean).length);
  let left = limit;
  return items.filter((_, index) => {
    if (areErrors[index]) return left-- > 0;
    return room-- > 0;
  });
}
