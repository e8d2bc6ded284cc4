import { make, prose } from './elements.js';
import { openFile } from './rows.js';

/** @typedef {import('../told-diagnostic.ts').ToldDiagnostic} ToldDiagnostic */

/**
 * Something that is wrong, with its place and what to do.
 *
 * @param {ToldDiagnostic} diagnostic
 * @param {readonly Node[]} further What stands below it.
 */
export function problemItem({ severity, path, line, message, hint, excerpt, related, editor, code }, ...further) {
  return make(
    'li',
    { class: severity },
    make(
      'p',
      { class: 'place' },
      make('span', { class: `note ${severity}` }, severity === 'error' ? 'Error' : 'Warning'),
      ' ',
      placeButton({ path, line, editor }),
    ),
    make('p', { class: 'message' }, ...prose(message)),
    excerpt &&
      make(
        'pre',
        { dir: 'auto', tabindex: '0', 'aria-label': 'The line' },
        excerpt[0],
        make('mark', {}, excerpt[1] || ' '),
        excerpt[2],
      ),
    hint === undefined ? undefined : make('p', { class: 'hint' }, 'What to do: ', ...prose(hint)),
    ...related.map((place) => make('p', { class: 'quiet' }, placeButton(place), ' ', ...prose(place.message))),
    ...further,
    make('p', { class: 'code quiet' }, code),
  );
}

/**
 * Opens a file at a line.
 *
 * @param {{ path: string, line: number, editor: string | undefined }} place
 */
export function placeButton({ path, line, editor }) {
  const text = `${path}:${line}`;
  if (editor === undefined) return make('code', { dir: 'auto' }, text);
  return make(
    'button',
    { type: 'button', class: 'link', click: () => void openFile(path, line, editor) },
    make('code', { dir: 'auto' }, text),
  );
}
