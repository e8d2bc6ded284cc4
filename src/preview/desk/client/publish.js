import { post, Refused } from './ask.js';
import { make, prose, tell, written } from './elements.js';
import { problemItem } from './problem-item.js';

/** @typedef {import('../story-facts.ts').StoryFacts} StoryFacts */
/** @typedef {{ date?: string, push?: boolean }} Wish */
/**
 * @typedef {{
 *   id: string, headline: string, steps: readonly string[], left: readonly string[],
 *   date: { kind: string, written?: string, choice: 'now' | 'keep' },
 *   remote?: string, push: boolean, warnings: readonly import('../told-diagnostic.ts').ToldDiagnostic[],
 * }} Plan
 */

/** Of the window: something was published. */
export const PUBLISHED = 'broadsheet-published';
/** After how many milliseconds it is said that git has not ended yet. */
const LONG = 10_000;

/**
 * The button that publishes a story, or what has changed of it: it shows first what will be done.
 *
 * @param {StoryFacts} story
 */
export function publishing(story) {
  const button = make(
    'button',
    { type: 'button', class: 'button', click: () => void new Publishing(story).ask({}) },
    story.toPublish === 'unpushed' ? 'Push …' : 'Publish …',
  );
  return make('p', { class: 'publishing' }, button);
}

/** A dialogue that says what publishing a story will do, and does it once it is told to. */
class Publishing {
  /** @param {StoryFacts} story */
  constructor(story) {
    this.story = story;
    /** Whether it is being published: then the dialogue stays, and says how that ends. */
    this.isPublishing = false;
    this.body = make('div', { 'aria-live': 'polite' });
    this.dialogue = make(
      'dialog',
      {
        'aria-labelledby': 'publish-title',
        cancel: (event) => this.isPublishing && event.preventDefault(),
        close: () => this.dialogue.remove(),
      },
      make('h2', { id: 'publish-title', tabindex: '-1' }, 'Publish “', written(story.headline, story.language), '”?'),
      this.body,
    );
    document.body.append(this.dialogue);
    this.dialogue.showModal();
    this.dialogue.querySelector('h2')?.focus();
  }

  /** Asks what would be done. @param {Wish} wish */
  async ask(wish) {
    this.body.replaceChildren(make('p', { class: 'quiet' }, 'Looking at the newsroom and at git …'), this.buttons());
    try {
      this.show(await post('publication', { path: this.story.path, ...wish }), wish);
    } catch (fault) {
      this.refuse(fault);
    }
  }

  /**
   * @param {Plan} plan
   * @param {Wish} wish
   */
  show({ id, steps, left, date, remote, push, warnings }, wish) {
    const again = (/** @type {Wish} */ changes) => void this.ask({ ...wish, ...changes });
    const choice =
      date.written === undefined
        ? []
        : [
            make(
              'fieldset',
              {},
              make('legend', {}, 'Date'),
              radio('publish-date', 'Now', date.choice === 'now', () => again({ date: 'now' })),
              radio('publish-date', `As written: ${date.written}`, date.choice === 'keep', () =>
                again({ date: 'keep' }),
              ),
            ),
          ];
    const pushing =
      remote === undefined ? [] : [checkbox(`Push to ${remote}`, push, (isWanted) => again({ push: isWanted }))];
    const go = make(
      'button',
      { type: 'button', class: 'button primary', click: () => void this.publish(id) },
      'Publish',
    );
    this.body.replaceChildren(
      make('p', {}, 'This will be done:'),
      make('ol', { class: 'steps' }, ...steps.map((step) => make('li', {}, ...prose(step)))),
      ...choice,
      ...pushing,
      ...(left.length > 0
        ? [
            make(
              'p',
              { class: 'quiet' },
              'Changed, and not published with it: ',
              ...prose(
                left
                  .slice(0, 10)
                  .map((path) => `\`${path}\``)
                  .join(', '),
              ),
              left.length > 10 ? ` and ${left.length - 10} more` : '',
            ),
          ]
        : []),
      ...(warnings.length > 0
        ? [make('ol', { class: 'problems' }, ...warnings.map((warning) => problemItem(warning)))]
        : []),
      this.buttons(go),
    );
    go.focus();
  }

  /** @param {string} id */
  async publish(id) {
    const state = make('p', { class: 'quiet' }, 'Publishing …');
    this.body.replaceChildren(state);
    const waiting = setTimeout(() => {
      state.textContent = 'Publishing … Still waiting for git: a hook may take long, or the remote repository.';
    }, LONG);
    this.isPublishing = true;
    try {
      /** @type {{ commit?: string, isPushed: boolean, left: readonly string[] }} */
      const { commit, isPushed, left } = await post('publish', { id });
      this.isPublishing = false;
      this.dialogue.close();
      const done =
        commit === undefined
          ? ['Pushed.']
          : ['Committed as ', make('code', {}, commit), isPushed ? ', and pushed.' : '. It is not pushed.'];
      const what = this.story.toPublish === 'draft' ? ' is out of draft. ' : ': ';
      tell(
        'good',
        '“',
        written(this.story.headline, this.story.language),
        '”',
        what,
        ...done,
        ...left.map((sentence) => ` ${sentence}`),
      );
    } catch (fault) {
      this.isPublishing = false;
      this.refuse(fault);
    } finally {
      clearTimeout(waiting);
      dispatchEvent(new Event(PUBLISHED));
    }
  }

  /** @param {unknown} fault */
  refuse(fault) {
    const refused = fault instanceof Refused ? fault : new Refused(0, { error: 'The preview does not answer' });
    const { hint, said, diagnostics } = refused;
    // Some browsers close a dialogue at the second Escape, whatever it says to that.
    if (!this.dialogue.isConnected)
      tell(
        'bad',
        '“',
        written(this.story.headline, this.story.language),
        '” is not published. ',
        ...prose(refused.message),
        '. ',
        ...(hint ? ['What to do: ', ...prose(hint), '.'] : []),
      );
    this.body.replaceChildren(
      make('p', { class: 'unfit', role: 'alert' }, 'It cannot be published now. ', ...prose(refused.message), '.'),
      ...(said ? [make('pre', { tabindex: '0', 'aria-label': 'What git says' }, said)] : []),
      ...(diagnostics.length > 0
        ? [make('ol', { class: 'problems' }, ...diagnostics.map((one) => problemItem(one)))]
        : []),
      ...(hint ? [make('p', {}, 'What to do: ', ...prose(hint), '.')] : []),
      this.buttons(),
    );
  }

  /** @param {readonly Node[]} before */
  buttons(...before) {
    return make(
      'p',
      { class: 'panel-links' },
      ...before,
      make('button', { type: 'button', class: 'button', click: () => this.dialogue.close() }, 'Cancel'),
    );
  }
}

/**
 * @param {string} name
 * @param {string} label
 * @param {boolean} isChosen
 * @param {() => void} choose
 */
function radio(name, label, isChosen, choose) {
  return make('label', {}, make('input', { type: 'radio', name, checked: isChosen, change: choose }), ` ${label}`);
}

/**
 * @param {string} label
 * @param {boolean} isChosen
 * @param {(isChosen: boolean) => void} choose
 */
function checkbox(label, isChosen, choose) {
  const box = make('input', { type: 'checkbox', checked: isChosen, change: () => choose(box.checked) });
  return make('label', {}, box, ` ${label}`);
}
