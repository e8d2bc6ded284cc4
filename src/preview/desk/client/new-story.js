import { post, Refused } from './ask.js';
import { make, tell, written } from './elements.js';
import { openFile, storyAddress } from './rows.js';
import { peopleOptions, searchOptions } from './search.js';

/** @typedef {import('../newsroom-facts.ts').NewsroomFacts} NewsroomFacts */

/** So many are named of those who could be meant. */
const MOST_NAMED = 9;

/** The form of which a new story is made. */
export class NewStory {
  /** @param {NewsroomFacts} newsroom */
  constructor(newsroom) {
    /** Ids and names of those who are chosen, each with what is shown. @type {Map<string, string>} */
    this.chosen = new Map();
    this.headline = make('input', {
      id: 'new-headline',
      required: true,
      maxlength: 500,
      autocomplete: 'off',
      dir: 'auto',
    });
    this.kind = make('select', { id: 'new-kind' });
    this.section = make('select', { id: 'new-section' });
    this.who = make('input', {
      ...{ id: 'new-who', list: 'new-people', autocomplete: 'off', dir: 'auto', 'aria-describedby': 'new-who-help' },
      keydown: (event) => this.addByEnter(event),
      change: () => this.add(),
    });
    this.people = make('datalist', { id: 'new-people' });
    this.names = make('ul', { class: 'chosen', 'aria-label': 'Chosen contributors' });
    this.date = make('input', { id: 'new-date', type: 'datetime-local', 'aria-describedby': 'new-date-help' });
    this.zone = make('span', { class: 'quiet', id: 'new-date-help' });
    this.made = make('div', { role: 'status' });
    this.send = make('button', { type: 'submit', class: 'button primary' }, 'Make the file');
    this.form = make(
      'form',
      { class: 'form', novalidate: true, submit: (event) => void this.submit(event) },
      field('Headline', this.headline),
      field('Kind', this.kind),
      field('Section', this.section),
      field(
        'By',
        this.who,
        make(
          'span',
          { class: 'quiet', id: 'new-who-help' },
          'Choose somebody or write a name, then press Enter. Several may be added.',
        ),
        this.names,
        this.people,
      ),
      field('Date', this.date, this.zone),
      make('p', {}, this.send),
    );
    this.element = make(
      'section',
      { class: 'page', 'aria-labelledby': 'new-title' },
      make('h1', { id: 'new-title', tabindex: '-1' }, 'New story'),
      make('p', { class: 'quiet' }, 'It begins as a draft, in a file of its own. Nothing is published by this.'),
      this.form,
      this.made,
    );
    this.setNewsroom(newsroom);
  }

  /** @param {NewsroomFacts} newsroom */
  setNewsroom({ kinds, sections, contributors, timeZone }) {
    setOptions(
      this.kind,
      kinds.map(({ id, name }) => [id, name]),
    );
    setOptions(this.section, [
      ['', 'None'],
      ...sections.map(({ id, title }) => /** @type {[string, string]} */ ([id, title])),
    ]);
    this.contributors = peopleOptions(contributors);
    this.people.replaceChildren(
      ...this.contributors.map(({ value, label }) => make('option', { value: label }, value)),
    );
    this.zone.textContent = `In ${timeZone}. Now, if it is left empty; later is an embargo.`;
  }

  async refresh() {}

  /** Takes who is written: whom it names, or else whom it stands for alone. @returns Whether nobody else could be meant. */
  add() {
    const text = this.who.value.replace(/\s+/g, ' ').trim();
    if (text === '') return true;
    const found = searchOptions(text, this.contributors ?? []);
    if (found.length > 1) {
      const labels = found.slice(0, MOST_NAMED).map(({ label }) => label);
      const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
      setUnfit(this.who, `That could be ${labels.join(', ')}${more}: write more of it`);
      return false;
    }
    const [only = { value: text, label: text }] = found;
    this.chosen.set(only.value, only.label);
    this.who.value = '';
    setUnfit(this.who, undefined);
    this.drawChosen();
    return true;
  }

