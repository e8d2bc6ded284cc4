import type { Finding } from '../../src/diagnostics/finding.ts';
import { pinpoint } from '../../src/diagnostics/pinpoint.ts';

/** The codes of what was found, in its order. */
export function codesOf(found: readonly { readonly code: string }[]): readonly string[] {
  return found.map(({ code }) => code);
}

/** File and code of what was found: `content/articles/flood.md link-broken`. */
export function placesOf(found: readonly { readonly path: string; readonly code: string }[]): readonly string[] {
  return found.map(({ path, code }) => `${path} ${code}`);
}

/** What a finding points at: the line of the file, and the words above the carets. */
export interface PointedAt {
  readonly code: string;
  readonly line: number;
  readonly text: string;
}

/** What findings in a text point at, if the text begins on `firstLine` of its file. */
export function pointedAt(text: string, findings: readonly Finding[], firstLine = 1): readonly PointedAt[] {
  const file = '\n'.repeat(firstLine - 1) + text;
  const context = { textOf: () => file, standards: {}, dateOf: () => undefined };
  return pinpoint(findings, context).map(({ code, line, column, length, excerpt }) => ({
    code,
    line,
    text: (excerpt ?? '').slice(column - 1, column - 1 + length),
  }));
}
