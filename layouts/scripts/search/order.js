import { searchWords } from '../../../src/formats/search/search-words.ts';
import { chosen } from './choices.js';
import { isFoundBy } from './is-found-by.js';
import { namesOf } from './names-of.js';

/** What a word of the search is worth where the best match is first: in the headline, beside it, or in the text only. */
const IN_HEADLINE = 4;
const IN_CARD = 2;
const IN_TEXT = 1;

/**
 * The stories as the reader wants them: the newest first, or the best match, and of equal ones the newest. Those that have the words
 * themselves come before those that have words near to them.
 */
export function inOrder(stories, words) {
  const worth = new Map(stories.map((story) => [story, worthOf(story, words)]));
  const isBest = chosen('order') === 'best';
  return stories.sort(
    (one, other) =>
      Number(one.isNear || false) - Number(other.isNear || false) || (isBest ? worth.get(other) - worth.get(one) : 0)
  );
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
