import { ask } from './ask.js';
import { counted, make, spoken, written } from './elements.js';
import { STATES, storyAddress, statePill } from './rows.js';
import { countingDown } from './times.js';

/** @typedef {import('../calendar.ts').CalendarMonth} CalendarMonth */

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What is to be published, day by day. */
export class Calendar {
  constructor() {
    /** @type {string | undefined} */
    this.month = undefined;
    this.json = '';
    this.title = make('h1', { id: 'calendar-title', tabindex: '-1' }, 'Calendar');
    this.body = make('div', { class: 'calendar' });
    this.element = make('section', { class: 'page wide', 'aria-labelledby': 'calendar-title' }, this.body);
  }

  /** @param {string | undefined} month `2026-11`; nothing for the one that it is. */
  async show(month) {
    this.month = month;
    await this.refresh();
  }

  async refresh() {
    /** @type {CalendarMonth} */
    const month = await ask('calendar', { month: this.month ?? '' });
    const json = JSON.stringify(month);
    if (json === this.json) return;
    this.json = json;
    const focused =
      document.activeElement instanceof HTMLAnchorElement ? document.activeElement.getAttribute('href') : null;
    this.title.replaceChildren(spoken('Calendar: '), month.name);
    this.body.replaceChildren(
      make(
        'div',
        { class: 'month-head' },
        this.title,
        make(
          'nav',
          { class: 'months', 'aria-label': 'Months' },
          make('a', { href: `#/calendar/${month.earlier}`, rel: 'prev' }, 'Earlier'),
          make('a', { href: '#/calendar' }, 'Today'),
          make('a', { href: `#/calendar/${month.later}`, rel: 'next' }, 'Later'),
        ),
      ),
      upcomingIn(month),
      daysOf(month),
    );
    if (focused !== null) {
      const again = [...this.body.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused);
      again?.focus();
    }
  }
}

/** @param {CalendarMonth} month */
function upcomingIn({ upcoming }) {
  const items = upcoming.map(({ path, headline, language, state, time, instant, day }) =>
    make(
      'li',
      {},
      make('a', { href: storyAddress(path) }, written(headline, language)),
      make(
        'p',
        { class: 'when' },
        statePill(state),
        countingDown(make('span', { class: 'countdown' }), instant),
        make('span', { class: 'quiet' }, `${day}, ${time}`),
      ),
    ),
  );
  const none = make('p', { class: 'quiet' }, 'Nothing is waiting for its moment.');
  return make(
    'section',
    { class: 'next', 'aria-labelledby': 'next-title' },
    make('h2', { id: 'next-title' }, 'Next'),
    items.length > 0 ? make('ol', { class: 'upcoming' }, ...items) : none,
  );
}

/** @param {CalendarMonth} month */
function daysOf({ days, leading, today }) {
  return make(
    'div',
    { class: 'month' },
    make(
      'div',
      { class: 'weekdays', 'aria-hidden': 'true' },
      ...WEEKDAYS.map((name) => make('span', {}, name.slice(0, 3))),
    ),
    make(
      'ol',
      { class: 'days' },
      ...days.map((day, index) => {
        const isEmpty = day.stories.length === 0 && day.published === 0;
        const item = make(
          'li',
          { class: `day${isEmpty ? ' nothing' : ''}${day.date === today ? ' today' : ''}` },
          make(
            'h2',
            {},
            spoken(`${day.name}${day.date === today ? ', today' : ''}`),
            make('span', { 'aria-hidden': 'true', class: 'number' }, String(index + 1)),
            make('span', { 'aria-hidden': 'true', class: 'day-name' }, day.name),
          ),
          ...(day.stories.length > 0 ? [make('ul', {}, ...day.stories.map(storyOfDay))] : []),
          ...(day.more > 0 ? [make('p', { class: 'quiet' }, `${day.more} more`)] : []),
          ...(day.published > 0
            ? [make('p', { class: 'quiet' }, `${counted(day.published, 'story', 'stories')} published`)]
            : []),
        );
        if (index === 0) item.classList.add(`from-${leading + 1}`);
        return item;
      }),
    ),
  );
}

/** @param {CalendarMonth['days'][number]['stories'][number]} story */
function storyOfDay({ path, headline, language, state, time }) {
  return make(
    'li',
    { class: `entry ${state}` },
    make('span', { class: 'clock' }, time),
    ' ',
    make('a', { href: storyAddress(path) }, written(headline, language)),
    spoken(` (${STATES[state]})`),
  );
}
