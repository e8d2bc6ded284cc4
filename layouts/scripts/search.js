/*
 * The search page of a language. Its stories are in buckets, the newest first; a search loads of each bucket the files that its words can
 * be in, and goes back in time as far as the reader wants. Texts are put into the page as texts, never as HTML. Only
 * browsers that know modules run this; all others keep what stands in for it.
 */
import { SEARCH_INDEX, searchFileName } from '../../src/domain/search-url.ts';
import { searchPart } from '../../src/formats/search-part.ts';
import { searchWords } from '../../src/formats/search-words.ts';

/** So many buckets are searched before the reader is asked whether to go on: about 6,000 stories. */
const BUCKETS_AT_ONCE = 16;
const LOADED_AT_ONCE = 4;
const SHOWN_AT_ONCE = 20;
const PAUSE = 300;
/** Shorter words are found as they are, longer ones by how they begin. */
const SHORTEST_BEGINNING = 3;
const EXCERPT = 160;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LETTER_OF_UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const CHOICES = ['section', 'contributor', 'topic'];
/** What a word of the search is worth where the best match is first: in the headline, beside it, or in the text only. */
const IN_HEADLINE = 4;
const IN_CARD = 2;
const IN_TEXT = 1;

const root = document.getElementById('search');
const settings = JSON.parse(root.getAttribute('data-settings'));
const find = (selector) => root.querySelector(selector);
const form = find('form');
const query = find('input[name="q"]');
const status = find('.search-status');
const list = find('.search-results');
const further = find('.search-further');
const furtherButton = further.querySelector('button');
const files = new Map();
let search;
let timer;

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

/** Chooses what was asked for, though nothing that was found so far has it; of orders there are no others. */
function choose(select, value) {
  const isOffered = [...select.options].some((option) => option.value === value);
  if (!isOffered && CHOICES.includes(select.name)) select.append(new Option(value, value));
  select.value = isOffered || CHOICES.includes(select.name) ? value : '';
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
  const isUnspaced = LETTER_OF_UNSPACED.test(query.value);
  search = { address: now, wanted, words, isUnspaced, found: [], shown: SHOWN_AT_ONCE };
  if (words.length === 0) {
    say('');
    list.hidden = true;
    further.hidden = true;
    return;
  }
  run(search);
}

/** Shows more of what was found, or searches older stories. The reader goes on at the first new result. */
async function goOn() {
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
    mine.open = mine.open || (await openBuckets());
    const round = mine.open.splice(0, BUCKETS_AT_ONCE);
    for (let at = 0; at < round.length && mine === search; at += LOADED_AT_ONCE) {
      const some = await Promise.all(
        round.slice(at, at + LOADED_AT_ONCE).map((bucket) => inBucket(bucket, mine.words))
      );
      mine.found = mine.found.concat(...some);
      mine.back = round[Math.min(at + LOADED_AT_ONCE, round.length) - 1].from;
    }
    if (mine === search) show(mine);
  } catch {
    if (mine !== search) return;
    // What was loaded is kept; the next try begins with what failed.
    files.clear();
    search = undefined;
    list.hidden = true;
    further.hidden = true;
    say(settings.words.searchFailed);
  } finally {
    if (mine === search || !search) root.removeAttribute('aria-busy');
  }
}

/** The buckets that stories of the wanted days can be in. */
async function openBuckets() {
  const { buckets } = await load(settings.root + SEARCH_INDEX, 'no-cache');
  const { from, until } = days();
  return buckets.filter((bucket) => bucket.to >= from && bucket.from <= until);
}

function days() {
  const value = (name) => find('input[name="' + name + '"]').value;
  return { from: value('from') || '0', until: value('until') || '9' };
}

