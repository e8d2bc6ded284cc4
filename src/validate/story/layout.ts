import { valueAt } from '../../diagnostics/finding.ts';
import { didYouMean } from '../../diagnostics/wording.ts';
import { quote, quoteAll } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';

/** Reads `layout`: one of those that are there `for` stories, or for pages. */
export function readLayout(
  value: string | undefined,
  { known, for: what }: { readonly known: readonly string[]; readonly for: 'stories' | 'pages' },
  reader: Reader,
): string | undefined {
  if (value === undefined || known.includes(value)) return value;
  const message = `Unexpected layout ${quote(value)}, expected one for ${what}`;
  reader.note('layout-unknown', valueAt('layout'), message, didYouMean(value, known, `there are ${quoteAll(known)}`));
  return undefined;
}
