import { searchWords } from '../../../src/formats/search/search-words.ts';
import { isFoundBy } from './is-found-by.js';
import { markWords, placesIn } from './mark-words.js';
import { namesOf } from './names-of.js';
import { element } from './page.js';

/** How many letters of a story's text are shown around a word. */
const EXCERPT = 160;

/** So many stories are fetched for their passages at once: those that the reader has in view. */
const EXCERPTS_IN_VIEW = 3;

/** What fetches the passages of items that lack one, in the order of the list. */
const lacking = new Map();

/** Puts results into the list, in place of those that are there. */
export function showResults(list, stories, search) {
  lacking.clear();
  list.textContent = '';
  list.append(...stories.map((story) => resultOf(story, search)));
  // When the list stands.
  requestAnimationFrame(fetchExcerpts);
}

/** Fetches the passages of results that are in view. */
export function fetchExcerpts() {
  const inView = [...lacking].filter(([item]) => {
    const { top, bottom } = item.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });
  for (const [item, fetchExcerpt] of inView.slice(0, EXCERPTS_IN_VIEW)) {
    lacking.delete(item);
    fetchExcerpt();
  }
}

/** A story that was found, as an item of the list. */
function resultOf(story, search) {
  const item = element('li');
  item.lang = story.language;
  item.dir = 'auto';
  const link = element('a');
  link.href = story.url;
  link.append(...markWords(story.headline, search));
  item.append(element('h2', link));
  if (story.dek) item.append(element('p', ...markWords(story.dek, search)));
  const time = element('time', story.time[1]);
  time.dateTime = story.time[0];
  const texts = new Set([story.label, ...namesOf(story)].filter(Boolean));
  const facts = [...texts].map((text) => {
    const fact = element('span', ...markWords(text, search));
    fact.dir = 'auto';
    return fact;
  });
  // The line is the page's: it reads as the reader does, whatever the story is in.
  const line = element('p', time, ...facts.flatMap((fact) => [' · ', fact]));
  line.className = 'search-facts';
  line.dir = document.documentElement.dir || 'ltr';
  time.dir = 'auto';
  item.append(line);
  const shown = searchWords([story.headline, story.dek, ...namesOf(story)].join(' '));
  const isShown = (word) => shown.some((one) => isFoundBy(one, word) || (search.near.get(word) || []).includes(one));
  if (!search.words.every(isShown)) lacking.set(item, () => excerptInto(item, line, story, search));
  return item;
}

/** Puts the passage of the story that has the words into a result. A story whose page cannot be had does without. */
async function excerptInto(item, before, story, search) {
  try {
    const response = await fetch(story.url, { credentials: 'same-origin' });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const body = page.querySelector('.story-body');
    const passage = body && passageOf(body.textContent.replace(/\s+/g, ' '), search);
    if (!passage) return;
    const text = element('p', ...markWords(passage, search));
    text.className = 'search-excerpt';
    item.insertBefore(text, before);
  } catch {}
}

/** The part of a text around the first place of a word. */
function passageOf(text, search) {
  const place = placesIn(text, search)[0];
  if (!place) return undefined;
  let from = Math.max(0, place[0] - EXCERPT / 2);
  let to = Math.min(text.length, place[1] + EXCERPT / 2);
  if (from > 0) from = Math.max(text.lastIndexOf(' ', from), from - 20) + 1;
  if (to < text.length) to = text.indexOf(' ', to) < 0 ? text.length : Math.min(text.indexOf(' ', to), to + 20);
  return (from > 0 ? '… ' : '') + text.slice(from, to).trim() + (to < text.length ? ' …' : '');
}
