import { ask, Refused } from './ask.js';
import { counted, make, written } from './elements.js';
import { problemItem } from './problem-item.js';
import { publishing } from './publish.js';
import { joined, lengthOf, openFile, statePill } from './rows.js';
import { countingDown, setClock } from './times.js';
import { withdrawing } from './withdraw.js';

/** @typedef {import('../story-facts.ts').StoryFacts} StoryFacts */
/** @typedef {import('../told-diagnostic.ts').ToldDiagnostic} ToldDiagnostic */
/** @typedef {{ name: string, author: string, subject: string, date: { iso: string, text: string } }} ToldCommit */

/** What is said of a story that was published, and is not to be seen here any more. */
const STILL_OUT = [
  'Readers still see it as it was published. “Withdraw” commits and pushes this, and has its address say that it is gone.',
];

/** All that is known of one story, beside the list. */
export class StoryPanel {
  /** @param {() => void} onClose */
  constructor(onClose) {
    this.onClose = onClose;
    /** @type {string | undefined} */
    this.path = undefined;
    this.json = '';
    this.element = make('section', { class: 'panel', 'aria-label': 'Story', keydown: (event) => this.close(event) });
  }

  /** @param {string} path */
  async show(path) {
    const isOther = this.path !== path;
    this.path = path;
    try {
      const facts = await ask('story', { path });
      if (this.path !== path) return;
      setClock(facts.now);
      const json = JSON.stringify({ ...facts, now: 0 });
      if (json !== this.json) this.draw(facts);
      this.json = json;
      if (isOther) this.element.querySelector('h2')?.focus();
      // Git may take long, and nothing waits for it.
      void this.showHistory(facts).catch(() => {});
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      this.json = '';
      const isInside = this.element.contains(document.activeElement);
      const title = make('h2', { tabindex: '-1' }, 'There is no such story');
      this.element.replaceChildren(
        this.closeButton(),
        title,
        make('p', {}, 'Its file may have been renamed or removed.'),
      );
      if (isOther || isInside) title.focus();
    }
  }

  async refresh() {
    if (this.path !== undefined) await this.show(this.path);
  }

  /** @param {StoryFacts} facts */
  draw(facts) {
    const { headline, language, dek, state, date, path, links, diagnostics } = facts;
    const isInside = this.element.contains(document.activeElement);
    const left =
      state === 'embargoed' && date ? countingDown(make('span', { class: 'countdown' }), date.instant) : undefined;
    this.history = make('div', { class: 'history' });
    this.out = make('div');
    this.element.replaceChildren(
      this.closeButton(),
      make('p', { class: 'panel-state' }, statePill(state), left),
      make('h2', { tabindex: '-1' }, written(headline, language)),
      ...(dek ? [make('p', { class: 'dek' }, written(dek, language))] : []),
      make(
        'p',
        { class: 'panel-links' },
        ...(links.preview ? [make('a', { class: 'button primary', href: links.preview }, 'Preview')] : []),
        make('a', { class: 'button', href: links.admin }, 'Edit in the browser'),
        make(
          'button',
          { type: 'button', class: 'button', click: () => void openFile(path, 1, links.editor) },
          'Open the file',
        ),
      ),
      this.out,
      ...(facts.toPublish ? [publishing(facts)] : []),
      ...(facts.canBeWithdrawn ? [withdrawing(facts)] : []),
      ...problemsIn(facts, diagnostics),
      make('h3', {}, 'Facts'),
      factList(facts),
      make('h3', {}, 'History'),
      this.history,
    );
    if (isInside) this.element.querySelector('h2')?.focus();
  }

  closeButton() {
    return make('button', { type: 'button', class: 'close', click: () => this.onClose() }, 'Close');
  }

  /** @param {StoryFacts} facts */
  async showHistory(facts) {
    const { path } = facts;
    /** @type {{ commits: readonly ToldCommit[] | null, isLate: boolean, isStillOut: boolean }} */
    const { commits, isLate, isStillOut } = await ask('history', { path });
    if (this.path !== path || !this.history) return;
    this.out?.replaceChildren(
      ...(isStillOut ? [make('p', { class: 'still-out', role: 'status' }, ...STILL_OUT), withdrawing(facts)] : []),
    );
    const why = isLate
      ? 'Git did not answer in time.'
      : commits === null
        ? 'There is no repository of git here.'
        : 'Not committed yet.';
    this.history.replaceChildren(
      commits === null || commits.length === 0
        ? make('p', { class: 'quiet' }, why)
        : make('ol', { class: 'commits' }, ...commits.map(commitItem)),
    );
  }

  /** @param {Event} event */
  close(event) {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.onClose();
  }
}

/** @param {ToldCommit} commit */
function commitItem({ name, author, subject, date }) {
  return make(
    'li',
    {},
    make('span', { class: 'subject' }, written(subject)),
    make(
      'span',
      { class: 'quiet' },
      written(author),
      ' · ',
      make('time', { datetime: date.iso }, date.text),
      ' · ',
      make('code', {}, name),
    ),
  );
}

/** @param {StoryFacts} facts */
function factList({ date, section, contributors, topics, kind, places, path, language, isChanged, links, ...length }) {
  /** @type {readonly (readonly [string, readonly (Node | string)[]])[]} */
  const rows = [
    ['Date', date ? [make('time', { datetime: date.iso }, date.text)] : ['None that can be read']],
    ['Section', section ? [written(section)] : []],
    ['By', joined(contributors.map((name) => written(name)))],
    ['Kind', kind ? [kind] : []],
    ['Topics', joined(topics.map((topic) => written(topic)))],
    ['Length', joined(lengthOf(length))],
    ['On fronts', places.length > 0 ? [placeList(places)] : ['On none']],
    ['Language', [languageName(language)]],
    [
      'File',
      [
        make('code', { dir: 'auto' }, path),
        ...(links.editor ? [' ', make('a', { href: links.editor }, 'in VS Code')] : []),
        ...(isChanged ? [' ', make('span', { class: 'note changed' }, 'Changed')] : []),
      ],
    ],
  ];
  const shown = rows.filter(([, value]) => value.length > 0);
  return make(
    'dl',
    { class: 'facts' },
    ...shown.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, ...value)]),
  );
}

/** @param {StoryFacts['places']} places */
function placeList(places) {
  return make(
    'ul',
    {},
    ...places.map(({ front, address, place }) =>
      make('li', {}, make('a', { href: address }, written(front)), ': ', written(place)),
    ),
  );
}

/** @param {string} language */
function languageName(language) {
  try {
    return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/**
 * @param {StoryFacts} facts
 * @param {readonly ToldDiagnostic[]} diagnostics
 */
function problemsIn({ state, isHeldUp, errors, warnings }, diagnostics) {
  if (diagnostics.length === 0) return [];
  const told = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  const title = state === 'draft' ? 'What it still lacks' : isHeldUp ? 'What holds it up' : 'What to look at';
  return [
    make('h3', {}, title, told.length > 0 ? make('span', { class: 'quiet' }, ` ${told.join(', ')}`) : undefined),
    make('ol', { class: 'problems' }, ...diagnostics.map((diagnostic) => problemItem(diagnostic))),
  ];
}
