import { valueAt } from '../../diagnostics/finding.ts';
import { didYouMean, nearest, quote, quoteAll } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';

/** What other programs call the usual layout of stories and pages. */
const OF_OTHERS = [
  'post',
  'posts',
  'default',
  'single',
  'story',
  'news',
  'blog',
  'standard',
  'base',
  'page',
  'article',
  'main',
];

/** Reads `layout`: one of those that are there `for` stories, or for pages. */
export function readLayout(
  value: string | undefined,
  { known, for: what }: { readonly known: readonly string[]; readonly for: 'stories' | 'pages' },
  reader: Reader,
): string | undefined {
  if (value === undefined || known.includes(value)) return value;
  const message = `Unexpected layout ${quote(value)}, expected one for ${what}`;
  const name = value.toLowerCase().replace(/\.\w+$/, '');
  const needless = 'remove it; a layout is named only where it is not the usual one';
  const others =
    known.length === 1 ? `remove it; ${quoteAll(known)} is the only one there is` : `there are ${quoteAll(known)}`;
  const hint =
    nearest(value, known) === undefined && OF_OTHERS.includes(name) ? needless : didYouMean(value, known, others);
  reader.note('layout-unknown', valueAt('layout'), message, hint);
  return undefined;
}
