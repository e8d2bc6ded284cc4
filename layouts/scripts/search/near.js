import { isUnspaced } from './is-found-by.js';

/** Of shorter words nearly every other is near. */
const SHORTEST_NEAR = 4;

/** Words of so many letters are near to those that begin with nearly them, too. */
const SHORTEST_NEAR_BEGINNING = 6;

const LETTERS_ONLY = /^[\p{L}\p{M}]+$/u;

/** Whether there is something like being near to a word: numbers are other numbers, and pairs of letters other words. */
export function hasNear(word) {
  return [...word].length >= SHORTEST_NEAR && LETTERS_ONLY.test(word) && !isUnspaced(word);
}

/**
 * Whether a word of a story is one slip from another that is searched for: a letter more, less or another, or two that have changed places.
 * It is asked of every word of a bucket, so it looks at no letter twice.
 */
export function isNear(one, word) {
  const isBeginning = word.length >= SHORTEST_NEAR_BEGINNING;
  // A letter may have two units.
  if (one.length < word.length - 2 || (!isBeginning && one.length > word.length + 2)) return false;
  let at = 0;
  while (at < word.length && one.charCodeAt(at) === word.charCodeAt(at)) at += 1;
  // Both units of a letter.
  if (at > 0 && isSecondUnit(one, at) && isSecondUnit(word, at)) at -= 1;
  const ends = (from, given) => {
    const rest = word.slice(given);
    return isBeginning ? one.startsWith(rest, from) : one.slice(from) === rest;
  };
  const own = at + unitsAt(one, at);
  const given = at + unitsAt(word, at);
  if (ends(own, at) || ends(own, given) || ends(at, given)) return true;
  const [ownNext, givenNext] = [own + unitsAt(one, own), given + unitsAt(word, given)];
  const hasChangedPlaces =
    own > at &&
    ownNext > own &&
    one.slice(at, own) === word.slice(given, givenNext) &&
    one.slice(own, ownNext) === word.slice(at, given);
  return hasChangedPlaces && ends(ownNext, givenNext);
}

function isSecondUnit(word, at) {
  const code = word.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** How many units the letter at a place has; none at the end. */
function unitsAt(word, at) {
  if (at >= word.length) return 0;
  return word.codePointAt(at) > 0xffff ? 2 : 1;
}
