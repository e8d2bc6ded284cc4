import { withoutInvisible } from '../../domain/invisible.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const PLAIN = /^[a-z0-9]*$/;

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u30fc]+/gu;

/** Accents of Latin, Greek and Cyrillic letters, and the vowel signs of Hebrew and Arabic. Other marks are letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]+/g;

/** Letters that are written in two ways, and are not taken apart by Unicode. */
const ALIKE: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};
const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g');
const ARTICLE = /^ال(?=.{3})/u;
const LONGEST = 40;

/**
 * The words of a text as they are searched for, in their order: in small letters, without accents. Of scripts that put no
 * spaces between words each pair of letters is one. Runs in browsers too, so that the words of a text and those that a reader
 * types are always told apart in the same way.
 */
export function searchWords(text: string): readonly string[] {
  const small = text.toLowerCase();
  const words: string[] = [];
  let begin = 0;
  let isPlain = true;
  // Seen letter by letter, which is several times as fast as any pattern. After the last there is none, which ends a word too.
  for (let end = 0; end <= small.length; end += 1) {
    const code = small.charCodeAt(end);
    if (code >= 0x80) isPlain = false;
    else if (!isPlainLetter(code)) {
      if (end > begin) addRun(small.slice(begin, end), isPlain, words);
      begin = end + 1;
      isPlain = true;
    }
  }
  return words;
}

/** `a` to `z`, `0` to `9`. */
function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** What words lie within: nearly always one. */
function addRun(run: string, isPlain: boolean, words: string[]): void {
  if (isPlain) words.push(cut(run));
  else
    for (const word of withoutInvisible(run).match(WORD) ?? []) addFolded(PLAIN.test(word) ? word : fold(word), words);
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(ALIKE_LETTERS, (letter) => ALIKE[letter] ?? letter)
    .normalize('NFC')
    .replace(ARTICLE, '');
}

/** Folding may take a word apart: `½` is `1⁄2`. */
function addFolded(folded: string, words: string[]): void {
  for (const word of folded.match(WORD) ?? []) {
    let end = 0;
    for (const { 0: run, index } of word.matchAll(UNSPACED)) {
      if (index > end) words.push(cut(word.slice(end, index)));
      addPairs([...run], words);
      end = index + run.length;
    }
    if (end < word.length) words.push(cut(word.slice(end)));
  }
}

function addPairs(letters: readonly string[], words: string[]): void {
  if (letters.length === 1) words.push(...letters);
  for (let index = 1; index < letters.length; index += 1) words.push(`${letters[index - 1]}${letters[index]}`);
}

/** Whoever writes a longer word is searched for by its beginning. */
function cut(word: string): string {
  return word.length > LONGEST ? word.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '') : word;
}
