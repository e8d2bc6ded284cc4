import type { Code } from './catalogue.ts';
import type { Severity } from './catalogue-entry.ts';

/** Something wrong in the content, told to its author. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly path: string;
  /** Counted from 1; both are 1 where the file as such is meant. */
  readonly line: number;
  readonly column: number;
  /** How many characters are meant, at least 1. */
  readonly length: number;
  /** The line of the file, where there is one to show. */
  readonly excerpt: string | undefined;
  readonly message: string;
  readonly hint: string | undefined;
  readonly related: readonly Place[];
  /** What differs between what is there and what is expected, in lines. */
  readonly diff?: readonly string[];
}

/** Whether something is so wrong that nothing is published while it is. */
export function isError({ severity }: Pick<Diagnostic, 'severity'>): boolean {
  return severity === 'error';
}

/** What is wrong with a newsroom. */
export interface Told {
  readonly diagnostics: readonly Diagnostic[];
  /** Of drafts: none of it keeps anything else from being published. */
  readonly toDo: readonly Diagnostic[];
}

/** Whether nothing is published while all this is wrong: where there is an error, or, if a build is strict, anything at all. */
export function stopsBuild({ diagnostics, toDo }: Told, { isStrict }: { readonly isStrict: boolean }): boolean {
  return isStrict ? diagnostics.length + toDo.length > 0 : diagnostics.some(isError);
}

/** A line and column of a file, and why it matters. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
