import { valueAt } from '../../diagnostics/finding.ts';
import { didYouMean } from '../../diagnostics/wording.ts';
import { quote, quoteAll } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';

/** What other programs call the usual layout of stories. */
const OF_OTHERS = ['post', 'posts', 'default', 'single', 'story', 'news', 'blog', 'standard', 'base', 'page'];

/** Reads `layout`: one of those that are there `for` stories, or for pages. */
export function readLayout(
  value: string | undefined,
  { known, for: what }: { readonly known: readonly string[]; readonly for: 'stories' | 'pages' },
  reader: Reader,
): string | undefined {
  if (value === undefined || known.includes(value)) return value;
  const message = `Unexpected layout ${quote(value)}, expected one for ${what}`;
  const hint =
    what === 'stories' && OF_OTHERS.includes(value.toLowerCase())
      ? 'remove it; a layout is named only where it is not the usual one'
      : didYouMean(value, known, `there are ${quoteAll(known)}`);
  reader.note('layout-unknown', valueAt('layout'), message, hint);
  return undefined;
}
