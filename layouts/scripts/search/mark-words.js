import { searchWords } from '../../../src/formats/search/search-words.ts';
import { isFoundBy, isUnspaced } from './is-found-by.js';
import { element } from './page.js';

/** With what nobody sees in a word, such as soft hyphens. */
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]*/gu;

/** A text as nodes, with the words of a search marked. */
export function markWords(text, search) {
  const nodes = [];
  let end = 0;
  for (const [from, to] of placesIn(text, search)) {
    nodes.push(text.slice(end, from), element('mark', text.slice(from, to)));
    end = to;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== '');
}

/** Where the words of a search stand in a text: from where to where each. */
export function placesIn(text, search) {
  const places = [];
  const words = allWords(search);
  const { hasUnspaced } = search;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (hasUnspaced && isUnspaced(word)) addPairs(word, index, words, places);
    else if (searchWords(word).some((one) => words.some((other) => isFoundBy(one, other)))) {
      places.push([index, index + word.length]);
    }
  }
  return places;
}

/** Where spaces are not written, what is marked are the letters that were searched for. */
function addPairs(run, index, words, places) {
  const small = run.toLowerCase();
  for (let at = 0; at < run.length; at += 1) {
    const word = words.find((other) => small.startsWith(other, at));
    if (!word) continue;
    const last = places[places.length - 1];
    if (last && last[1] >= index + at) last[1] = Math.max(last[1], index + at + word.length);
    else places.push([index + at, index + at + word.length]);
  }
}

/** The words of a search, and those that stand for them. */
export function allWords({ words, near }) {
  return [...words, ...[...near.values()].flat()];
}

/** A word as some texts write it, with its capitals and accents. */
export function spellingOf(word, texts) {
  for (const text of texts) {
    for (const [written] of (text || '').matchAll(WORD)) if (searchWords(written).includes(word)) return written;
  }
  return word;
}
