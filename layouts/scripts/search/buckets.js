import { SEARCH_INDEX, SEARCH_PARTS, searchFileName } from '../../../src/domain/search/urls.ts';
import { searchPart } from '../../../src/formats/search/search-part.ts';
import { isFoundBy } from './is-found-by.js';
import { isNear } from './near.js';
import { settings } from './page.js';

/** What was loaded, by address. */
const files = new Map();

/** The buckets that have stories of some days, the newest first. */
export async function bucketsOf({ from, until }) {
  const { buckets } = await load(settings.root + SEARCH_INDEX, 'no-cache');
  return buckets.filter((bucket) => bucket.to >= from && bucket.from <= until);
}

/** The stories of a bucket that have all the words, or words that stand for them, the newest first. */
export async function inBucket(bucket, words, near = new Map()) {
  const parts = [...new Set(words.flatMap((word) => [word, ...(near.get(word) || [])]).map(searchPart))];
  const loaded = await Promise.all(parts.map((part) => loadFile(bucket, part)));
  const having = (word) => loaded[parts.indexOf(searchPart(word))];
  let places;
  for (const word of words) {
    const found = placesOf(word, having(word), isFoundBy);
    for (const one of near.get(word) || []) for (const place of placesOf(one, having(one), isSame)) found.add(place);
    places = places ? places.filter((place) => found.has(place)) : [...found];
    if (places.length === 0) return [];
  }
  const { stories } = await loadFile(bucket, 'cards');
  return places.sort((one, other) => other - one).flatMap((place) => stories[place] || []);
}

/** The words of a bucket that are near to one: among those that begin like it, or among all of them. */
export async function nearIn(bucket, word, amongAll) {
  const parts = amongAll ? Array.from({ length: SEARCH_PARTS }, (_, part) => part) : [searchPart(word)];
  const loaded = await Promise.all(parts.map((part) => loadFile(bucket, part)));
  return loaded.flatMap(({ words }) => words.filter((one) => isNear(one, word) && !isFoundBy(one, word)));
}

/** The places of the stories that have a word, or one that begins with it. */
function placesOf(word, { words, stories }, isIt) {
  const places = new Set();
  for (let at = firstFrom(words, word); at < words.length && isIt(words[at], word); at += 1) {
    let place = 0;
    for (const step of stories[at]) {
      place += step;
      places.add(place);
    }
  }
  return places;
}

function isSame(one, word) {
  return one === word;
}

/** The first of sorted words that is not before another. */
function firstFrom(words, word) {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (words[middle] < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Loads a file of a bucket. While the site is being published anew, one file may be newer than another. */
async function loadFile(bucket, file) {
  const url = settings.root + searchFileName(bucket.name, file) + '?' + encodeURIComponent(bucket.stamp);
  const loaded = await load(url, 'default');
  if (loaded.stamp === bucket.stamp) return loaded;
  files.delete(url);
  const renewed = await load(url, 'reload');
  if (renewed.stamp !== bucket.stamp) throw new Error('The search is being renewed');
  return renewed;
}

function load(url, cache) {
  if (!files.has(url) || cache === 'no-cache') files.set(url, request(url, cache));
  return files.get(url);
}

async function request(url, cache) {
  const response = await fetch(url, { cache, credentials: 'same-origin' });
  if (!response.ok) throw new Error(response.status + ' ' + url);
  const loaded = await response.json();
  if (typeof loaded.words === 'string') loaded.words = loaded.words === '' ? [] : loaded.words.split(' ');
  return loaded;
}

/** Forgets what was loaded, so that it is loaded anew. */
export function forgetFiles() {
  files.clear();
}
