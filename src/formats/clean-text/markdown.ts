import type { Html } from '../../domain/html.ts';
import { type Away, readAway } from '../html-text.ts';
import { codeBlock } from './code-markdown.ts';
import { INLINE } from './elements.ts';
import { attributeOf, classesOf, hasClass, type HtmlElement, type HtmlNode, parseHtml, textOf } from './html-tree.ts';
import {
  BREAK,
  escapeLineStart,
  escapeMarkdown,
  inlineMarkdown,
  nameOfDrawing,
  pictureMarkdown,
  texOf,
} from './inline-markdown.ts';
import { tableMarkdown } from './table-markdown.ts';

/** A story is printed in each form, one after the other, and its text is the same in all. */
let last: { readonly html: string; readonly page: string; readonly markdown: string } | undefined;

/**
 * Our own HTML, read away from its page, as CommonMark with the tables, strikethrough, footnotes, tasks, alerts and formulas of GitHub's, and with the signs
 * that `site.yaml` may have for the rest (`==mark==`, `H~2~O`, definition lists). Every address in it is whole.
 * No HTML is in it, whatever the text says; what Markdown has no sign for is left to its words.
 */
export function markdownOf(html: Html, away: Away): string {
  if (html === '') return '';
  if (last?.html === html && last.page === away.page) return last.markdown;
  const markdown = blocksOf(parseHtml(readAway(html, away))).join('\n\n');
  last = { html, page: away.page, markdown };
  return markdown;
}

/** The same of a line, such as a headline. It may not stand at the beginning of a paragraph, see {@link escapeLineStart}. */
export function lineMarkdownOf(html: Html, away: Away): string {
  return html.includes('<') || html.includes('&')
    ? inlineMarkdown(parseHtml(readAway(html, away)))
    : escapeMarkdown(html);
}

/** What a story's text says of a post is said of it apart: when it was written, and its title. */
const TOLD_APART: ReadonlySet<string> = new Set(['update-time', 'update-title']);

/** Lines that are titles of what follows, and no headings. */
const TITLES: ReadonlySet<string> = new Set(['box-title', 'timeline-date', 'answer-by']);

/** The blocks of some nodes, each without a line around it. */
function blocksOf(nodes: readonly HtmlNode[]): readonly string[] {
  const blocks: string[] = [];
  let line: HtmlNode[] = [];
  const endLine = (): void => {
    if (line.length > 0) addParagraph(inlineMarkdown(line), blocks);
    line = [];
  };
  let before: HtmlElement | undefined;
  for (const node of nodes) {
    if (typeof node === 'string' ? node.trim() === '' && line.length === 0 : false) continue;
    if (typeof node === 'string' || INLINE.has(node.name)) {
      line.push(node);
      continue;
    }
    endLine();
    // Two lists in a row would be one, unless their signs differ.
    const isSecond = before?.name === node.name && (node.name === 'ul' || node.name === 'ol');
    addBlock(node, isSecond, blocks);
    before = isSecond ? undefined : node;
  }
  endLine();
  return blocks;
}

function addParagraph(text: string, blocks: string[]): void {
  if (text !== '') blocks.push(escapeLineStart(text));
}

function addBlock(element: HtmlElement, isSecond: boolean, blocks: string[]): void {
  const { name, children } = element;
  const classes = classesOf(element);
  if (isAnyIn(TOLD_APART, classes)) return;
  const level = HEADINGS.indexOf(name) + 1;
  if (isAnyIn(TITLES, classes)) addTitle(children, blocks);
  else if (classes.includes('formula')) addFormula(element, blocks);
  else if (name === 'p') addLines(children, blocks);
  else if (level > 0) addHeading(level, children, blocks);
  else if (name === 'ul' || name === 'ol') addList(element, isSecond, blocks);
  else if (name === 'dl') addDefinitions(children, blocks);
  else if (name === 'blockquote') addQuotation(blocksOf(children), blocks);
  else if (classes.includes('callout')) addAlert(children, classes, blocks);
  else if (name === 'pre') addCode(element, blocks);
  else if (name === 'hr') blocks.push('---');
  else if (name === 'table') addTable(element, blocks);
  else if (name === 'figure') addFigure(element, blocks);
  else if (name === 'summary' || name === 'dt' || name === 'caption') addTitle(children, blocks);
  else if (name === 'svg') addParagraph(escapeMarkdown(nameOfDrawing(element)), blocks);
  else if (classes.includes('footnotes')) addFootnotes(element, blocks);
  else for (const block of blocksOf(children)) blocks.push(block);
}

