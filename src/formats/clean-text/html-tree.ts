/** A part of our own HTML: text, as readers see it, or an element. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  readonly name: string;
  /** As it opens: `<p class="dek">`. */
  readonly tag: string;
  readonly children: readonly HtmlNode[];
}

interface OpenElement extends HtmlElement {
  readonly children: HtmlNode[];
}

const VOID: ReadonlySet<string> = new Set([
  'br',
  'img',
  'hr',
  'wbr',
  'col',
  'input',
  'source',
  'track',
  'link',
  'meta',
]);

/** What stands deeper stands beside what is around it: nobody writes that, and each level is a call when it is printed. */
const DEEPEST = 150;

/**
 * The tree of our own HTML, in which values of attributes are escaped: a tag ends at the next `>`. What is closed without having been opened
 * counts for nothing, and what is open at the end is closed there.
 */
export function parseHtml(html: string): readonly HtmlNode[] {
  const root: HtmlNode[] = [];
  const open: OpenElement[] = [];
  let children = root;
  let end = 0;
  const close = (depth: number): void => {
    open.length = depth;
    children = open.at(-1)?.children ?? root;
  };
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start + 1)) {
    const stop = isTagAt(html, start) ? html.indexOf('>', start) : -1;
    if (stop < 0) continue;
    if (start > end) children.push(readText(html.slice(end, start)));
    const tag = html.slice(start, stop + 1);
    end = stop + 1;
    start = stop;
    const name = nameOf(tag);
    if (tag[1] === '/') {
      const depth = open.at(-1)?.name === name ? open.length - 1 : open.findLastIndex((one) => one.name === name);
      if (depth >= 0) close(depth);
      continue;
    }
    const element: OpenElement = { name, tag, children: [] };
    children.push(element);
    if (VOID.has(name) || tag.endsWith('/>') || open.length >= DEEPEST) continue;
    open.push(element);
    children = element.children;
  }
  if (end < html.length) children.push(readText(html.slice(end)));
  return root;
}

/** Whether a `<` begins a tag, and not a comparison. */
function isTagAt(html: string, start: number): boolean {
  const code = html.charCodeAt(html[start + 1] === '/' ? start + 2 : start + 1) | 0x20;
  return code >= 0x61 && code <= 0x7a;
}

function nameOf(tag: string): string {
  const start = tag[1] === '/' ? 2 : 1;
  let end = start;
  while (end < tag.length && !endsName(tag.charCodeAt(end))) end += 1;
  return tag.slice(start, end).toLowerCase();
}

/** A space, a tab, the end of a line, `/` or `>`. */
function endsName(code: number): boolean {
  return code === 0x3e || code === 0x20 || code === 0x2f || code === 0x0a || code === 0x09;
}

/** The value of an attribute; `undefined` where the element lacks it. */
export function attributeOf({ tag }: HtmlElement, name: string): string | undefined {
  const before = ` ${name}="`;
  const start = tag.indexOf(before);
  if (start < 0) return undefined;
  const from = start + before.length;
  const end = tag.indexOf('"', from);
  return end < 0 ? undefined : readText(tag.slice(from, end));
}

const NO_CLASSES: readonly string[] = [];

export function classesOf(element: HtmlElement): readonly string[] {
  const written = element.tag.length > element.name.length + 2 ? attributeOf(element, 'class') : undefined;
  return written === undefined ? NO_CLASSES : written.split(' ');
}

/** Whether an element has a class. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return classesOf(element).includes(name);
}

/** All text within some nodes. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};
const REFERENCE = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(?:x([0-9a-f]{1,6})|(\d{1,7})));/gi;

/** What HTML reads as, where it has no tags. */
function readText(html: string): string {
  if (!html.includes('&')) return html;
  return html.replace(REFERENCE, (whole: string, name?: string, hex?: string, decimal?: string) => {
    if (name !== undefined) return CHARACTERS[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : '\ufffd';
  });
}
