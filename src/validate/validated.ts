import type { Finding } from '../diagnostics/finding.ts';

/** A value, and what is wrong with it. If any of that is an error, the value only stands in for a good one. */
export interface Validated<Value> {
  readonly value: Value;
  readonly findings: readonly Finding[];
}
