import { make } from './elements.js';

/**
 * What publishes a draft.
 *
 * @param {import('../story-facts.ts').StoryFacts} story
 */
export function publishing(story) {
  return make('p', { class: 'publishing' }, make('button', { type: 'button', class: 'button' }, 'Publish …'));
}
