import { cleanPasted } from './clean-pasted.ts';
import { isOff, lookOf, type Marks } from './looks.ts';

/** A node of the editor's text: words, or an element with others in it. */
export type PastedNode = PastedText | PastedElement;

export interface PastedText extends Marks {
  readonly text: string;
}

export interface PastedElement {
  readonly type: string;
  readonly url?: string;
  readonly children: readonly PastedNode[];
}

/** What a text from elsewhere becomes. */
export interface Pasted {
  readonly nodes: readonly PastedElement[];
  /** How many pictures were in it. They are left out, for their files are not in the newsroom. */
  readonly pictures: number;
}

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN ' +
    'NAV OL P PRE SECTION SUMMARY TABLE UL'
  ).split(' '),
);
const HEADINGS = ['heading-one', 'heading-two', 'heading-three', 'heading-four', 'heading-five', 'heading-six'];

/**
 * What the editor is given of a text that was copied from a word processor or a web page: its paragraphs, headings, lists, quotations, tables, links and
 * emphasis, and nothing of how it looked there. White space is what HTML takes it for, so that no two words become one.
 *
 * @param body Of the page that the clipboard has. It is changed.
 */
export function pastedNodes(body: Element): Pasted {
  cleanPasted(body);
  const pictures = body.querySelectorAll('img, svg, picture > source').length;
  // The headline of a story is the heading of its page.
  const deeper = body.querySelector('h1') ? 1 : 0;
  return { nodes: blocksIn(body, { marks: {}, deeper }), pictures };
}

interface Place {
  readonly marks: Marks;
  /** By how many levels headings are lower than they were. */
  readonly deeper: number;
}

/** What stands in an element, as blocks: words between blocks are paragraphs. */
function blocksIn(element: Element, place: Place): readonly PastedElement[] {
  const blocks: PastedElement[] = [];
  let inline: PastedNode[] = [];
  const close = (): void => {
    for (const children of paragraphsOf(inline)) blocks.push({ type: 'paragraph', children });
    inline = [];
  };
  for (const child of element.childNodes) {
    if (isElement(child) && isBlock(child)) {
      close();
      blocks.push(...blockOf(child, inside(child, place)));
    } else inline.push(...inlineOf(child, place));
  }
  close();
  return blocks;
}

function blockOf(element: Element, place: Place): readonly PastedElement[] {
  const heading =
    HEADINGS[Number(/^H([1-6])$/.exec(element.tagName)?.[1] ?? 7) - 1 + place.deeper] ?? HEADINGS[5] ?? '';
  switch (element.tagName) {
    case 'HR':
      return [{ type: 'thematic-break', children: [{ text: '' }] }];
    case 'UL':
    case 'OL':
      return listOf(element, place);
    case 'LI':
      return listOfItems('bulleted-list', [itemOf(element, place)]);
    case 'TABLE':
      return tableOf(element, place);
    case 'BLOCKQUOTE': {
      const children = blocksIn(element, place);
      return children.length > 0 ? [{ type: 'quote', children }] : [];
    }
    case 'PRE':
      return preformatted(element);
    default:
      if (!/^H[1-6]$/.test(element.tagName)) return blocksIn(element, place);
      return paragraphsOf(inlineIn(element, place)).map((children) => ({
        type: heading,
        children: withoutBold(children),
      }));
  }
}

/** A heading stands out by itself. */
function withoutBold(nodes: readonly PastedNode[]): readonly PastedNode[] {
  return nodes.map((node) => {
    if ('type' in node) return { ...node, children: withoutBold(node.children) };
    const { bold: _bold, ...text } = node;
    return text;
  });
}

function listOf(element: Element, place: Place): readonly PastedElement[] {
  const items: { readonly type: 'list-item'; readonly children: PastedElement[] }[] = [];
  for (const child of element.children) {
    const isList = /^[UO]L$/.test(child.tagName);
    const blocks = isList ? listOf(child, place) : itemOf(child, inside(child, place)).children;
    const before = items.at(-1);
    // Some programs put the list within a list beside the entry that it belongs to.
    if (isList && before) before.children.push(...(blocks as readonly PastedElement[]));
    else if (blocks.length > 0) items.push({ type: 'list-item', children: [...(blocks as readonly PastedElement[])] });
  }
  return listOfItems(element.tagName === 'OL' ? 'numbered-list' : 'bulleted-list', items);
}

function listOfItems(type: string, items: readonly PastedElement[]): readonly PastedElement[] {
  const filled = items.filter(({ children }) => children.length > 0);
  return filled.length > 0 ? [{ type, children: filled }] : [];
}

function itemOf(element: Element, place: Place): PastedElement {
  return { type: 'list-item', children: blocksIn(element, place) };
}

/** The rows of a table; one of a single cell is there for its looks, and so is one that holds more than words. */
function tableOf(element: Element, place: Place): readonly PastedElement[] {
  const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element);
  const cells = rows.map((row) => [...row.children].filter(({ tagName }) => /^T[DH]$/.test(tagName)));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const isForLooks = columns < 2 || element.querySelector('table, ul, ol, h1, h2, h3, h4, h5, h6') !== null;
  if (isForLooks) return cells.flat().flatMap((cell) => blocksIn(cell, place));
  const children = cells.map((row): PastedElement => {
    const words = Array.from({ length: columns }, (_, at) => row[at]).map((cell) => cell && inlineIn(cell, place));
    return {
      type: 'table-row',
      children: words.map((inner) => ({ type: 'table-cell', children: withoutBars(inOneLine(inner ?? [])) })),
    };
  });
  return [{ type: 'table', children }];
}

