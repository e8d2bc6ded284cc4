import type { Finding } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { refusedMarkup, type Takes, withoutRefused } from '../../markdown/slips/texts/key-markup.ts';
import { shortened } from '../../markdown/slips/slip.ts';
import type { PrintedText } from './printed-texts.ts';

/** HTML and Markdown in a key that does not take them: readers would see the signs, or not see what they say. */
export function markupInKey(path: string, { text, takes, keys }: PrintedText): readonly Finding[] {
  const refused = refusedMarkup(text, takes);
  if (refused === undefined) return [];
  return [
    {
      code: 'markup-in-key',
      path,
      at: { kind: 'part', keys, words: refused },
      message: `Unexpected ${quote(refused)}, expected ${EXPECTED[takes]}`,
      hint: hintFor(withoutRefused(text, takes)),
    },
  ];
}

const EXPECTED: Readonly<Record<Takes, string>> = {
  line: 'words with `*emphasis*` at most',
  plain: 'plain words',
};

function hintFor(mended: string): string {
  return mended === '' ? 'write it in words' : `write \`${shortened(mended)}\``;
}
