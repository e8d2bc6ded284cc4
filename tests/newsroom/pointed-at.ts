import type { Finding } from '../../src/diagnostics/finding.ts';
import { pinpoint } from '../../src/diagnostics/pinpoint.ts';

/** What a finding points at: the line of the file, and the words above the carets. */
export interface PointedAt {
  readonly code: string;
  readonly line: number;
  readonly text: string;
}

/** What findings in a text point at, if the text begins on `firstLine` of its file. */
export function pointedAt(text: string, findings: readonly Finding[], firstLine = 1): readonly PointedAt[] {
  const file = '\n'.repeat(firstLine - 1) + text;
  return pinpoint(findings, { textOf: () => file, standards: {} }).map(({ code, line, column, length, excerpt }) => ({
    code,
    line,
    text: (excerpt ?? '').slice(column - 1, column - 1 + length),
  }));
}
