import { WHOLE_FILE } from '../../../diagnostics/finding.ts';
import { type CopyRule, isRunning } from '../passages.ts';

/** What a formula of reading ease is made of. */
interface Counts {
  /** Words a sentence, on average. */
  readonly sentence: number;
  /** Syllables a word, on average. */
  readonly word: number;
}

/** A formula that gives 0 for what only specialists read and 100 for what children read, and its name. */
interface Formula {
  readonly name: string;
  readonly ease: (counts: Counts) => number;
  readonly vowels: RegExp;
}

/** By language. Other languages have none that is in common use on this scale. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  en: {
    name: 'Flesch reading ease (Rudolf Flesch, 1948)',
    ease: ({ sentence, word }) => 206.835 - 1.015 * sentence - 84.6 * word,
    vowels: /[aeiouy]+/g,
  },
  de: {
    name: 'Flesch reading ease after Toni Amstad, 1978',
    ease: ({ sentence, word }) => 180 - sentence - 58.5 * word,
    vowels: /au|äu|eu|ei|ai|ie|[aeiouyäöü]/g,
  },
  fr: {
    name: 'Flesch reading ease after Liliane Kandel and Abraham Moles, 1958',
    ease: ({ sentence, word }) => 207 - 1.015 * sentence - 73.6 * word,
    vowels: /[aeiouyàâäéèêëîïôöùûüœæ]+/g,
  },
  es: {
    name: 'lecturabilidad after José Fernández Huerta, 1959',
    ease: ({ sentence, word }) => 206.84 - 1.02 * sentence - 60 * word,
    vowels: /[iuü]*[aeoáéó][iuüy]?|[íú]|[iuü]+/g,
  },
};

/** Of fewer words a formula says nothing. */
const LEAST_WORDS = 100;

const SENTENCE_END = /[.!?…]+(?=["'”»“’)\]]*(?:\s|$))/gu;
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** Stories that are harder to read than the house style wants. */
export const findHard: CopyRule = function* ({ passages, language }, { readingEase: least }) {
  const base = language.split('-', 1)[0] ?? '';
  const formula = Object.hasOwn(FORMULAS, base) ? FORMULAS[base] : undefined;
  if (!formula || least === undefined) return;
  const texts = passages
    .filter((passage) => isRunning(passage) && passage.kind === 'paragraph' && !passage.isQuoted)
    .map(({ text }) => text);
  const [sentence, word, words] = countsOf(texts, formula, base);
  if (words < LEAST_WORDS) return;
  const ease = Math.round(formula.ease({ sentence, word }));
  if (ease >= least) return;
  yield {
    code: 'reading-hard',
    message: `Unexpected reading ease of ${ease} with ${sentence.toFixed(0)} words a sentence, expected at least ${least} by the ${formula.name}`,
    hint: 'make two sentences of the longest ones, and say the longest words in shorter ones',
    at: WHOLE_FILE,
  };
};

function countsOf(
  texts: readonly string[],
  { vowels }: Formula,
  base: string,
): readonly [sentence: number, word: number, words: number] {
  let [words, syllables, sentences] = [0, 0, 0];
  for (const text of texts) {
    const ends = text.match(SENTENCE_END)?.length ?? 0;
    sentences += Math.max(1, ends);
    for (const [written] of text.matchAll(WORD)) {
      words += 1;
      syllables += syllablesOf(written.toLowerCase(), vowels, base);
    }
  }
  return [words / Math.max(1, sentences), syllables / Math.max(1, words), words];
}

/** About how many syllables a word has: its groups of vowels. */
function syllablesOf(word: string, vowels: RegExp, base: string): number {
  const silent = Object.hasOwn(SILENT, base) ? SILENT[base] : undefined;
  const spoken = silent ? word.replace(silent, '') : word;
  return Math.max(1, spoken.match(vowels)?.length ?? 0);
}

/** Ends of words that are written and not spoken. */
const SILENT: Readonly<Record<string, RegExp>> = {
  en: /(?:(?<![td])ed|(?<![sxzcg]|[cs]h)es|(?<!l)e)$/,
  fr: /(?:e|es|ent)$/,
};