function isAnyIn(names: ReadonlySet<string>, classes: readonly string[]): boolean {
  return classes.length > 0 && classes.some((one) => names.has(one));
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

function addHeading(level: number, children: readonly HtmlNode[], blocks: string[]): void {
  // Signs at its end would close the heading, and be no part of it.
  const words = inlineMarkdown(children)
    .replaceAll(BREAK, ' ')
    .replace(/(?<![^ ])#+$/, '\\$&');
  if (words !== '') blocks.push(`${'#'.repeat(level)} ${words}`);
}

/** A paragraph; a newsroom's own directive may put blocks into one. */
function addLines(children: readonly HtmlNode[], blocks: string[]): void {
  if (children.every((node) => typeof node === 'string' || INLINE.has(node.name)))
    addParagraph(inlineMarkdown(children), blocks);
  else for (const block of blocksOf(children)) blocks.push(block);
}

/** A line of its own in bold letters. */
function addTitle(children: readonly HtmlNode[], blocks: string[]): void {
  addParagraph(inlineMarkdown([{ name: 'strong', tag: '<strong>', children: trimmed(children) }]), blocks);
}

/** Without the space at both ends, next to which a mark is none. */
function trimmed(children: readonly HtmlNode[]): readonly HtmlNode[] {
  return children.map((node, index) => {
    if (typeof node !== 'string') return node;
    const start = index === 0 ? node.trimStart() : node;
    return index === children.length - 1 ? start.trimEnd() : start;
  });
}

function addList(element: HtmlElement, isSecond: boolean, blocks: string[]): void {
  const items = elementsIn(element, 'li').map(itemBlocks);
  if (items.length === 0) return;
  const isLoose = items.some((item) => item.length > 1 && !item.slice(1).every(isListBlock));
  const start = Number(attributeOf(element, 'start') ?? 1);
  const printed = items.map((item, index) => {
    const sign = element.name === 'ul' ? (isSecond ? '*' : '-') : `${start + index}${isSecond ? ')' : '.'}`;
    return indent(item.join(isLoose ? '\n\n' : '\n'), sign);
  });
  blocks.push(printed.join(isLoose ? '\n\n' : '\n'));
}

/** The blocks of an item, the first with its box where it is a task. */
function itemBlocks({ children }: HtmlElement): readonly string[] {
  // Behind the sign of an item, a rule of its sign would be a longer one.
  const blocks = blocksOf(children).map((block, index) => (index === 0 && block === '---' ? '___' : block));
  const box = boxIn(children);
  if (box === undefined) return blocks;
  const [first = '', ...others] = blocks;
  return [`${hasClass(box, 'done') ? '[x]' : '[ ]'} ${first}`, ...others];
}

/** The box that an item begins with, also where its paragraphs are elements. */
function boxIn([first]: readonly HtmlNode[], depth = 0): HtmlElement | undefined {
  if (typeof first !== 'object' || depth > 1) return undefined;
  return hasClass(first, 'task-box') ? first : boxIn(first.children, depth + 1);
}

/** Terms, each with what they mean below them. */
function addDefinitions(children: readonly HtmlNode[], blocks: string[]): void {
  const entries = children.filter((node) => typeof node !== 'string');
  if (!entries.every(({ name }) => name === 'dt' || name === 'dd')) {
    blocks.push(...blocksOf(children));
    return;
  }
  const parts = entries.map(({ name, children: inner }) => {
    const isTerm = name === 'dt';
    const text = isTerm ? inlineMarkdown(inner).replaceAll(BREAK, ' ') : blocksOf(inner).join('\n\n');
    return { isTerm, inner, text };
  });
  const shown = parts.filter(({ isTerm, text }) => isTerm || text !== '');
  // Below no term, the sign of a meaning is read as itself.
  const isList = shown.every(({ isTerm, text }, index) =>
    isTerm ? text !== '' && shown[index + 1]?.isTerm === false : index > 0,
  );
  const lines: string[] = [];
  for (const { isTerm, inner, text } of shown) {
    if (!isList) isTerm ? addTitle(inner, blocks) : blocks.push(text);
    else if (isTerm) lines.push(...(lines.length > 0 ? [''] : []), escapeLineStart(text));
    else lines.push(`:   ${text.replace(/\n(?!\n|$)/g, '\n    ')}`);
  }
  if (lines.length > 0) blocks.push(lines.join('\n'));
}

/** A quotation that says what it is, as GitHub has it. */
function addAlert(children: readonly HtmlNode[], classes: readonly string[], blocks: string[]): void {
  const kind = classes.find((name) => name.startsWith('is-'))?.slice('is-'.length) ?? 'note';
  const [first, ...others] = blocksOf(children.filter((node) => !isOfClass(node, 'of-kind')));
  // Of one without a text GitHub shows the sign as it is written.
  if (first === undefined) addQuotation(blocksOf(children), blocks);
  else addQuotation([`[!${kind.toUpperCase()}]${GOES_ON.test(first) ? '\n\n' : '\n'}${first}`, ...others], blocks);
}

/** What would go on with a paragraph right above it. */
const GOES_ON = /^(?:\d{1,9}[.)]|[-*](?:\n|$)|---$)|\n: {3}/;

/** Code between fences, and references to notes behind it. */
function addCode({ children }: HtmlElement, blocks: string[]): void {
  const { block, notes } = codeBlock(children);
  blocks.push(block, ...(notes.length > 0 ? [notes.join(' ')] : []));
}

/** A formula by itself. */
function addFormula({ children }: HtmlElement, blocks: string[]): void {
  const [formula] = children;
  if (typeof formula === 'object' && formula.name === 'math') blocks.push(`\`\`\`math\n${texOf(formula)}\n\`\`\``);
  else addLines(children, blocks);
}

function isListBlock(block: string): boolean {
  return /^(?:[-*]|\d{1,9}[.)]) /.test(block);
}

