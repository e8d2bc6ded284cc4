import { searchWords } from '../../src/formats/search/search-words.ts';
import { bucketsOf, forgetFiles, inBucket, nearIn } from './search/buckets.js';
import { CHOICES, choose, days, matching, offer } from './search/choices.js';
import { isUnspaced } from './search/is-found-by.js';
import { spellingOf } from './search/mark-words.js';
import { hasNear } from './search/near.js';
import { inOrder } from './search/order.js';
import { find, root, settings } from './search/page.js';
import { printCount, printDay, printList } from './search/print.js';
import { fetchExcerpts, showResults } from './search/result.js';

/*
 * The search page of a language. Its stories are in buckets, the newest first; a search loads of each bucket the files that
 * its words can be in, and goes back in time as far as the reader wants. Texts are put into the page as texts, never as
 * HTML. Only browsers that know modules run this; all others keep what stands in for it.
 */

/** So many buckets are searched before the reader is asked whether to go on: about 6,000 stories. */
const BUCKETS_AT_ONCE = 16;
const LOADED_AT_ONCE = 4;
const SHOWN_AT_ONCE = 20;
const PAUSE = 300;
/** Where fewer stories were found, those are looked for that have a word near to one of the search. */
const FEW = 3;
/** Of so many buckets, the newest, all words are looked at for those that begin with a slip. */
const BUCKETS_OF_OTHER_BEGINNINGS = 4;
/** So many near words are named. */
const NEAR_NAMED = 4;

const form = find('form');
const query = find('input[name="q"]');
const status = find('.search-status');
const list = find('.search-results');
const further = find('.search-further');
const furtherButton = further.querySelector('button');
let search;
let timer;
let scrolling;

find('.search-instead').hidden = true;
find('.search-filters').hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  begin('push');
});
form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => begin('replace'), PAUSE);
});
window.addEventListener('popstate', () => {
  readAddress();
  begin();
});
furtherButton.addEventListener('click', goOn);
window.addEventListener('scroll', () => {
  clearTimeout(scrolling);
  scrolling = setTimeout(fetchExcerpts, PAUSE);
});
readAddress();
begin();

/** What is searched for stands in the address, so that it can be passed on, and gone back to. */
function readAddress() {
  const given = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = given.get(field.name) || '';
    if (field.tagName === 'SELECT') choose(field, value);
    else field.value = value;
  }
}

function address() {
  const kept = new URLSearchParams();
  for (const field of form.elements) if (field.name && field.value.trim()) kept.set(field.name, field.value.trim());
  const text = kept.toString();
  return location.pathname + (text && '?' + text);
}

/** Begins to search for what the form says, if that is anything new. */
function begin(change) {
  clearTimeout(timer);
  const now = address();
  const isNew = now !== location.pathname + location.search;
  if (isNew && change === 'push') history.pushState(null, '', now);
  if (isNew && change === 'replace') history.replaceState(null, '', now);
  if (search && search.address === now) return;
  const words = [...new Set(searchWords(query.value))];
  const wanted = JSON.stringify([words, days()]);
  if (words.length > 0 && search && search.wanted === wanted) {
    // The same stories, narrowed or ordered in another way.
    Object.assign(search, { address: now, shown: SHOWN_AT_ONCE });
    if (!root.hasAttribute('aria-busy')) show(search);
    return;
  }
  const hasUnspaced = isUnspaced(query.value);
  search = { address: now, wanted, words, hasUnspaced, found: [], near: new Map(), shown: SHOWN_AT_ONCE };
  if (words.length === 0) {
    root.removeAttribute('aria-busy');
    say('');
    list.hidden = true;
    further.hidden = true;
    return;
  }
  run(search);
}

/** Shows more of what was found, or searches older stories. The reader goes on at the first new result. */
async function goOn() {
  if (root.hasAttribute('aria-busy')) return;
  const mine = search;
  const before = new Set(linksShown().map(({ href }) => href));
  mine.shown += SHOWN_AT_ONCE;
  if (matching(mine).length > before.size) show(mine);
  else await run(mine);
  const link = linksShown().find(({ href }) => !before.has(href));
  if (link) link.focus();
  else if (further.hidden) query.focus();
}

