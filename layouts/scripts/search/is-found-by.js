/** Shorter words are found as they are, longer ones by how they begin. */
const SHORTEST_BEGINNING = 3;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Whether a text has a letter of a script that puts no spaces between words. */
export function isUnspaced(text) {
  return UNSPACED.test(text);
}

/** Whether a word of a story is found by one that is searched for. */
export function isFoundBy(one, word) {
  const isBeginning = [...word].length >= SHORTEST_BEGINNING || isUnspaced(word);
  return isBeginning ? one.startsWith(word) : one === word;
}
