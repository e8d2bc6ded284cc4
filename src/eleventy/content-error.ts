import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts';
import { printReport } from '../diagnostics/print-report.ts';

/** What Eleventy's own command is told when the content has errors: the report, and no stack, for nothing broke. */
export function contentError(diagnostics: readonly Diagnostic[]): Error {
  const count = diagnostics.filter(isError).length;
  const error = new Error(
    `The content has ${count} error${count === 1 ? '' : 's'}; nothing was written.\n\n${printReport(diagnostics)}`,
  );
  error.name = 'ContentError';
  // Eleventy prints no stack for an error that says so.
  return Object.assign(error, { stack: error.message, skipOriginalStack: true });
}
