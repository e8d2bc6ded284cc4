import { quote } from '../../../diagnostics/wording.ts';
import { type CopyRule, isRunning } from '../passages.ts';
import { numberWordsOf } from './number-words.ts';

/** Numbers with the signs that set thousands and decimals apart. */
const NUMBER = /\p{Nd}+(?:[.,\u2009\u202f\u00a0'’](?=\p{Nd})\p{Nd}+)*/gu;
/** Signs beside a number that make it part of something else, a date, a score, a sum, a name, or say that it is not exact: `300+`, `~300`. */
const BESIDE = /[\p{L}\p{Sc}%‰°#№/:×–—+~≈<>≤≥-]/u;
/** No words that say so are longer. */
const LONGEST_ABOUT = 24;
const LEAST = 2;
const MOST = 9999;

/** Numbers that tell a text with numbers in words from one without any. */
const COMMON = Array.from({ length: 99 }, (_, index) => index + LEAST);

/** Numbers that are read as years. */
const YEARS = { from: 1500, to: 2100 };

/**
 * Whole numbers of the headline that the text does not have, neither in digits nor in words, though it has others. Years, sums, shares, scores and
 * ages are left alone, and so are numbers that are not meant exactly (“more than 300”) and headlines that count what the text lists.
 */
export const findNumbers: CopyRule = function* ({ passages, language, longestList }) {
  const known = numberWordsOf(language);
  const headline = passages.find(({ kind }) => kind === 'headline');
  if (!known || !headline) return;
  const asked = [...headline.text.matchAll(NUMBER)].filter(({ 0: written, index }) => {
    const number = Number(written);
    const [before = ' ', after = ' '] = [headline.text[index - 1], headline.text[index + written.length]];
    if (BESIDE.test(before) || BESIDE.test(after) || !/^[1-9]\d*$/.test(written)) return false;
    if (known.about.test(headline.text.slice(Math.max(0, index - LONGEST_ABOUT), index))) return false;
    if (
      /^\s?(?:m|bn|tn|k|million|billion|trillion|Millionen|Mio|Mrd|Milliarden|millions?|milliards?|millones|mil)(?!\p{L})/u.test(
        headline.text.slice(index + written.length),
      )
    )
      return false;
    return number >= LEAST && number <= MOST && !(number >= YEARS.from && number <= YEARS.to);
  });
  if (asked.length === 0) return;
  const running = passages.filter(
    (passage) => isRunning(passage) || passage.kind === 'cell' || passage.kind === 'caption',
  );
  const text = running.map((passage) => passage.text).join('\n\n');
  const numbers = new Set([...text.matchAll(NUMBER)].map(([written]) => written));
  const headings = running.filter(({ kind }) => kind === 'heading').length;
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const isInWords = (number: number): boolean =>
    known.of(number).some((words) => lower.includes(` ${words} `) || lower.includes(` ${words}s `));
  const hasOthers = numbers.size > 0 || COMMON.some(isInWords);
  if (!hasOthers) return;
  const within = [...numbers].flatMap((written) => written.split(/\P{Nd}/u));
  for (const { 0: written, index } of asked) {
    const number = Number(written);
    if (within.includes(written) || numbers.has(number.toLocaleString('en')) || isInWords(number)) continue;
    if (number === headings || number === longestList || [...numbers].some((other) => plainOf(other) === written))
      continue;
    yield {
      code: 'number-differs',
      message: `Unexpected ${quote(written)} in the headline, expected a number that the text has too, in digits or in words`,
      hint: 'compare headline and text, and correct the one that is wrong',
      at: { passage: headline, index, length: written.length },
    };
  }
};

/** A number without the signs that set thousands apart. */
function plainOf(written: string): string {
  return written.replace(/[.,\u2009\u202f\u00a0'’](?=\d{3}(?:\D|$))/gu, '');
}
