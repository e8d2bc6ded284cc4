import { ask } from './ask.js';
import { counted, make } from './elements.js';
import { storyRow } from './rows.js';
import { setClock } from './times.js';

/** @typedef {import('../story-facts.ts').StoryRow} StoryRow */
/** @typedef {{ q: string, state: string, section: string, from: number }} ListQuery */
/** @typedef {{ now: number, from: number, counts: Record<string, number | undefined>, stories: readonly StoryRow[] }} ListAnswer */

/** The filters, in their order. */
const FILTERS = [
  ['all', 'All'],
  ['draft', 'Drafts'],
  ['embargoed', 'Embargoed'],
  ['published', 'Published'],
  ['heldUp', 'Held up'],
  ['warned', 'Warnings'],
  ['changed', 'Changed'],
];

/** Rows of a page. */
const AT_ONCE = 50;
/** Milliseconds of quiet before what is typed is searched for. */
const QUIET = 60;

/** The list of stories: it is made once, and shows one part of all stories at a time. */
export class StoryList {
  /** @param {{ sections: readonly { id: string, title: string }[] }} newsroom */
  constructor(newsroom) {
    /** @type {ListQuery} */
    this.query = { q: '', state: 'all', section: '', from: 0 };
    /** The stories of the page, as they are shown. @type {Map<string, { json: string, row: HTMLElement }>} */
    this.shown = new Map();
    /** How many remarks the copy desk has on stories, by path, as far as that is known. @type {Map<string, number>} */
    this.remarks = new Map();
    /** @type {AbortController | undefined} */
    this.asking = undefined;
    /** The path of the story that is shown beside the list. */
    this.selected = '';
    this.search = make('input', {
      ...{
        type: 'search',
        id: 'search',
        autocomplete: 'off',
        spellcheck: 'false',
        placeholder: 'Search headlines, people, topics, files',
        'aria-describedby': 'search-keys',
      },
      input: () => this.type(),
      keydown: (event) => this.leaveSearch(event),
    });
    this.section = make('select', { id: 'section', change: () => this.go({ section: this.section.value, from: 0 }) });
    this.filters = make('nav', { class: 'filters', 'aria-label': 'States' });
    this.status = make('p', { class: 'status', role: 'status' });
    this.rows = make('ol', { class: 'rows', keydown: (event) => this.moveBetweenRows(event) });
    this.pages = make('nav', { class: 'pages', 'aria-label': 'Pages' });
    this.setSections(newsroom.sections);
    this.element = make(
      'section',
      { class: 'list', 'aria-labelledby': 'list-title' },
      make('h1', { id: 'list-title', tabindex: '-1' }, 'Stories'),
      make(
        'form',
        { class: 'search', role: 'search', submit: (event) => event.preventDefault() },
        make('label', { class: 'spoken', for: 'search' }, 'Search'),
        make(
          'span',
          { class: 'field' },
          this.search,
          make('kbd', { id: 'search-keys', title: 'Press / to search' }, '/'),
        ),
        make('label', { class: 'spoken', for: 'section' }, 'Section'),
        this.section,
      ),
      this.filters,
      this.status,
      this.rows,
      this.pages,
    );
  }

  /** @param {readonly { id: string, title: string }[]} sections */
  setSections(sections) {
    const all = make('option', { value: '' }, 'All sections');
    const options = sections.map(({ id, title }) => make('option', { value: id }, title));
    this.section.replaceChildren(all, ...options);
    this.section.value = this.query.section;
  }

  /**
   * Shows what an address says.
   *
   * @param {URLSearchParams} parameters
   */
  async show(parameters) {
    clearTimeout(this.typing);
    const from = Number(parameters.get('from') ?? 0);
    this.query = {
      q: parameters.get('q') ?? '',
      state: parameters.get('state') ?? 'all',
      section: parameters.get('section') ?? '',
      from: Number.isSafeInteger(from) && from > 0 ? from : 0,
    };
    if (this.search.value.trim() !== this.query.q) this.search.value = this.query.q;
    this.section.value = this.query.section;
    await this.refresh();
  }

