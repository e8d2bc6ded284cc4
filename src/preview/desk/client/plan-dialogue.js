import { post, Refused } from './ask.js';
import { make, prose, tell, written } from './elements.js';
import { problemItem } from './problem-item.js';

/** @typedef {import('../story-facts.ts').StoryFacts} StoryFacts */
/**
 * What would be done.
 *
 * @typedef {{
 *   id: string, steps: readonly string[], left: readonly string[], remote?: string, push: boolean,
 *   warnings: readonly import('../told-diagnostic.ts').ToldDiagnostic[],
 * }} Plan
 */
/** @typedef {Readonly<Record<string, string | boolean>>} Wish */
/**
 * What differs between what is done to stories: names of addresses, words, and what can be chosen.
 *
 * @typedef {{
 *   plan: string, carryOut: string, title: string, button: string, doing: string, refused: string, notDone: string,
 *   done: (story: StoryFacts) => string,
 *   choices: (plan: any, hear: Hearing) => Choices | undefined,
 * }} Deed
 */
/**
 * `again` shows what would be done by another wish; `changed` says that something is chosen which is not shown yet, and is not done before it is.
 *
 * @typedef {{ again: (changes: Wish) => void, changed: () => void }} Hearing
 */
/** `wanted` is what is chosen now. @typedef {{ nodes: readonly Node[], wanted?: () => Wish }} Choices */

/** Of the window: something was published, or withdrawn. */
export const PUBLISHED = 'broadsheet-published';
/** After how many milliseconds it is said that git has not ended yet. */
const LONG = 10_000;

/** A dialogue that says what will be done to a story, and does it once it is told to. */
export class PlanDialogue {
  /**
   * @param {StoryFacts} story
   * @param {Deed} deed
   */
  constructor(story, deed) {
    this.story = story;
    this.deed = deed;
    /** Whether it is being done: then the dialogue stays, and says how that ends. */
    this.isRunning = false;
    /** What was asked for last: of two answers, only its own counts. */
    this.asked = 0;
    this.body = make('div', { 'aria-live': 'polite' });
    this.dialogue = make(
      'dialog',
      {
        'aria-labelledby': 'plan-title',
        cancel: (event) => this.isRunning && event.preventDefault(),
        close: () => this.dialogue.remove(),
      },
      make(
        'h2',
        { id: 'plan-title', tabindex: '-1' },
        `${deed.title} “`,
        written(story.headline, story.language),
        '”?',
      ),
      this.body,
    );
    document.body.append(this.dialogue);
    this.dialogue.showModal();
    this.dialogue.querySelector('h2')?.focus();
  }

  /** Asks what would be done. @param {Wish} wish */
  async ask(wish) {
    this.asked += 1;
    const { asked } = this;
    this.body.replaceChildren(make('p', { class: 'quiet' }, 'Looking at the newsroom and at git …'), this.buttons());
    try {
      const plan = await post(this.deed.plan, { path: this.story.path, ...wish });
      if (asked === this.asked) this.show(plan, wish);
    } catch (fault) {
      if (asked === this.asked) this.refuse(fault, wish);
    }
  }

  /**
   * @param {Plan} plan
   * @param {Wish} wish
   */
  show(plan, wish) {
    const { id, steps, left, remote, push, warnings } = plan;
    const go = make(
      'button',
      { type: 'button', class: 'button primary', click: () => void this.carryOut(id) },
      this.deed.button,
    );
    const again = (/** @type {Wish} */ changes) => void this.ask({ ...wish, ...changes });
    const changed = () => {
      go.disabled = true;
    };
    const choices = this.deed.choices({ ...plan, wish }, { again, changed });
    const repush = (/** @type {boolean} */ isWanted) => again({ ...choices?.wanted?.(), push: isWanted });
    const pushing = remote === undefined ? [] : [checkbox(`Push to ${remote}`, push, repush)];
    this.body.replaceChildren(
      make('p', {}, 'This will be done:'),
      make('ol', { class: 'steps' }, ...steps.map((step) => make('li', {}, ...prose(step)))),
      ...(choices?.nodes ?? []),
      ...pushing,
      ...(left.length > 0
        ? [
            make(
              'p',
              { class: 'quiet' },
              `Changed, and not ${this.deed.notDone} with it: `,
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
  async carryOut(id) {
    const { doing, done } = this.deed;
    const state = make('p', { class: 'quiet' }, `${doing} …`);
    this.body.replaceChildren(state);
    const waiting = setTimeout(() => {
      state.textContent = `${doing} … Still waiting for git: a hook may take long, or the remote repository.`;
    }, LONG);
    this.isRunning = true;
    try {
      /** @type {{ commit?: string, isPushed: boolean, left: readonly string[] }} */
      const { commit, isPushed, left } = await post(this.deed.carryOut, { id });
      this.isRunning = false;
      this.dialogue.close();
      const git =
        commit === undefined
          ? ['Pushed.']
          : ['Committed as ', make('code', {}, commit), isPushed ? ', and pushed.' : '. It is not pushed.'];
      tell(
        'good',
        '“',
        written(this.story.headline, this.story.language),
        '”',
        done(this.story),
        ...git,
        ...left.map((sentence) => ` ${sentence}`),
      );
    } catch (fault) {
      this.isRunning = false;
      this.refuse(fault);
    } finally {
      clearTimeout(waiting);
      dispatchEvent(new Event(PUBLISHED));
    }
  }

  /**
   * @param {unknown} fault
   * @param {Wish} [wish] By which it was to be planned; without it, that may go.
   */
  refuse(fault, wish) {
    const refused = fault instanceof Refused ? fault : new Refused(0, { error: 'The preview does not answer' });
    const { hint, said, diagnostics } = refused;
    // Some browsers close a dialogue at the second Escape, whatever it says to that.
    if (!this.dialogue.isConnected)
      tell(
        'bad',
        '“',
        written(this.story.headline, this.story.language),
        `” is not ${this.deed.notDone}. `,
        ...prose(refused.message),
        '. ',
        ...(hint ? ['What to do: ', ...prose(hint), '.'] : []),
      );
    const isWished = wish !== undefined && Object.keys(wish).length > 0;
    this.body.replaceChildren(
      make('p', { class: 'unfit', role: 'alert' }, `${this.deed.refused} `, ...prose(refused.message), '.'),
      ...(said ? [make('pre', { tabindex: '0', 'aria-label': 'What git says' }, said)] : []),
      ...(diagnostics.length > 0
        ? [make('ol', { class: 'problems' }, ...diagnostics.map((one) => problemItem(one)))]
        : []),
      ...(hint ? [make('p', {}, 'What to do: ', ...prose(hint), '.')] : []),
      this.buttons(
        ...(isWished
          ? [make('button', { type: 'button', class: 'button', click: () => void this.ask({}) }, 'Back')]
          : []),
      ),
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
export function radio(name, label, isChosen, choose) {
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
