import { ask } from './ask.js';
import { counted, make } from './elements.js';
import { placeButton, problemItem } from './problem-item.js';

const AT_ONCE = 50;

/** What is wrong with the newsroom, by cause. */
export class ProblemList {
  constructor() {
    this.from = 0;
    this.json = '';
    this.status = make('p', { class: 'status', role: 'status' });
    this.list = make('ol', { class: 'problems' });
    this.pages = make('nav', { class: 'pages', 'aria-label': 'Pages' });
    this.element = make(
      'section',
      { class: 'page', 'aria-labelledby': 'problems-title' },
      make('h1', { id: 'problems-title', tabindex: '-1' }, 'Problems'),
      this.status,
      this.list,
      this.pages,
    );
  }

  /** @param {URLSearchParams} parameters */
  async show(parameters) {
    const from = Number(parameters.get('from') ?? 0);
    this.from = Number.isSafeInteger(from) && from > 0 ? from : 0;
    await this.refresh();
  }

  async refresh() {
    /** @type {import('../problems.ts').Problems} */
    const problems = await ask('problems', { from: this.from, count: AT_ONCE });
    const json = JSON.stringify([this.from, problems]);
    if (json === this.json) return;
    this.json = json;
    const { errors, warnings, total, causes } = problems;
    const { from } = this;
    this.status.textContent =
      total === 0
        ? 'Nothing is wrong. Everything can be published as it is.'
        : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}; ${counted(total, 'cause')}`;
    this.list.replaceChildren(...causes.map((cause) => problemItem(cause, ...othersOf(cause))));
    const to = (/** @type {number} */ at) => `#/problems${at > 0 ? `?from=${at}` : ''}`;
    const links = [
      ...(from > 0 ? [make('a', { href: to(Math.max(0, from - AT_ONCE)), rel: 'prev' }, 'Before')] : []),
      ...(from + AT_ONCE < total ? [make('a', { href: to(from + AT_ONCE), rel: 'next' }, 'Next')] : []),
    ];
    this.pages.replaceChildren(...links);
    this.pages.hidden = links.length === 0;
  }
}

/** @param {import('../problems.ts').Problems['causes'][number]} cause */
function othersOf({ others, more }) {
  if (others.length === 0) return [];
  return [
    make(
      'details',
      {},
      make('summary', {}, `The same in ${counted(others.length + more, 'further place')}`),
      make('ul', {}, ...others.map((place) => make('li', {}, placeButton(place)))),
      more > 0
        ? make('p', { class: 'quiet' }, `${counted(more, 'place')} more: npx broadsheet check lists them.`)
        : undefined,
    ),
  ];
}