function linksShown() {
  return [...list.querySelectorAll('h2 a')];
}

/** Searches the next buckets, the newest of those that were not searched yet. */
async function run(mine) {
  say(settings.words.searching);
  root.setAttribute('aria-busy', 'true');
  try {
    mine.open = mine.open || (await bucketsOf(days()));
    const round = mine.open.splice(0, BUCKETS_AT_ONCE);
    for (let at = 0; at < round.length && mine === search; at += LOADED_AT_ONCE) {
      const some = await Promise.all(
        round.slice(at, at + LOADED_AT_ONCE).map((bucket) => inBucket(bucket, mine.words))
      );
      mine.found = mine.found.concat(...some);
      mine.back = round[Math.min(at + LOADED_AT_ONCE, round.length) - 1].from;
    }
    if (mine === search && mine.found.length < FEW) await findNear(mine, round);
    if (mine === search) show(mine);
  } catch {
    if (mine !== search) return;
    // What was loaded is kept; the next try begins with what failed.
    forgetFiles();
    search = undefined;
    list.hidden = true;
    further.hidden = true;
    say(settings.words.searchFailed);
  } finally {
    if (mine === search || !search) root.removeAttribute('aria-busy');
  }
}

/** Finds stories that have words near to those of a search; where there are none, also words that begin with the slip. */
async function findNear(mine, buckets) {
  if (!mine.words.some(hasNear)) return;
  await addNear(mine, buckets, false);
  if (mine === search && mine.found.length === 0) {
    await addNear(mine, buckets.slice(0, BUCKETS_OF_OTHER_BEGINNINGS), true);
  }
}

async function addNear(mine, buckets, amongAll) {
  const near = new Map();
  for (const word of mine.words.filter(hasNear)) {
    const lists = await Promise.all(buckets.map((bucket) => nearIn(bucket, word, amongAll)));
    const words = [...new Set(lists.flat())].sort();
    if (words.length > 0) near.set(word, words);
  }
  if (near.size === 0 || mine !== search) return;
  const known = new Set(mine.found.map(({ url }) => url));
  const lists = await Promise.all(buckets.map((bucket) => inBucket(bucket, mine.words, near)));
  const found = lists.flat().filter(({ url }) => !known.has(url));
  mine.found = mine.found.concat(found.map((story) => Object.assign({}, story, { isNear: true })));
  if (found.length === 0) return;
  for (const [word, words] of near) mine.near.set(word, [...new Set([...(mine.near.get(word) || []), ...words])]);
}

/** Says that some of the stories have near words only, and which those are. */
function sayNear({ near }, stories) {
  const others = stories.filter(({ isNear }) => isNear);
  if (others.length === 0) return '';
  const texts = others.flatMap(({ headline, dek, names }) => [headline, dek, ...(names || [])]);
  const written = [...near.keys()].map((word) => spellingOf(word, [query.value])).join(' ');
  const found = [...near.values()].flat().map((word) => spellingOf(word, texts));
  const named = printList([...new Set(found)].slice(0, NEAR_NAMED)) + (found.length > NEAR_NAMED ? ' …' : '');
  const phrase = settings.words.searchNear.replace('{word}', () => written);
  return ' · ' + phrase.replace('{near}', () => named);
}

function show(mine) {
  const stories = inOrder(matching(mine), mine.words);
  for (const name of CHOICES) offer(name, matching(mine, name));
  list.hidden = stories.length === 0;
  showResults(list, stories.slice(0, mine.shown), mine);
  const hasMore = stories.length > mine.shown;
  further.hidden = !hasMore && mine.open.length === 0;
  furtherButton.textContent = hasMore ? settings.words.searchMore : settings.words.searchOlder;
  const count = stories.length === 0 ? settings.words.searchNone : printCount(stories.length);
  const back = mine.open.length > 0 ? ' ' + settings.words.searchBackTo.replace('{date}', printDay(mine.back)) : '';
  say(count + sayNear(mine, stories) + back);
}

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}
