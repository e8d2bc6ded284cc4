import { SEARCH_INDEX, searchFileName } from '../../../src/domain/search/urls.ts';
import { searchPart } from '../../../src/formats/search/search-part.ts';
import { isFoundBy } from './is-found-by.js';
import { settings } from './page.js';

/** What was loaded, by address. */
const files = new Map();

/** The buckets that have stories of some days, the newest first. */
export async function bucketsOf({ from, until }) {
  const { buckets } = await load(settings.root + SEARCH_INDEX, 'no-cache');
  return buckets.filter((bucket) => bucket.to >= from && bucket.from <= until);
}

/** The stories of a bucket that have all the words, the newest first. */
export async function inBucket(bucket, words) {
  const parts = [...new Set(words.map(searchPart))];
  const loaded = await Promise.all(parts.map((part) => loadFile(bucket, part)));
  let places;
  for (const word of words) {
    const having = placesOf(word, loaded[parts.indexOf(searchPart(word))]);
    places = places ? places.filter((place) => having.has(place)) : [...having];
    if (places.length === 0) return [];
  }
  const { stories } = await loadFile(bucket, 'cards');
  return places.sort((one, other) => other - one).flatMap((place) => stories[place] || []);
}

/** The places of the stories that have a word, or one that begins with it. */
function placesOf(word, { words, stories }) {
  const places = new Set();
  for (let at = firstFrom(words, word); at < words.length && isFoundBy(words[at], word); at += 1) {
    let place = 0;
    for (const step of stories[at]) {
      place += step;
      places.add(place);
    }
  }
  return places;
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
