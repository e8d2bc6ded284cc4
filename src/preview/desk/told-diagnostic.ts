import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { visible } from '../../diagnostics/wording.ts';
import { editorLink, type FilesGiven } from './source-files.ts';

/** A place of a file, and how to get there. */
export interface ToldPlace {
  readonly path: string;
  readonly line: number;
  /** The place in an editor that follows such links; nothing where the file is none that one opens. */
  readonly editor: string | undefined;
}

/** What is wrong, as a browser is told of it: nothing in it is markup, and what is invisible is shown. */
export interface ToldDiagnostic extends ToldPlace {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly hint: string | undefined;
  /** The line, cut before and behind what is meant. */
  readonly excerpt: readonly [before: string, meant: string, after: string] | undefined;
  readonly related: readonly (ToldPlace & { readonly message: string })[];
}

/** The most characters of a line that are shown on each side of what is meant. */
const AROUND = 120;
const MOST_MEANT = 200;

export function tellDiagnostic(diagnostic: Diagnostic, given: FilesGiven): ToldDiagnostic {
  const { code, severity, path, line, message, hint, related } = diagnostic;
  return {
    code,
    severity,
    ...tellPlace({ path, line }, given),
    message: visible(message),
    hint: hint === undefined ? undefined : visible(hint),
    excerpt: excerptOf(diagnostic),
    related: related.map((place) => ({ ...tellPlace(place, given), message: visible(place.message) })),
  };
}

function tellPlace({ path, line }: Pick<Diagnostic, 'path' | 'line'>, given: FilesGiven): ToldPlace {
  return { path, line, editor: editorLink(path, line, given) };
}

function excerptOf({ excerpt, column, length }: Diagnostic): ToldDiagnostic['excerpt'] {
  if (excerpt === undefined || excerpt.trim() === '') return undefined;
  const [start, end] = [column - 1, column - 1 + length];
  const before = excerpt.slice(0, start);
  const meant = excerpt.slice(start, end);
  const after = excerpt.slice(end);
  return [
    visible(before.length > AROUND ? `…${before.slice(-AROUND)}` : before),
    visible(meant.length > MOST_MEANT ? `${meant.slice(0, MOST_MEANT)}…` : meant),
    visible(after.length > AROUND ? `${after.slice(0, AROUND)}…` : after),
  ];
}
