/**
 * Makes an element. What is given as a text is a text, whatever stands in it.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>} [attributes] A function hears the
 *   event of that name; `true` is an attribute without a value, `false` and `undefined` are none.
 * @param {readonly (Node | string | undefined)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== undefined && value !== false) element.setAttribute(key, String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/**
 * A text that somebody of the newsroom wrote, in its own language and direction.
 *
 * @param {string} text
 * @param {string} [language] BCP 47.
 */
export function written(text, language) {
  return make('bdi', { lang: language, dir: 'auto' }, text);
}

/**
 * A text only for those who hear the page.
 *
 * @param {string} text
 */
export function spoken(text) {
  return make('span', { class: 'spoken' }, text);
}

/**
 * A sentence in which backticks stand around what was written.
 *
 * @param {string} text
 * @returns {readonly (Node | string)[]}
 */
export function prose(text) {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? make('code', { dir: 'auto' }, part) : part));
}

/**
 * The element of the page with an id.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

/**
 * “1 story”, “1,204 stories”.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** @type {number | undefined} */
let ending;

/**
 * Says something at the head of the page, and to those who hear it.
 *
 * @param {'good' | 'bad'} tone
 * @param {readonly (Node | string)[]} parts
 */
export function tell(tone, ...parts) {
  const notice = byId('notice');
  clearTimeout(ending);
  notice.dataset['tone'] = tone;
  const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Close', click: hush }, '×');
  notice.replaceChildren(make('p', {}, ...parts), close);
  if (tone === 'good') ending = window.setTimeout(hush, 8000);
}

/** Takes back what was said. */
export function hush() {
  byId('notice').replaceChildren();
}