  /** Asks for the same part once more. */
  async refresh() {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      /** @type {ListAnswer} */
      const answer = await ask('stories', { ...this.query, count: AT_ONCE }, asking.signal);
      setClock(answer.now);
      this.draw(answer);
      // Stories have to be read for it, and nothing waits.
      void this.lookAtWords(answer.stories, asking.signal).catch(() => {});
    } catch (fault) {
      if (!asking.signal.aborted) throw fault;
    }
  }

  /**
   * Asks what the copy desk has on the stories of the page, and shows it beside them.
   *
   * @param {readonly StoryRow[]} stories
   * @param {AbortSignal} signal
   */
  async lookAtWords(stories, signal) {
    /** @type {{ remarks: Readonly<Record<string, number>> }} */
    const { remarks } = await ask('remarks', { ...this.query, count: AT_ONCE }, signal);
    this.remarks = new Map(Object.entries(remarks));
    this.drawRows(stories);
  }

  /** The address of this list, or of one that differs from it. @param {Partial<ListQuery>} [changes] */
  address(changes = {}) {
    const parameters = new URLSearchParams();
    const query = { ...this.query, ...changes };
    for (const [key, value] of Object.entries(query)) {
      if (value !== '' && value !== 0 && !(key === 'state' && value === 'all')) parameters.set(key, String(value));
    }
    const written = parameters.toString();
    return written === '' ? '#/stories' : `#/stories?${written}`;
  }

  /** @param {Partial<ListQuery>} changes */
  go(changes) {
    location.hash = this.address(changes);
  }

  /** Takes what is typed at once, so that links lead to it, and asks for it a moment later. */
  type() {
    const q = this.search.value.trim();
    if (q === this.query.q) return;
    this.query = { ...this.query, q, from: 0 };
    for (const link of this.filters.querySelectorAll('a')) {
      link.href = this.address({ state: link.dataset['state'] ?? 'all' });
    }
    clearTimeout(this.typing);
    this.typing = window.setTimeout(() => {
      history.replaceState(null, '', this.address());
      void this.refresh();
    }, QUIET);
  }

  /** @param {ListAnswer} answer */
  draw({ counts, stories, from }) {
    const total = counts[this.query.state] ?? 0;
    this.drawFilters(counts);
    this.drawRows(stories);
    this.drawPages(total, from);
    const to = from + stories.length;
    const status =
      total === 0
        ? this.whyEmpty()
        : total <= AT_ONCE
          ? counted(total, 'story', 'stories')
          : `${(from + 1).toLocaleString('en-GB')}–${to.toLocaleString('en-GB')} of ${counted(total, 'story', 'stories')}`;
    if (this.status.textContent !== status) this.status.textContent = status;
  }

  whyEmpty() {
    const { q, state, section } = this.query;
    if (q !== '') return 'No story has all these words. Try fewer, or another filter.';
    if (state === 'changed') return 'All stories are as they were committed.';
    return state === 'all' && section === '' ? 'There is no story yet.' : 'No story here.';
  }

  /** @param {Record<string, number | undefined>} counts */
  drawFilters(counts) {
    const focused = this.filters.contains(document.activeElement)
      ? /** @type {HTMLElement} */ (document.activeElement).dataset['state']
      : undefined;
    const links = FILTERS.filter(([name = '']) => name !== 'changed' || counts[name] !== undefined).map(
      ([name = '', label = '']) =>
        make(
          'a',
          {
            ...{ href: this.address({ state: name, from: 0 }), 'data-state': name, class: name },
            'aria-current': name === this.query.state ? 'true' : undefined,
          },
          `${label} `,
          make('span', { class: 'count' }, (counts[name] ?? 0).toLocaleString('en-GB')),
        ),
    );
    this.filters.replaceChildren(...links);
    if (focused !== undefined) links.find(({ dataset }) => dataset['state'] === focused)?.focus();
  }

  /** Rows of stories that are as they were stay as they are, with the focus. @param {readonly StoryRow[]} stories */
  drawRows(stories) {
    const focused = document.activeElement?.closest('.row')?.getAttribute('data-path');
    const before = this.shown;
    this.shown = new Map(
      stories.map((story) => {
        const remarks = this.remarks.get(story.path) ?? 0;
        const json = JSON.stringify([story, remarks]);
        const known = before.get(story.path);
        return [story.path, known?.json === json ? known : { json, row: storyRow(story, remarks) }];
      }),
    );
    this.rows.replaceChildren(...[...this.shown.values()].map(({ row }) => row));
    this.markSelected();
    if (focused && !this.rows.contains(document.activeElement)) this.focusOn(focused);
  }

  /** Marks the story that is shown beside the list. @param {string} [path] */
  markSelected(path = this.selected) {
    this.selected = path;
    for (const [one, { row }] of this.shown) {
      const link = row.querySelector('.headline');
      if (one === path) link?.setAttribute('aria-current', 'true');
      else link?.removeAttribute('aria-current');
    }
  }

  /**
   * @param {number} total
   * @param {number} from
   */
  drawPages(total, from) {
    const links = [
      ...(from > 0
        ? [make('a', { href: this.address({ from: Math.max(0, from - AT_ONCE) }), rel: 'prev' }, 'Newer')]
        : []),
      ...(total > AT_ONCE
        ? [
            make(
              'span',
              {},
              `Page ${Math.floor(from / AT_ONCE) + 1} of ${Math.ceil(total / AT_ONCE).toLocaleString('en-GB')}`,
            ),
          ]
        : []),
      ...(from + AT_ONCE < total
        ? [make('a', { href: this.address({ from: from + AT_ONCE }), rel: 'next' }, 'Older')]
        : []),
    ];
    this.pages.replaceChildren(...links);
    this.pages.hidden = links.length === 0;
  }

  /** Puts the focus on the headline of a story. @param {string} path */
  focusOn(path) {
    const link = this.shown.get(path)?.row.querySelector('.headline');
    if (link instanceof HTMLElement) link.focus();
  }

  /** @param {Event} event */
  leaveSearch(event) {
    if (!(event instanceof KeyboardEvent)) return;
    const [first] = this.shown.keys();
    if (event.key !== 'ArrowDown' || first === undefined) return;
    event.preventDefault();
    this.focusOn(first);
  }

  /** @param {Event} event */
  moveBetweenRows(event) {
    if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
    const paths = [...this.shown.keys()];
    const row = document.activeElement?.closest('.row');
    const at = paths.indexOf(row?.getAttribute('data-path') ?? '');
    /** @type {Record<string, number>} */
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: paths.length - 1 };
    const next = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (next === undefined || at < 0) return;
    event.preventDefault();
    if (next < 0) this.search.focus();
    else this.focusOn(paths[Math.min(next, paths.length - 1)] ?? '');
  }
}
