/** A tag or a comment within a piece of HTML, by its indices. */
export interface HtmlTag {
  readonly start: number;
  readonly end: number;
  /** In small letters; empty for comments and declarations. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'void' | 'comment';
  readonly source: string;
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

/** What is in these is no HTML. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp']);

/** Elements whose end may be left out, and mostly is. */
export const SELF_ENDING = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'option',
  'colgroup',
  'html',
  'head',
  'body',
]);

const TAG = /<!--|<[!?]|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g;

export function tagsOf(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    const [source, slash, written] = match;
    const start = match.index;
    if (written === undefined) {
      const closing = source === '<!--' ? '-->' : '>';
      const found = html.indexOf(closing, start + source.length - (source === '<!--' ? 2 : 0));
      const end = found < 0 ? html.length : found + closing.length;
      tags.push({ start, end, name: '', kind: 'comment', source: html.slice(start, end) });
      TAG.lastIndex = end;
      continue;
    }
    const name = written.toLowerCase();
    const kind = slash ? 'close' : VOID.has(name) || source.endsWith('/>') ? 'void' : 'open';
    tags.push({ start, end: start + source.length, name, kind, source });
    if (kind === 'open' && RAW.has(name)) TAG.lastIndex = rawEnd(html, name, start + source.length);
  }
  return tags;
}

function rawEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** The tags of a piece of HTML whose other half is not in it. */
export function unmatchedTags(tags: readonly HtmlTag[]): readonly HtmlTag[] {
  const open: HtmlTag[] = [];
  const counts = new Map<string, number>();
  const unmatched: HtmlTag[] = [];
  const change = (name: string, by: number): void => void counts.set(name, (counts.get(name) ?? 0) + by);
  for (const tag of tags) {
    if (tag.kind === 'open') {
      open.push(tag);
      change(tag.name, 1);
    }
    if (tag.kind !== 'close') continue;
    if ((counts.get(tag.name) ?? 0) === 0) {
      unmatched.push(tag);
      continue;
    }
    for (let begun = open.pop(); begun; begun = open.pop()) {
      change(begun.name, -1);
      if (begun.name === tag.name) break;
      unmatched.push(begun);
    }
  }
  return [...unmatched, ...open]
    .filter(({ name }) => !SELF_ENDING.has(name))
    .sort((one, other) => one.start - other.start);
}
