import { quote } from '../../../diagnostics/wording.ts';
import { type CopyRule, wordsAt } from '../passages.ts';
import type { HouseStyle, StyleUnit } from './house-style.ts';
import { Phrases, type Piece, piecesOf } from './phrases.ts';

const made = new WeakMap<HouseStyle, Phrases<{ readonly unit: StyleUnit; readonly isRight: boolean }>>();

/** Units that are written in another way behind a number: `5 kms` for `5km`. */
export const findUnits: CopyRule = function* ({ passages }, style) {
  const phrases = phrasesOf(style);
  if (phrases.size === 0) return;
  for (const passage of passages) {
    if (passage.isQuoted) continue;
    const pieces = piecesOf(passage.text);
    let end = -1;
    for (const { meaning, from, to, ending } of phrases.findIn(pieces)) {
      const { unit, isRight } = meaning;
      const [number, first, last] = [pieces[from - 1], pieces[from], pieces[to]];
      if (!number || !first || !last || from <= end || !/\p{N}$/u.test(number.text) || ending !== '') continue;
      if (isSum(pieces[from - 2], number) || isWord(first, pieces[to + 1])) continue;
      const isSpaced = unit.space ?? first.isApart;
      if (isRight && isSpaced === first.isApart) continue;
      end = to;
      const length = last.index + last.text.length - number.index;
      const written = wordsAt(passage, number.index, length);
      const better = quote(`${number.text}${isSpaced ? ' ' : ''}${unit.unit}`);
      yield {
        code: 'style-unit',
        message: `Unexpected ${quote(written)}, expected ${better}${unit.why === undefined ? '' : `: ${unit.why}`}`,
        hint: `write ${better}`,
        at: { passage, index: number.index, length },
      };
    }
  }
};

/** Whether a number is that of a sum of money: `£5m` has no metres in it. */
function isSum(before: Piece | undefined, number: Piece): boolean {
  return before !== undefined && !number.isApart && /\p{Sc}$/u.test(before.text);
}

/** Units that are words of a language, too: behind “5” and a space, and before another word, they are these (“4 in 10”, “5 in the morning”). */
const WORDS_TOO = /^(?:a|am|an|as|at|c|do|e|es|ha|in|is|me|mi|no|o|on|or|s|t|to|u|y)$/i;

function isWord(unit: Piece, next: Piece | undefined): boolean {
  return unit.isApart && WORDS_TOO.test(unit.text) && next?.isApart === true && /^[\p{L}\p{N}]/u.test(next.text);
}

function phrasesOf(style: HouseStyle) {
  const known = made.get(style);
  if (known) return known;
  const phrases = new Phrases<{ readonly unit: StyleUnit; readonly isRight: boolean }>([]);
  for (const unit of style.units) {
    phrases.add(unit.unit, { unit, isRight: true });
    for (const phrase of unit.not) phrases.add(phrase, { unit, isRight: false });
  }
  made.set(style, phrases);
  return phrases;
}
