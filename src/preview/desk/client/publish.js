import { make } from './elements.js';
import { PlanDialogue, radio } from './plan-dialogue.js';

/** @typedef {import('../story-facts.ts').StoryFacts} StoryFacts */
/** @typedef {import('./plan-dialogue.js').Deed} Deed */
/** @typedef {{ date: { kind: string, written?: string, choice: 'now' | 'keep' } }} Publication */

/**
 * The button that publishes a story, or what has changed of it: it shows first what will be done.
 *
 * @param {StoryFacts} story
 */
export function publishing(story) {
  const button = make(
    'button',
    { type: 'button', class: 'button', click: () => void new PlanDialogue(story, PUBLISHING).ask({}) },
    story.toPublish === 'unpushed' ? 'Push …' : 'Publish …',
  );
  return make('p', { class: 'publishing' }, button);
}

/** @type {Deed} */
const PUBLISHING = {
  plan: 'publication',
  carryOut: 'publish',
  title: 'Publish',
  button: 'Publish',
  doing: 'Publishing',
  refused: 'It cannot be published now.',
  notDone: 'published',
  done: ({ toPublish }) => (toPublish === 'draft' ? ' is out of draft. ' : ': '),
  choices: (/** @type {Publication} */ { date }, { again }) =>
    date.written === undefined
      ? undefined
      : {
          nodes: [
            make(
              'fieldset',
              {},
              make('legend', {}, 'Date'),
              radio('publish-date', 'Now', date.choice === 'now', () => again({ date: 'now' })),
              radio('publish-date', `As written: ${date.written}`, date.choice === 'keep', () =>
                again({ date: 'keep' }),
              ),
            ),
          ],
        },
};
