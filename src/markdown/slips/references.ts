import { quote } from '../../diagnostics/wording.ts';
import { isPicture, isWordy, labelOf } from './brackets.ts';
import { inEachBlock, type Note, shortened } from './slip.ts';

/** `[words][label]` and `![words][label]` whose label stands for no address. */
export const references = inEachBlock((block) => {
  const notes: Note[] = [];
  const byOpen = new Map(block.brackets.map((bracket) => [bracket.open, bracket]));
  for (const bracket of block.brackets) {
    const second = byOpen.get(bracket.close + 1);
    if (bracket.close < 0 || !second || second.close < 0) continue;
    const picture = isPicture(block, bracket);
    const [words, written] = [labelOf(block, bracket), labelOf(block, second)];
    // `matrix[i][j]`
    const isIndex = /[\p{L}\p{N}\])]/u.test(block.content[bracket.open - 1] ?? '');
    if (written.startsWith('^') || (!picture && (!isWordy(words) || isIndex || /^\W*(?:sic\W*)?$/iu.test(written)))) {
      if (written !== '' || isIndex || !isWordy(words)) continue;
    }
    const label = shortened(written || words);
    const mark = picture ? '!' : '';
    notes.push({
      code: 'reference-missing',
      index: second.open,
      length: second.close + 1 - second.open,
      message: `Unexpected label ${quote(written || words)}, expected one that has an address`,
      hint: `write \`${mark}[${shortened(words)}](path)\`, or add a line \`[${label}]: path\``,
    });
  }
  return notes;
});