  /** @param {Event} event */
  addByEnter(event) {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || this.who.value.trim() === '') return;
    event.preventDefault();
    this.add();
  }

  drawChosen() {
    this.names.replaceChildren(
      ...[...this.chosen].map(([key, name]) =>
        make(
          'li',
          {},
          written(name),
          make(
            'button',
            { type: 'button', class: 'close', 'aria-label': `Remove ${name}`, click: () => this.remove(key) },
            '×',
          ),
        ),
      ),
    );
  }

  /** @param {string} key */
  remove(key) {
    this.chosen.delete(key);
    this.drawChosen();
    this.who.focus();
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    if (!this.add()) {
      this.who.focus();
      return;
    }
    this.showUnfit([]);
    this.send.disabled = true;
    try {
      const date = this.date.value.replace('T', ' ');
      const story = {
        headline: this.headline.value,
        kind: this.kind.value,
        contributors: [...this.chosen.keys()],
        ...(this.section.value === '' ? {} : { section: this.section.value }),
        ...(date === '' ? {} : { date }),
      };
      this.showMade(await post('new', story));
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      if (fault.unfit.length > 0) this.showUnfit(fault.unfit);
      else tell('bad', fault.message);
    } finally {
      this.send.disabled = false;
    }
  }

  /** @param {{ path: string, editor: string | undefined, admin: string }} made */
  showMade({ path, editor, admin }) {
    const headline = this.headline.value;
    this.form.reset();
    this.chosen.clear();
    this.drawChosen();
    this.made.replaceChildren(
      make(
        'div',
        { class: 'made' },
        make('p', {}, '“', written(headline), '” is a draft now, in ', make('code', { dir: 'auto' }, path), '.'),
        make(
          'p',
          { class: 'panel-links' },
          make(
            'button',
            { type: 'button', class: 'button primary', click: () => void openFile(path, 1, editor) },
            'Open the file',
          ),
          make('a', { class: 'button', href: admin }, 'Edit in the browser'),
          make('a', { class: 'button', href: storyAddress(path) }, 'Show it in the desk'),
        ),
      ),
    );
    this.made.querySelector('button')?.focus();
  }

  /** @param {readonly { of: string, message: string }[]} unfit */
  showUnfit(unfit) {
    /** @type {Readonly<Record<string, HTMLElement>>} */
    const controls = {
      headline: this.headline,
      kind: this.kind,
      section: this.section,
      contributors: this.who,
      date: this.date,
    };
    for (const [of, control] of Object.entries(controls)) {
      setUnfit(control, unfit.find((one) => one.of === of)?.message);
    }
    const [first] = unfit;
    if (first && Object.hasOwn(controls, first.of)) controls[first.of]?.focus();
  }
}

/**
 * Says beside a control why it cannot be so, or takes that back.
 *
 * @param {HTMLElement} control
 * @param {string | undefined} message
 */
function setUnfit(control, message) {
  control.parentElement?.querySelector('.unfit')?.remove();
  if (message === undefined) {
    control.removeAttribute('aria-invalid');
    return;
  }
  control.setAttribute('aria-invalid', 'true');
  control.after(make('span', { class: 'unfit', role: 'alert' }, message));
}

/**
 * @param {string} label
 * @param {HTMLElement} control
 * @param {readonly Node[]} further
 */
function field(label, control, ...further) {
  return make(
    'div',
    { class: 'field-row' },
    make('label', { for: control.id }, label),
    make('div', {}, control, ...further),
  );
}

/**
 * Sets what can be chosen, and leaves what is chosen.
 *
 * @param {HTMLSelectElement} select
 * @param {readonly (readonly [value: string, label: string])[]} options
 */
function setOptions(select, options) {
  const { value } = select;
  select.replaceChildren(...options.map(([id, label]) => make('option', { value: id }, label)));
  if (options.some(([id]) => id === value)) select.value = value;
}