/** A bar ends a cell of a table unless it is escaped, which the editor does not do. */
function withoutBars(nodes: readonly PastedNode[]): readonly PastedNode[] {
  return nodes.map((node) =>
    'text' in node
      ? { ...node, text: node.text.replaceAll('|', String.raw`\|`) }
      : { ...node, children: withoutBars(node.children) },
  );
}

function preformatted(element: Element): readonly PastedElement[] {
  const lines = (element.textContent ?? '').replace(/\n$/, '').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((text) => ({ type: 'paragraph', children: [{ text, code: true }] }));
}

function inlineIn(element: Element, place: Place): readonly PastedNode[] {
  return [...element.childNodes].flatMap((child) => inlineOf(child, place));
}

function inlineOf(node: Node, place: Place): readonly PastedNode[] {
  if (node.nodeType === node.TEXT_NODE) {
    const text = (node.textContent ?? '').replaceAll(/[ \t\r\n\f]+/g, ' ');
    return text === '' ? [] : [{ text, ...isOn(place.marks) }];
  }
  if (!isElement(node)) return [];
  if (node.tagName === 'BR') return [BREAK];
  if (/^(?:IMG|SVG|PICTURE)$/i.test(node.tagName)) return [];
  const children = inlineIn(node, inside(node, place));
  // Words of two blocks are two words.
  if (isBlock(node)) return [{ text: ' ' }, ...children, { text: ' ' }];
  const url = node.tagName === 'A' ? addressOf(node.getAttribute('href')) : undefined;
  const words = wordsOf(children);
  if (url === undefined || words.trim() === '') return children;
  // A space at the end of a link stands outside of it.
  const [before, behind] = [/^\s/, /\s$/].map((space) => (space.test(words) ? [{ text: ' ' }] : []));
  return [...(before ?? []), { type: 'link', url, children: inOneLine(children) }, ...(behind ?? [])];
}

const BREAK: PastedElement = { type: 'break', children: [{ text: '' }] };

/** Where a link leads; nothing for one within its own document, or to a file of somebody's machine. */
function addressOf(href: string | null): string | undefined {
  const written = href?.trim() ?? '';
  if (!/^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(written)) return undefined;
  // Mail programs and Google lead around by way of their own.
  const [, wrapped] =
    /^https:\/\/(?:www\.google\.com\/url\?(?:[^#]*&)?q=|[\w.-]+\.safelinks\.protection\.outlook\.com\/?\S*[?&]url=)([^&#]+)/i.exec(
      written,
    ) ?? [];
  try {
    const address = wrapped === undefined ? undefined : decodeURIComponent(wrapped);
    return address !== undefined && /^https?:\/\/\S+$/i.test(address) ? address : written;
  } catch {
    return written;
  }
}

/** Words and breaks as paragraphs: two breaks end one, and what is empty is none. */
function paragraphsOf(nodes: readonly PastedNode[]): readonly (readonly PastedNode[])[] {
  const paragraphs: PastedNode[][] = [];
  let open: PastedNode[] = [];
  let isBehindBreak = false;
  for (const node of nodes) {
    if (node === BREAK && isBehindBreak) {
      paragraphs.push(open);
      open = [];
    } else open.push(node);
    isBehindBreak = node === BREAK || (isBehindBreak && isBlank(node));
  }
  return [...paragraphs, open].map(trimmed).filter((children) => wordsOf(children).trim() !== '');
}

function inOneLine(nodes: readonly PastedNode[]): readonly PastedNode[] {
  const line = trimmed(nodes.map((node) => (node === BREAK ? { text: ' ' } : node)));
  return line.length > 0 ? line : [{ text: '' }];
}

/** White space within a line is one space, and none at its ends. */
function trimmed(nodes: readonly PastedNode[]): readonly PastedNode[] {
  const kept: PastedNode[] = [];
  let isOpen = false;
  for (const node of nodes) {
    if (node === BREAK) {
      dropSpaceAtEnd(kept);
      if (kept.length > 0) kept.push(node);
      isOpen = false;
      continue;
    }
    if ('type' in node) {
      kept.push(node);
      isOpen = true;
      continue;
    }
    const text: string = node.text.replaceAll(/[ \u00a0]{2,}/g, ' ').replace(isOpen ? /^$/ : /^[ \u00a0]+/, '');
    if (text === '') continue;
    kept.push({ ...node, text });
    isOpen = !/[ \u00a0]$/.test(text);
  }
  dropSpaceAtEnd(kept);
  return kept;
}

function dropSpaceAtEnd(nodes: PastedNode[]): void {
  for (;;) {
    const last = nodes.at(-1);
    if (last === undefined || ('type' in last && last !== BREAK)) return;
    nodes.pop();
    const text = wordsOf([last]).replace(/[ \u00a0]+$/, '');
    if (text === '') continue;
    nodes.push({ ...last, text } as PastedText);
    return;
  }
}

function isBlank(node: PastedNode): boolean {
  return 'text' in node && node.text.trim() === '';
}

function wordsOf(nodes: readonly PastedNode[]): string {
  return nodes.map((node) => ('text' in node ? node.text : wordsOf(node.children))).join('');
}

function inside(element: Element, { marks, ...place }: Place): Place {
  return { ...place, marks: { ...marks, ...lookOf(element) } };
}

/** The marks that a text has; those that were taken away again are none. */
function isOn(marks: Marks): Marks {
  return Object.fromEntries(Object.entries(marks).filter(([, mark]) => !isOff(mark)));
}

/** Whether an element stands by itself, or has something in it that does. */
function isBlock(element: Element): boolean {
  return BLOCKS.has(element.tagName) || element.querySelector(BLOCK_WITHIN) !== null;
}

const BLOCK_WITHIN = [...BLOCKS].join();

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
