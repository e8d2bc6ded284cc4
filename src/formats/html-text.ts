import { asHtml, type Html } from '../domain/html.ts';
import { fillSlots } from '../markdown/slots.ts';

/**
 * What a machine must not read of our own HTML: it does nothing away from its page, or readers of feeds refuse it. A layout marks
 * anything else of the kind with `data-page-only`, or with `hidden` where it waits for a script.
 */
const PAGE_ONLY: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'button', 'form', 'input', 'select', 'textarea', 'dialog'],
  ...['iframe', 'object', 'embed', 'link', 'meta'],
]);
const VOID: ReadonlySet<string> = new Set(['input', 'embed', 'link', 'meta']);

/** What is within them is text, whatever it looks like. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'iframe']);

const IS_MARKED = /\s(?:hidden|data-page-only)(?=[\s=>]|$)/;

/**
 * Walks over our own HTML for someone who reads it elsewhere than on its page. What is for the page only is left out, what
 * stands there for readers without scripts is shown, and each other tag is replaced. In our own HTML a tag ends at the next
 * `>`, for in the values of attributes it is escaped.
 *
 * @param replace What stands in place of a tag of an element, the one that opens it (`<p class="dek">`) or closes it.
 */
function readElsewhere(html: string, replace: (name: string, tag: string) => string): string {
  let read = '';
  /** Up to where the HTML is read. */
  let end = 0;
  for (let start = html.indexOf('<'); start >= 0; ) {
    const name = nameAt(html, start);
    const close = name === '' ? -1 : html.indexOf('>', start);
    if (close < 0) {
      start = html.indexOf('<', start + 1);
      continue;
    }
    const tag = html.slice(start, close + 1);
    let next = close + 1;
    const isOut = isPageOnly(name, tag);
    const put = isOut || name === 'noscript' ? '' : replace(name, tag);
    if (isOut && tag[1] !== '/' && !VOID.has(name)) next = endOfElement(html, name, next);
    if (put !== tag) {
      read += html.slice(end, start) + put;
      end = next;
    }
    start = html.indexOf('<', next);
  }
  return end === 0 ? html : read + html.slice(end);
}

/** The name of the element whose tag begins at a place; empty where none does. */
function nameAt(html: string, start: number): string {
  const begin = html[start + 1] === '/' ? start + 2 : start + 1;
  let end = begin;
  while (isOfName(html.charCodeAt(end))) end += 1;
  return html.slice(begin, end);
}

/** `a` to `z`, `0` to `9`, hyphens. */
function isOfName(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2d;
}

function isPageOnly(name: string, tag: string): boolean {
  if (PAGE_ONLY.has(name)) return true;
  const mayBeMarked = tag.includes(' hidden') || tag.includes(' data-page-only');
  return mayBeMarked && IS_MARKED.test(tag.replace(/="[^"]*"/g, '='));
}

/** Where an element ends that was opened before a place; the end of all where it is not closed. */
function endOfElement(html: string, name: string, from: number): number {
  let depth = 1;
  for (let start = html.indexOf('<', from); start >= 0; start = html.indexOf('<', start + 1)) {
    if (nameAt(html, start) !== name) continue;
    const isClosing = html[start + 1] === '/';
    if (isClosing) depth -= 1;
    else if (!RAW.has(name)) depth += 1;
    if (depth > 0) continue;
    const close = html.indexOf('>', start);
    return close < 0 ? html.length : close + 1;
  }
  return html.length;
}

/** What stands between two words where one of these ends. */
const LINES: ReadonlySet<string> = new Set([
  ...['p', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'dt', 'dd', 'blockquote', 'figcaption', 'summary'],
]);
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What our own HTML reads as, in one line. */
export function plainText(html: Html): string {
  return readElsewhere(html, (name, tag) => (name === 'br' || (tag[1] === '/' && LINES.has(name)) ? ' ' : ''))
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, character: string) => CHARACTERS[character] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands within words. */
const INLINE: ReadonlySet<string> = new Set([
  ...['a', 'b', 'bdi', 'code', 'del', 'em', 'i', 'ins', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u'],
]);
const NOTHING = asHtml('');

/** The letters of a rendered text, in which slots stand for references, with something between words that is none. */
export function searchableText(html: Html): string {
  return readElsewhere(
    fillSlots(html, () => NOTHING),
    (name) => (INLINE.has(name) ? '' : ' '),
  ).replace(/&#?\w+;/g, ' ');
}

/** Our own HTML without what is for its page only. */
export function withoutFurniture(html: string): string {
  return readElsewhere(html, (_name, tag) => tag);
}

/** Where a text is read away from: the site, and its page as the rest of the world knows it. */
export interface Away {
  readonly origin: string;
  readonly page: string;
}

/** Of these the link to the file is left, which stands within the element. */
const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video', 'track']);

/** Of a picture, the one file is left that everybody can show. */
const OFFERS: ReadonlySet<string> = new Set(['picture', 'source']);

/**
 * Our own HTML for those who read it in a feed: every address in it is whole, and nothing in it needs a script, a style or a
 * player.
 */
export function readAway(html: Html, away: Away): Html {
  const starts = startsFrom(away);
  return asHtml(
    readElsewhere(html, (name, tag) => {
      if (PLAYERS.has(name) || OFFERS.has(name)) return '';
      return tag.includes('="') ? wholeIn(tag, starts) : tag;
    }),
  );
}

/**
 * A tag of our own HTML, or several, in which addresses are from the root of the host or fragments of the page, with every address
 * whole. What only a browser on the page has a use for is left out: when to load a picture, how to get there by keyboard.
 */
export function withAbsoluteUrls(html: string, away: Away): string {
  return wholeIn(html, startsFrom(away));
}

// Quotes in texts and in the values of attributes are escaped, so this is found in tags only.
const ATTRIBUTE =
  / (?:(href|src|poster)="(#|\/\/?)|srcset="([^"]*)"|(?:loading|decoding|fetchpriority|tabindex)="[^"]*")/g;

/** The beginning of each address in a list of pictures: they are parted by commas with a space behind. */
const CANDIDATE = /(^|,\s+)(\/\/?)/g;

/** What stands in place of the beginning of an address. */
type Starts = Readonly<Record<string, string>>;

function startsFrom({ origin, page }: Away): Starts {
  return { '#': `${page}#`, '/': `${origin}/`, '//': `${origin.slice(0, origin.indexOf('/'))}//` };
}

function wholeIn(html: string, starts: Starts): string {
  return html.replace(ATTRIBUTE, (_all: string, name?: string, start?: string, candidates?: string) => {
    if (name !== undefined) return ` ${name}="${starts[start ?? ''] ?? start}`;
    if (candidates === undefined) return '';
    const whole = candidates.replace(
      CANDIDATE,
      (_all, before: string, from: string) => before + (starts[from] ?? from),
    );
    return ` srcset="${whole}"`;
  });
}
