import { searchWords } from '../../../src/formats/search/search-words.ts';
import { isFoundBy } from './is-found-by.js';
import { markWords, placesIn } from './mark-words.js';
import { namesOf } from './names-of.js';
import { element } from './page.js';

/** How many letters of a story's text are shown around a word. */
const EXCERPT = 160;

/** A story that was found, as an item of the list. */
export function resultOf(story, search) {
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
  const line = element('p', time, ...facts);
  line.className = 'search-facts';
  item.append(line);
  const shown = searchWords([story.headline, story.dek, ...namesOf(story)].join(' '));
  if (!search.words.every((word) => shown.some((one) => isFoundBy(one, word)))) {
    excerptInto(item, line, story, search);
  }
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
