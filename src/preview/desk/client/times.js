const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** By how much the clock of the newsroom is ahead of this machine's, in milliseconds. */
let ahead = 0;

/**
 * Takes the clock of the newsroom, which may have been set.
 *
 * @param {number} now In milliseconds since 1970.
 */
export function setClock(now) {
  ahead = now - Date.now();
}

/**
 * How long it is until a moment: “in 3 days 4 h”, “in 5 min 20 s”, “now”.
 *
 * @param {number} instant In milliseconds since 1970.
 * @param {number} [now]
 */
export function countdown(instant, now = Date.now() + ahead) {
  // What has begun counts, so that a whole hour is one; and a second before that, so that all parts are of one moment.
  const exact = Math.ceil((instant - now) / SECOND) * SECOND;
  const left = exact > HOUR ? Math.ceil(exact / MINUTE) * MINUTE : exact;
  if (left <= 0) return 'now';
  const [days, hours, minutes] = [Math.floor(left / DAY), Math.floor(left / HOUR) % 24, Math.floor(left / MINUTE) % 60];
  if (days > 13) return `in ${days} days`;
  if (days > 0) return `in ${days} ${days === 1 ? 'day' : 'days'}${hours > 0 ? ` ${hours} h` : ''}`;
  if (hours > 0) return `in ${hours} h${minutes > 0 ? ` ${minutes} min` : ''}`;
  const seconds = Math.floor(left / SECOND) % 60;
  return minutes > 0 ? `in ${minutes} min ${seconds} s` : `in ${seconds} s`;
}

/**
 * Has an element show how long it is until a moment, for as long as it is on the page.
 *
 * @template {HTMLElement} Element
 * @param {Element} element
 * @param {number} instant In milliseconds since 1970.
 */
export function countingDown(element, instant) {
  element.dataset['until'] = String(instant);
  element.textContent = countdown(instant);
  return element;
}

setInterval(() => {
  for (const element of document.querySelectorAll('[data-until]')) {
    if (!(element instanceof HTMLElement)) continue;
    const text = countdown(Number(element.dataset['until']));
    if (element.textContent !== text) element.textContent = text;
  }
}, 1000);
