import { post, Refused } from './ask.js';
import { counted, make, spoken, tell, written } from './elements.js';
import { countingDown } from './times.js';

/** @typedef {import('../story-facts.ts').StoryRow} StoryRow */

/** What states are called. @type {Readonly<Record<StoryRow['state'], string>>} */
export const STATES = { draft: 'Draft', embargoed: 'Embargoed', published: 'Published', heldUp: 'Held up' };

/**
 * The state of a story.
 *
 * @param {StoryRow['state']} state
 */
export function statePill(state) {
  return make('span', { class: `state ${state}` }, STATES[state]);
}

/**
 * A story in the list.
 *
 * @param {StoryRow} story
 * @param {number} remarks How many the copy desk has on it.
 */
export function storyRow(story, remarks) {
  const { path, headline, language, state, section, contributors, date } = story;
  const link = make('a', { class: 'headline', href: storyAddress(path) }, written(headline, language));
  const about = [
    ...(section ? [make('span', { class: 'section' }, written(section))] : []),
    ...(contributors.length > 0
      ? [make('span', { class: 'names' }, ...joined(contributors.map((name) => written(name))))]
      : []),
  ];
  const when = date
    ? make(
        'time',
        { datetime: date.iso, title: date.text },
        `${date.short}, `,
        make('span', { class: 'clock' }, date.clock),
      )
    : make('span', {}, 'No date');
  const left =
    state === 'embargoed' && date ? countingDown(make('span', { class: 'countdown' }), date.instant) : undefined;
  return make(
    'li',
    { class: 'row', 'data-path': path },
    make('div', { class: 'cell-state' }, statePill(state)),
    make(
      'div',
      { class: 'cell-story' },
      make('h2', {}, link),
      make('p', { class: 'about' }, ...about),
      notesOn(story, remarks),
    ),
    make('div', { class: 'cell-fronts' }, ...placesIn(story)),
    make('div', { class: 'cell-length' }, ...lengthOf(story)),
    make('div', { class: 'cell-date' }, when, left),
    make('div', { class: 'cell-links' }, ...linksOf(story)),
  );
}

/** @param {string} path */
export function storyAddress(path) {
  return `#/story/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * @param {StoryRow} story
 * @param {number} remarks
 */
function notesOn({ errors, warnings, isChanged, state, isHeldUp }, remarks) {
  const lacks = state === 'draft' && isHeldUp;
  const notes = [
    ...(errors > 0
      ? [
          make(
            'span',
            { class: 'note error' },
            lacks ? `${counted(errors, 'thing')} missing` : counted(errors, 'error'),
          ),
        ]
      : []),
    ...(warnings > 0 ? [make('span', { class: 'note warn' }, counted(warnings, 'warning'))] : []),
    ...(remarks > 0
      ? [
          make(
            'span',
            { class: 'note remark', title: 'What the copy desk finds in its words' },
            counted(remarks, 'remark'),
          ),
        ]
      : []),
    ...(isChanged ? [make('span', { class: 'note changed', title: 'Not as in the last commit' }, 'Changed')] : []),
  ];
  return notes.length > 0 ? make('p', { class: 'notes' }, ...notes) : undefined;
}

/** @param {StoryRow} story */
function placesIn({ places }) {
  const [first, ...others] = places;
  if (!first) return [];
  return [
    spoken('On '),
    make('span', { class: 'front' }, written(first.front)),
    make('span', { class: 'place' }, written(first.place)),
    ...(others.length > 0 ? [make('span', { class: 'more' }, `and ${counted(others.length, 'other')}`)] : []),
  ];
}

/** @param {Pick<StoryRow, 'words' | 'minutes'>} story */
export function lengthOf({ words, minutes }) {
  if (words === undefined) return [];
  const time = minutes === undefined ? [] : [make('span', { class: 'minutes' }, `${minutes < 1 ? '<1' : minutes} min`)];
  return [make('span', {}, counted(words, 'word')), ...time];
}

/** @param {StoryRow} story */
function linksOf({ links, path, headline }) {
  const of = () => spoken(` “${headline}”`);
  return [
    ...(links.preview ? [make('a', { href: links.preview }, 'Preview', of())] : []),
    make('a', { href: links.admin }, 'Edit', of()),
    make('button', { type: 'button', class: 'link', click: () => void openFile(path, 1, links.editor) }, 'File', of()),
  ];
}

/**
 * Opens a file in the editor of whoever runs the preview, or else says how it is opened.
 *
 * @param {string} path
 * @param {number} line
 * @param {string | undefined} editor A link to it.
 */
export async function openFile(path, line, editor) {
  try {
    await post('open', { path, line });
    tell('good', 'Opened ', make('code', {}, path), '.');
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    const link = editor === undefined ? [] : [' ', make('a', { href: editor }, 'Open in VS Code')];
    tell('bad', `${fault.message}. The file is `, make('code', {}, `${path}:${line}`), '.', ...link);
  }
}

/**
 * Names with commas between them.
 *
 * @param {readonly Node[]} names
 * @returns {readonly (Node | string)[]}
 */
export function joined(names) {
  return names.flatMap((name, index) => (index === 0 ? [name] : [', ', name]));
}
