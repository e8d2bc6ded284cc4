import { make } from './elements.js';
import { PlanDialogue, radio } from './plan-dialogue.js';

/** @typedef {import('../story-facts.ts').StoryFacts} StoryFacts */
/** @typedef {import('./plan-dialogue.js').Deed} Deed */
/** @typedef {import('./plan-dialogue.js').Wish} Wish */

/**
 * The button that takes a story back which is published: it shows first what will be done.
 *
 * @param {StoryFacts} story
 */
export function withdrawing(story) {
  const click = () => void new PlanDialogue(story, WITHDRAWING).ask({});
  return make('p', { class: 'publishing' }, make('button', { type: 'button', class: 'button', click }, 'Withdraw …'));
}

/** @type {Deed} */
const WITHDRAWING = {
  plan: 'withdrawal',
  carryOut: 'withdraw',
  title: 'Withdraw',
  button: 'Withdraw',
  doing: 'Withdrawing',
  refused: 'It cannot be withdrawn now.',
  notDone: 'withdrawn',
  done: () => ' is withdrawn. ',
  choices: (/** @type {{ wasOut: boolean, wish: Wish }} */ { wasOut, wish }, hear) =>
    wasOut ? insteadOf(wish, hear) : undefined,
};

/**
 * What readers get at its address.
 *
 * @param {Wish} wish
 * @param {import('./plan-dialogue.js').Hearing} hear
 * @returns {import('./plan-dialogue.js').Choices}
 */
function insteadOf(wish, { again, changed }) {
  const isLed = typeof wish['to'] === 'string' && wish['to'] !== '';
  const gone = field('Why, in words for readers (may be empty)', String(wish['reason'] ?? ''), changed);
  const led = field('Its address, such as /2026/11/24/pier-reopens/', String(wish['to'] ?? ''), changed);
  const isToLead = () => radios[1]?.querySelector('input')?.checked === true;
  const wanted = () => (isToLead() ? { to: led.input.value, reason: '' } : { to: '', reason: gone.input.value });
  const arrange = () => {
    gone.label.hidden = isToLead();
    led.label.hidden = !isToLead();
  };
  const choose = () => {
    arrange();
    changed();
  };
  const radios = [
    radio('withdraw-instead', 'That it was withdrawn', !isLed, choose),
    radio('withdraw-instead', 'Another page', isLed, choose),
  ];
  arrange();
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    again(wanted());
  };
  const what = make('legend', {}, 'What readers see in its place');
  const show = make('button', { type: 'submit', class: 'button' }, 'Show what that does');
  const choices = make('fieldset', {}, what, ...radios, gone.label, led.label, show);
  return { nodes: [make('form', { submit }, choices)], wanted };
}

/**
 * @param {string} name
 * @param {string} value
 * @param {() => void} changed
 */
function field(name, value, changed) {
  const input = make('input', { type: 'text', value, input: changed });
  return { input, label: make('label', { class: 'instead' }, name, input) };
}
