import { ask, listen, Refused } from './ask.js';
import { Calendar } from './calendar.js';
import { byId, counted, hush, make, tell } from './elements.js';
import { PUBLISHED } from './plan-dialogue.js';
import { NewStory } from './new-story.js';
import { ProblemList } from './problems.js';
import { StoryList } from './stories.js';
import { StoryPanel } from './story.js';

/** @typedef {import('../newsroom-facts.ts').NewsroomFacts} NewsroomFacts */

/** The desk: one view at a time, by what stands behind `#` in the address. */
class Desk {
  /** @param {NewsroomFacts} newsroom */
  constructor(newsroom) {
    this.main = byId('main');
    this.list = new StoryList(newsroom);
    this.panel = new StoryPanel(() => this.closeStory());
    this.panel.element.hidden = true;
    this.stories = make('div', { class: 'desk' }, this.list.element, this.panel.element);
    this.calendar = new Calendar();
    this.problems = new ProblemList();
    this.newStory = new NewStory(newsroom);
    this.setNewsroom(newsroom);
    /** Whether the list shows what it should; of a story that is opened first it does not. */
    this.hasList = false;
    /** @type {(() => Promise<void>)} */
    this.refreshView = async () => {};
  }

  /** @param {NewsroomFacts} newsroom */
  setNewsroom(newsroom) {
    const { title, language, errors, warnings, standsStill, hasEdition, preview } = newsroom;
    const name = byId('title');
    name.textContent = title ?? 'Broadsheet';
    name.lang = language;
    byId('site').setAttribute('href', preview);
    const count = byId('problem-count');
    const all = errors + warnings;
    count.hidden = all === 0;
    count.textContent = all.toLocaleString('en-GB');
    count.classList.toggle('error', errors > 0);
    this.list.setSections(newsroom.sections);
    this.newStory.setNewsroom(newsroom);
    const still = document.getElementById('still');
    if (!standsStill) still?.remove();
    else if (!still) {
      const what = hasEdition ? 'The site is shown as it was before' : 'There is nothing to show yet';
      const link = make('a', { href: '#/problems' }, counted(errors, 'error'));
      this.main.before(
        make(
          'div',
          { class: 'notice', id: 'still', 'data-tone': 'bad' },
          make('p', {}, `${what}: the content has `, link, '.'),
        ),
      );
    }
  }

  /** Shows what the address says. */
  async route() {
    const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
    const [view = 'stories', ...rest] = path.split('/').map(decode);
    const parameters = new URLSearchParams(query);
    const tab = view === 'story' || view === '' ? 'stories' : view;
    for (const link of document.querySelectorAll('.views a')) {
      if (link.getAttribute('href') === `#/${tab}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    if (view === 'story') await this.openStory(rest.join('/'));
    else if (view === 'calendar') await this.showPage(this.calendar, () => this.calendar.show(rest[0]), 'Calendar');
    else if (view === 'problems') await this.showPage(this.problems, () => this.problems.show(parameters), 'Problems');
    else if (view === 'new') await this.showPage(this.newStory, async () => {}, 'New story');
    else await this.showList(parameters);
  }

  /** @param {URLSearchParams} parameters */
  async showList(parameters) {
    const wasOpen = this.panel.path;
    this.panel.path = undefined;
    this.panel.element.hidden = true;
    this.list.markSelected('');
    this.stories.classList.remove('has-panel');
    this.refreshView = () => this.list.refresh();
    const isNew = this.put(this.stories, 'Stories');
    // At once, for what is pressed while the list is asked for; and again, where the row came only then.
    if (wasOpen !== undefined) this.focusOnRow(wasOpen);
    await this.list.show(parameters);
    this.hasList = true;
    if (wasOpen !== undefined) this.focusOnRow(wasOpen);
    else if (isNew) this.focusTitle();
  }

  /** Goes to the row of a story that was open, unless somebody is elsewhere by now, such as in the search. @param {string} path */
  focusOnRow(path) {
    const at = document.activeElement;
    if (at === null || at === document.body || this.panel.element.contains(at)) this.list.focusOn(path);
  }

  /** @param {string} path */
  async openStory(path) {
    this.put(this.stories, 'Story');
    this.panel.element.hidden = false;
    this.stories.classList.add('has-panel');
    this.list.markSelected(path);
    this.refreshView = async () => {
      await Promise.all([this.list.refresh(), this.panel.refresh()]);
    };
    const list = this.hasList ? Promise.resolve() : this.list.show(new URLSearchParams());
    this.hasList = true;
    await Promise.all([list, this.panel.show(path)]);
  }

  closeStory() {
    const address = this.list.address();
    // A search beside the story has put the address of the list there already, and nobody hears of the same one.
    if (location.hash === address || (location.hash === '' && address === '#/stories'))
      void this.route().catch(onFault);
    else location.hash = address;
  }

  /**
   * @param {{ element: HTMLElement, refresh(): Promise<void> }} page
   * @param {() => Promise<void>} show
   * @param {string} title
   */
  async showPage(page, show, title) {
    const isNew = this.put(page.element, title);
    this.refreshView = () => page.refresh();
    await show();
    if (isNew) this.focusTitle();
  }

  /**
   * @param {HTMLElement} element
   * @param {string} title
   * @returns Whether another view was there before.
   */
  put(element, title) {
    document.title = `${title} – ${byId('title').textContent} desk`;
    if (this.main.firstElementChild === element) return false;
    const isFirst = this.main.firstElementChild === null || this.main.firstElementChild.localName === 'noscript';
    this.main.replaceChildren(element);
    hush();
    return !isFirst;
  }

  /** Those who hear the page hear which view it is. */
  focusTitle() {
    const title = this.main.querySelector('h1');
    title?.focus();
  }

  /** Asks for all that is shown once more. */
  async refresh() {
    const [newsroom] = await Promise.all([ask('newsroom'), this.refreshView()]);
    this.setNewsroom(newsroom);
    await this.lookAtChanges();
  }

  /** Asks git, which may take long, and shows what it says. */
  async lookAtChanges() {
    const { version } = await ask('changes');
    if (version === this.changes) return;
    this.changes = version;
    await this.refreshView();
  }
}

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @param {unknown} fault */
function onFault(fault) {
  tell('bad', fault instanceof Refused ? fault.message : 'The preview does not answer.');
}

/** Never twice at a time: what comes meanwhile is seen by one more. @param {() => Promise<void>} work */
function oneByOne(work) {
  let isRunning = false;
  let isWanted = false;
  return async () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await work().catch(onFault);
    }
    isRunning = false;
  };
}

async function begin() {
  const desk = new Desk(await ask('newsroom'));
  const route = () => void desk.route().catch(onFault);
  addEventListener('hashchange', route);
  await desk.route();
  const refresh = oneByOne(() => desk.refresh());
  listen({
    onChange: () => void refresh(),
    onGone: () => tell('bad', 'The preview has ended. Start it again with npx broadsheet serve.'),
    onBack: () => {
      hush();
      void refresh();
    },
  });
  addEventListener(PUBLISHED, () => void refresh());
  addEventListener('focus', () => void desk.lookAtChanges().catch(onFault));
  addEventListener('keydown', (event) => {
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!desk.stories.isConnected || desk.panel.path !== undefined) desk.closeStory();
    desk.list.search.focus();
    desk.list.search.select();
  });
  await desk.lookAtChanges();
}

byId('skip').addEventListener('click', () => byId('main').focus());
begin().catch(onFault);
