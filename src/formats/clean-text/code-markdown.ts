import { hasClass, type HtmlElement, type HtmlNode, textOf } from './html-tree.ts';

/** Code without boxes of tasks and references to notes in it, and these: `[^1]`. */
interface Code {
  readonly code: string;
  readonly notes: readonly string[];
}

export function codeOf(nodes: readonly HtmlNode[]): Code {
  const notes: string[] = [];
  const read = (node: HtmlNode): string => {
    if (typeof node === 'string') return node;
    if (hasClass(node, 'task-box')) return '';
    if (!isFootnoteMark(node)) return node.children.map(read).join('');
    notes.push(footnoteMark(node));
    return '';
  };
  return { code: nodes.map(read).join(''), notes };
}

export function isFootnoteMark(element: HtmlElement): boolean {
  return element.name === 'sup' && hasClass(element, 'footnote-ref');
}

/** A reference to a note: `[^1]`. */
export function footnoteMark({ children }: HtmlElement): string {
  const [number] = /\d+/.exec(textOf(children)) ?? [];
  return number === undefined ? '' : `[^${number}]`;
}

/** Code within a line, between as many backticks as it needs. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${text.replace(/\s+/g, ' ')}${pad}${ticks}`;
}

/** Code between fences that are longer than any in it. */
export function codeBlock(nodes: readonly HtmlNode[]): { readonly block: string; readonly notes: readonly string[] } {
  const element = nodes.find((node) => typeof node !== 'string' && node.name === 'code');
  const [, language = ''] = /\blanguage-([\w+#.-]+)/.exec(typeof element === 'object' ? element.tag : '') ?? [];
  const { code, notes } = codeOf(nodes);
  const text = code.replace(/\n$/, '');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return { block: `${fence}${language}\n${text}\n${fence}`, notes };
}