/** The lines of an item, the first behind its sign and the others below each other. */
function indent(text: string, sign: string): string {
  const space = ' '.repeat(sign.length + 1);
  return `${sign} ${text.replace(/\n(?!\n|$)/g, `\n${space}`)}`.trimEnd();
}

function addQuotation(lines: readonly string[], blocks: string[]): void {
  if (lines.length === 0) return;
  blocks.push(
    lines
      .join('\n\n')
      .split('\n')
      .map((line) => (line === '' ? '>' : `> ${line}`))
      .join('\n'),
  );
}

/** A picture, a recording or a pull quote, with what stands below it: the caption, and the credit between brackets. */
function addFigure(element: HtmlElement, blocks: string[]): void {
  const { children } = element;
  const captions = children.filter((node) => typeof node !== 'string' && node.name === 'figcaption');
  const shown = children.filter((node) => !captions.includes(node));
  const inner = shown.flatMap((node) => {
    const picture = pictureIn(node);
    return picture ? [pictureMarkdown(picture)] : blocksOf([node]);
  });
  const lines = captions.flatMap((node) => captionBlocks(node as HtmlElement, textOf(shown).trim()));
  if (hasClass(element, 'pullquote')) addQuotation([...quotedIn(shown), ...lines.map((line) => `— ${line}`)], blocks);
  else blocks.push(...inner.filter((block) => block !== ''), ...lines);
}

/** What is quoted, without a quotation around it. */
function quotedIn(nodes: readonly HtmlNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    const isQuotation = typeof node !== 'string' && node.name === 'blockquote';
    return blocksOf(isQuotation ? node.children : [node]);
  });
}

/** The picture that is all of a node, also where it leads to its file. */
function pictureIn(node: HtmlNode): HtmlElement | undefined {
  if (typeof node === 'string') return undefined;
  if (node.name === 'img') return node;
  const [only, ...others] = node.children;
  return node.name === 'a' && only !== undefined && others.length === 0 ? pictureIn(only) : undefined;
}

function captionBlocks({ children }: HtmlElement, shown: string): readonly string[] {
  if (children.some((node) => typeof node !== 'string' && !INLINE.has(node.name))) return blocksOf(children);
  // The name of a recording stands in its place already.
  const nodes = children.filter((node) => !(isOfClass(node, 'caption') && textOf([node]).trim() === shown));
  const credits = nodes.filter((node) => isOfClass(node, 'credit'));
  const caption = inlineMarkdown(nodes.filter((node) => !credits.includes(node)));
  const credit = inlineMarkdown(credits);
  const line = [caption, credit === '' ? '' : `(${credit})`].filter((part) => part !== '').join(' ');
  return line === '' ? [] : [escapeLineStart(line)];
}

function isOfClass(node: HtmlNode, name: string): boolean {
  return typeof node !== 'string' && hasClass(node, name);
}

/** A table below its title. */
function addTable(element: HtmlElement, blocks: string[]): void {
  for (const caption of elementsIn(element, 'caption')) addBlock(caption, false, blocks);
  const table = tableMarkdown(element);
  if (table !== '') blocks.push(table);
}

/** Notes, each behind its mark: `[^1]: …`. */
function addFootnotes({ children }: HtmlElement, blocks: string[]): void {
  const [list] = children.filter((node) => typeof node !== 'string' && node.name === 'ol') as readonly HtmlElement[];
  const notes = list ? elementsIn(list, 'li') : [];
  for (const [index, note] of notes.entries()) {
    const text = blocksOf(note.children).join('\n\n');
    blocks.push(`[^${index + 1}]: ${text.replace(/\n(?!\n|$)/g, '\n    ')}`);
  }
}

function elementsIn({ children }: HtmlElement, name: string): readonly HtmlElement[] {
  return children.filter((node): node is HtmlElement => typeof node !== 'string' && node.name === name);
}
