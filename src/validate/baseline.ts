import { type Baseline, type BaselineRead, DEFAULT_BASELINE } from '../domain/baseline.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Reader } from './reader.ts';

/** Reads the browserslist query of the oldest browsers that the site supports, and derives what follows from it. */
export function readBaseline(
  value: string | undefined,
  baselineOf: (query: string) => BaselineRead,
  reader: Reader,
): Baseline | undefined {
  const query = reader.filled(value, 'baseline') ?? DEFAULT_BASELINE;
  const read = baselineOf(query);
  if (read.kind === 'derived') return read.baseline;
  reader.note(
    'baseline-invalid',
    valueAt('baseline'),
    `Unexpected baseline ${quote(query)}, ${read.reason}`,
    read.hint,
  );
  return undefined;
}
