import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { type Fingerprint, fingerprintOf } from '../../../plan/fingerprint.ts';

/** A diagnostic, and what it is known by from one run to the next. */
export interface Identified {
  readonly diagnostic: Diagnostic;
  /** The same as long as that is wrong in that file, on whichever line it stands. No two have one. */
  readonly identity: Fingerprint;
}

/**
 * Gives each diagnostic what it is known by: its file, its code and what is said of it. Of several that are alike in all of these, which may
 * only be told apart by their places, it is also the how manieth it is.
 */
export function identify(diagnostics: readonly Diagnostic[]): readonly Identified[] {
  const counts = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const { path, code, message } = diagnostic;
    const alike = fingerprintOf(path, code, message);
    const count = counts.get(alike) ?? 0;
    counts.set(alike, count + 1);
    return { diagnostic, identity: count === 0 ? alike : fingerprintOf(alike, String(count)) };
  });
}