/** The stories of a bucket that have all the words, the newest first. */
async function inBucket(bucket, words) {
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

/** What a story is found by and its result prints, beside its headline and its dek. */
function namesOf(story) {
  return [story.section, ...(story.names || [])].filter(Boolean);
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

/** Those of the stories found that the reader narrows them to. */
function matching({ found }, but) {
  const { from, until } = days();
  return found.filter(
    (story) =>
      isWithin(story, from, until) &&
      CHOICES.every((name) => name === but || !chosen(name) || valuesOf(story, name).includes(chosen(name)))
  );
}

function isWithin({ time: [iso] }, from, until) {
  const day = iso.slice(0, 10);
  return day >= from && day <= until;
}

function chosen(name) {
  return find('select[name="' + name + '"]').value;
}

function valuesOf(story, name) {
  if (name === 'section') return story.section ? [story.section] : [];
  return (name === 'topic' ? story.topics : story.names) || [];
}

function show(mine) {
  const stories = inOrder(matching(mine), mine.words);
  for (const name of CHOICES) offer(name, matching(mine, name));
  list.textContent = '';
  list.append(...stories.slice(0, mine.shown).map((story) => resultOf(story, mine)));
  list.hidden = stories.length === 0;
  const hasMore = stories.length > mine.shown;
  further.hidden = !hasMore && mine.open.length === 0;
  furtherButton.textContent = hasMore ? settings.words.searchMore : settings.words.searchOlder;
  const count = stories.length === 0 ? settings.words.searchNone : countOf(stories.length);
  const back = mine.open.length > 0 ? ' ' + settings.words.searchBackTo.replace('{date}', printDay(mine.back)) : '';
  say(count + back);
}

/** The stories as the reader wants them: the newest first, or the best match, and of equal ones the newest. */
function inOrder(stories, words) {
  if (chosen('order') !== 'best') return stories;
  const worth = new Map(stories.map((story) => [story, worthOf(story, words)]));
  return stories.sort((one, other) => worth.get(other) - worth.get(one));
}

/** How well a story that has all the words matches them, by where they are. */
function worthOf(story, words) {
  const headline = searchWords(story.headline);
  const card = searchWords([story.dek, story.label, ...namesOf(story), ...(story.topics || [])].join(' '));
  return words.reduce((worth, word) => {
    if (headline.some((one) => isFoundBy(one, word))) return worth + IN_HEADLINE;
    return worth + (card.some((one) => isFoundBy(one, word)) ? IN_CARD : IN_TEXT);
  }, 0);
}

/** Offers what the stories that were found have, with how many. */
function offer(name, stories) {
  const counts = new Map();
  for (const story of stories) {
    for (const value of valuesOf(story, name)) counts.set(value, (counts.get(value) || 0) + 1);
  }
  const select = find('select[name="' + name + '"]');
  const { value } = select;
  if (value && !counts.has(value)) counts.set(value, 0);
  const sorted = [...counts].sort(([one], [other]) => one.localeCompare(other, settings.language));
  const options = sorted.map(([text, count]) => new Option(text + ' (' + printNumber(count) + ')', text));
  while (select.options.length > 1) select.remove(1);
  select.append(...options);
  select.value = value;
}

function resultOf(story, mine) {
  const item = element('li');
  item.lang = story.language;
  item.dir = 'auto';
  const link = element('a');
  link.href = story.url;
  link.append(...marked(story.headline, mine));
  item.append(element('h2', link));
  if (story.dek) item.append(element('p', ...marked(story.dek, mine)));
  const time = element('time', story.time[1]);
  time.dateTime = story.time[0];
  const texts = new Set([story.label, ...namesOf(story)].filter(Boolean));
  const facts = [...texts].map((text) => {
    const fact = element('span', ...marked(text, mine));
    fact.dir = 'auto';
    return fact;
  });
  const line = element('p', time, ...facts);
  line.className = 'search-facts';
  item.append(line);
  const shown = searchWords([story.headline, story.dek, ...namesOf(story)].join(' '));
  if (!mine.words.every((word) => shown.some((one) => isFoundBy(one, word)))) {
    excerptInto(item, line, story, mine);
  }
  return item;
}

/** Puts the passage of the story that has the words into a result. A story whose page cannot be had does without. */
async function excerptInto(item, before, story, mine) {
  try {
    const response = await fetch(story.url, { credentials: 'same-origin' });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const body = page.querySelector('.story-body');
    const passage = body && passageOf(body.textContent.replace(/\s+/g, ' '), mine);
    if (!passage) return;
    const text = element('p', ...marked(passage, mine));
    text.className = 'search-excerpt';
    item.insertBefore(text, before);
  } catch {}
}

/** The part of a text around the first place of a word. */
function passageOf(text, mine) {
  const place = placesIn(text, mine)[0];
  if (!place) return undefined;
  let from = Math.max(0, place[0] - EXCERPT / 2);
  let to = Math.min(text.length, place[1] + EXCERPT / 2);
  if (from > 0) from = Math.max(text.lastIndexOf(' ', from), from - 20) + 1;
  if (to < text.length) to = text.indexOf(' ', to) < 0 ? text.length : Math.min(text.indexOf(' ', to), to + 20);
  return (from > 0 ? '… ' : '') + text.slice(from, to).trim() + (to < text.length ? ' …' : '');
}

/** A text as nodes, with the words that are searched for marked. */
function marked(text, mine) {
  const nodes = [];
  let end = 0;
  for (const [from, to] of placesIn(text, mine)) {
    nodes.push(text.slice(end, from), element('mark', text.slice(from, to)));
    end = to;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== '');
}

function placesIn(text, { words, isUnspaced }) {
  const places = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (isUnspaced && LETTER_OF_UNSPACED.test(word)) addPairs(word, index, words, places);
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

function isFoundBy(one, word) {
  const isBeginning = [...word].length >= SHORTEST_BEGINNING || LETTER_OF_UNSPACED.test(word);
  return isBeginning ? one.startsWith(word) : one === word;
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

function countOf(count) {
  const { language, forms } = settings.stories;
  const form = forms[new Intl.PluralRules(language).select(count)] || forms.other;
  return form.replace('{count}', printNumber(count));
}

function printNumber(value) {
  return new Intl.NumberFormat(settings.language).format(value);
}

function printDay(day) {
  const format = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(settings.language, format).format(new Date(day + 'T00:00:00Z'));
}
