import { escapeHtml } from './text-facts.ts';

/** What a block says of itself that WordPress printed, and the text has only in the attributes. */
export interface BlockTitles {
  /** Over what is in it. */
  readonly own: readonly string[];
  /** Over each block in it, in their order. */
  readonly inner: readonly string[];
}

const NONE: BlockTitles = { own: [], inner: [] };

/** Names of attributes whose text readers saw over a block: `panelTitle`, `heading`, `question`. */
const OWN = /(?:^|[a-z_-])(?:title|heading|header|question|label)$/i;

/** Those that have the titles of all blocks within: `titles`, `tabsTitle`, `tabHeaders`. */
const INNER = /^(?:titles|tabs?(?:titles?|headers?|labels?|names?))$/i;

/** Blocks of WordPress's own of which it is so; of others all text is in the HTML. */
const OF_CORE = new Set(['tab', 'tab-panel']);

/** Such texts are no words of the story. */
const NO_WORDS = /^(?:https?:|[#.{[<]|\d+$)|^[a-z0-9]+(?:[-_][a-z0-9]+)*$/;

/** Longer ones are no titles. In UTF-16 code units. */
const LONGEST = 500;

/** The titles of a block of a plugin, as far as its attributes have them. */
export function titlesOf(name: string, attributes: Readonly<Record<string, unknown>>): BlockTitles {
  if (!name.includes('/') && !OF_CORE.has(name)) return NONE;
  const entries = Object.entries(attributes);
  if (entries.length === 0) return NONE;
  const own = entries.flatMap(([key, value]) =>
    OWN.test(key) && !/aria|placeholder/i.test(key) ? titleIn(value) : [],
  );
  const inner = entries.flatMap(([key, value]) => {
    if (!INNER.test(key) || !Array.isArray(value)) return [];
    return (value as readonly unknown[]).map((one) => titleIn(typeof one === 'string' ? one : textOf(one))[0] ?? '');
  });
  return { own, inner };
}

function textOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const table = value as Readonly<Record<string, unknown>>;
  return ['text', 'title', 'label', 'header', 'content']
    .map((key) => table[key])
    .find((one) => typeof one === 'string');
}

function titleIn(value: unknown): readonly string[] {
  const text = typeof value === 'string' ? wordsIn(value) : '';
  return text === '' || text.length > LONGEST || NO_WORDS.test(text) || !/\p{L}/u.test(text) ? [] : [text];
}

/** HTML with the titles over it that it does not have. */
export function withTitles(html: string, titles: readonly string[], isFolded: boolean): string {
  const there = lettersIn(wordsIn(html));
  const missing = titles.filter((title) => !there.includes(lettersIn(title)));
  if (missing.length === 0) return html;
  const [title = '', ...others] = missing.map(escapeHtml);
  const further = others.map((other) => `<p>${other}</p>`).join('');
  return isFolded
    ? `<details><summary>${title}</summary>${further}\n${html}</details>`
    : `<p><strong>${title}</strong></p>${further}\n${html}`;
}

/** Blocks that open when a reader asks for it. */
export function isFolding(name: string): boolean {
  return /accordion|toggle|faq|collaps|spoiler|expand/.test(name);
}

function wordsIn(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#0?39;|&rsquo;|&#8217;/g, '’')
    .replace(/\s+/g, ' ')
    .trim();
}

function lettersIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
