/** A dictionary of a language. */
export interface Dictionary {
  /** BCP 47. */
  readonly language: string;
  /** Whether a word is in it, as it is or in a form that the dictionary derives. */
  knows(word: string): boolean;
  /** Words that are like another, the most likely first. Takes up to half a second. */
  suggest(word: string): readonly string[];
  /** The letters of the language, the most frequent first. */
  readonly letters: string;
}

/** How many words are suggested. */
const MOST_SUGGESTIONS = 3;

/**
 * Words of a dictionary that are one slip of a hand away from another: two letters that changed places, one too many, one too few, another
 * one. Some hundred words are looked up for it, which takes a tenth of what a suggestion of the dictionary takes.
 */
export function nearWords(word: string, dictionary: Dictionary): readonly string[] {
  const found = new Set<string>();
  for (const candidate of slipsOf(word, dictionary.letters)) {
    if (candidate === word || found.has(candidate) || !dictionary.knows(candidate)) continue;
    found.add(candidate);
    if (found.size === MOST_SUGGESTIONS) break;
  }
  return [...found];
}

/** What to write in place of a word: what is near, or else what the dictionary thinks of. */
export function suggestionsFor(word: string, dictionary: Dictionary): readonly string[] {
  const near = nearWords(word, dictionary);
  if (near.length > 0) return near;
  return dictionary
    .suggest(word)
    .filter((suggestion) => !/\s/.test(suggestion))
    .slice(0, MOST_SUGGESTIONS);
}

/** Most alphabets have no more, and signs of others are of no use. */
const MOST_LETTERS = 60;

function* slipsOf(word: string, alphabet: string): Generator<string> {
  const letters = [...word];
  const others = [...new Set(alphabet.toLowerCase())].slice(0, MOST_LETTERS);
  const put = (start: number, end: number, ...between: readonly string[]): string =>
    [...letters.slice(0, start), ...between, ...letters.slice(end)].join('');
  for (let at = 0; at + 1 < letters.length; at += 1) yield put(at, at + 2, letters[at + 1] ?? '', letters[at] ?? '');
  // A letter that is written twice, or once in place of twice.
  for (let at = 0; at < letters.length; at += 1) yield put(at, at, letters[at] ?? '');
  const without = letters.map((_letter, at) => at).filter(() => letters.length > 2);
  const isTwice = (at: number): boolean => letters[at] === letters[at - 1];
  for (const at of [...without.filter(isTwice), ...without]) yield put(at, at + 1);
  for (let at = 0; at <= letters.length; at += 1) for (const letter of others) yield put(at, at, letter);
  for (let at = 0; at < letters.length; at += 1) for (const letter of others) yield put(at, at + 1, letter);
}
