import { codeOf, codeSpan, footnoteMark, isFootnoteMark } from './code-markdown.ts';
import { BLOCKS } from './elements.ts';
import { attributeOf, hasClass, type HtmlElement, type HtmlNode, textOf } from './html-tree.ts';

/**
 * What surrounds words. It is a pair: either both marks are printed, or none, where Markdown would not read them as marks.
 */
interface Mark {
  readonly mark: string;
  readonly isOpening: boolean;
  readonly other: { isDropped: boolean };
}

type Piece = string | Mark;

/** What decides how a line is printed. */
interface Around {
  readonly isInLink: boolean;
  /** Marks that are open: a second pair would close the first. */
  readonly marks: readonly string[];
}

const MARKS: Readonly<Record<string, string>> = {
  ...{ em: '*', i: '*', strong: '**', b: '**', del: '~~', s: '~~' },
  mark: '==',
};

/** Elements and text of a line as Markdown, in one line but for line breaks. */
export function inlineMarkdown(nodes: readonly HtmlNode[]): string {
  const pieces: Piece[] = [];
  addNodes(nodes, IN_LINE, pieces);
  const line = joinPieces(pieces);
  if (!line.includes('\n')) return line.trim();
  const lines = line.split(BREAK).map((part) => part.trim());
  const [first, last] = [lines.findIndex((part) => part !== ''), lines.findLastIndex((part) => part !== '')];
  return lines.slice(Math.max(first, 0), last + 1).join(BREAK);
}

/** The end of a line where the paragraph goes on. */
export const BREAK = '\\\n';

/** Words that lead to an address, which is whole. */
export function linkMarkdown(words: string, address: string): string {
  const text = escapeText(onOneLine(words), true).trim();
  return LEADS.test(address) ? `[${text}](${destination(address)})` : text;
}

const IN_LINE: Around = { isInLink: false, marks: [] };

/** The same as plain text that Markdown reads as such, on one line. */
export function escapeMarkdown(text: string): string {
  return escapeText(text.replace(/\s+/g, ' ').trim(), false);
}

/** A paragraph without what would make a heading, a list, a quotation, a rule or a table of one of its lines. */
export function escapeLineStart(paragraph: string): string {
  if (!paragraph.includes('\n')) return MAY_BEGIN_BLOCK.test(paragraph) ? escapeBeginning(paragraph) : paragraph;
  return paragraph.split('\n').map(escapeBeginning).join('\n');
}

const MAY_BEGIN_BLOCK = /^[\d#>+=|[:-]/;

function escapeBeginning(line: string): string {
  const [, before = '', sign = ''] = BEGINS_BLOCK.exec(line) ?? [];
  return sign === '' ? line : `${before}\\${line.slice(before.length)}`;
}

/** What stands before a sign that is to be read as itself, and the sign. */
const BEGINS_BLOCK =
  /^(\d{1,9}(?=[.)](?:\s|$))|\[\^\d+\](?=:)|)([.)](?:\s|$)|#{1,6}(?:\s|$)|[>|]|[-+](?:\s|$)|--|=+$|\[[ xX]\]|\[!\w+\]|:(?:\s|$)|(?<=\]):)/;

function addNodes(nodes: readonly HtmlNode[], around: Around, pieces: Piece[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') pieces.push(escapeText(onOneLine(node), around.isInLink));
    else addElement(node, around, pieces);
  }
}

function onOneLine(text: string): string {
  return SPACES.some((space) => text.includes(space)) ? text.replace(/[ \t\n\r\f]+/g, ' ') : text;
}

/** Each is sought by itself, which is several times as fast as a pattern of all. */
const SPACES = ['\n', '  ', '\t', '\r', '\f'];

function addElement(element: HtmlElement, around: Around, pieces: Piece[]): void {
  const { name, children } = element;
  const mark = MARKS[name];
  if (mark !== undefined && !around.marks.includes(mark)) addMarked(mark, element, around, pieces);
  else if (name === 'a') addLink(element, around, pieces);
  else if (name === 'img') pieces.push(pictureMarkdown(element));
  else if (name === 'br') pieces.push(BREAK);
  else if (name === 'code') addCode(children, pieces);
  else if (name === 'svg') pieces.push(escapeText(nameOfDrawing(element), around.isInLink));
  else if (isFootnoteMark(element)) pieces.push(footnoteMark(element));
  else if (name === 'math') pieces.push(`$${codeSpan(texOf(element))}$`);
  else if (name === 'sup' || name === 'sub') addRaised(element, around, pieces);
  else if (name === 'q') addBetween('“', '”', element, around, pieces);
  else if (name === 'rt') addBetween('(', ')', element, around, pieces);
  else if (BLOCKS.has(name)) addBetween(' ', ' ', element, around, pieces);
  else if (name !== 'wbr' && name !== 'rp' && !hasClass(element, 'task-box')) addNodes(children, around, pieces);
}

function addBetween(before: string, after: string, { children }: HtmlElement, around: Around, pieces: Piece[]): void {
  pieces.push(before);
  addNodes(children, around, pieces);
  pieces.push(after);
}

/** Digits and signs that stand above or below the line (Unicode, “Superscripts and Subscripts”). */
const RAISED = {
  sup: { signs: '0123456789+−-=()n', raised: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ' },
  sub: { signs: '0123456789+−-=()', raised: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎' },
} as const;

/** A number that is raised is another one than its digits; other text is left to its words. */
function addRaised(element: HtmlElement, around: Around, pieces: Piece[]): void {
  const { signs, raised } = RAISED[element.name as 'sup' | 'sub'];
  const text = textOf(element.children);
  const isNumber = text !== '' && [...text].every((sign) => signs.includes(sign));
  if (isNumber) pieces.push([...text].map((sign) => [...raised][signs.indexOf(sign)]).join(''));
  else addNodes(element.children, around, pieces);
}

/** What is empty would be two backticks. References to notes stand behind code: in it they would be read as code. */
function addCode(children: readonly HtmlNode[], pieces: Piece[]): void {
  const { code, notes } = codeOf(children);
  if (code !== '') pieces.push(codeSpan(code));
  pieces.push(...notes);
}

function addMarked(mark: string, { children }: HtmlElement, around: Around, pieces: Piece[]): void {
  const other = { isDropped: false };
  const start = pieces.push({ mark, isOpening: true, other }) - 1;
  addNodes(children, { ...around, marks: [...around.marks, mark] }, pieces);
  // Around nothing, both would be signs.
  if (pieces.findLastIndex((piece) => piece !== '') === start) pieces.length = start;
  else pieces.push({ mark, isOpening: false, other });
}

/** A formula as it was written in TeX. */
export function texOf(element: HtmlElement): string {
  return attributeOf(element, 'alttext') ?? textOf(element.children);
}

/** Where links may lead; whatever else stands in one of a newsroom's own layouts is text. */
const LEADS = /^(?:https?:|mailto:|tel:)/i;

function addLink(element: HtmlElement, around: Around, pieces: Piece[]): void {
  const { children } = element;
  const address = attributeOf(element, 'href') ?? '';
  if (hasClass(element, 'footnote-backref')) return;
  if (around.isInLink || !LEADS.test(address)) {
    addNodes(children, around, pieces);
    return;
  }
  const words: Piece[] = [];
  addNodes(children, { isInLink: true, marks: [] }, words);
  const text = joinPieces(words).replaceAll(BREAK, ' ').trim();
  if (text !== '') pieces.push(`[${text}](${destination(address)})`);
}

/** `![what it shows](address)`. */
export function pictureMarkdown(element: HtmlElement): string {
  const address = attributeOf(element, 'src') ?? '';
  if (!LEADS.test(address)) return '';
  const alt = escapeText((attributeOf(element, 'alt') ?? '').replace(/\s+/g, ' ').trim(), true);
  return `![${alt}](${destination(address)})`;
}

/** An address without the characters that end one in Markdown, or that are HTML. */
function destination(address: string): string {
  return address.replace(/[\s()<>\\"'`*_[\]]/g, (character) =>
    /[*_']/.test(character) ? character : `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}

/** What a drawing in a page shows, as it is told to whoever does not see it. */
export function nameOfDrawing(element: HtmlElement): string {
  const label = attributeOf(element, 'aria-label');
  if (label !== undefined) return label;
  const title = element.children.find((node) => typeof node !== 'string' && node.name === 'title');
  return title === undefined ? '' : textOf([title]);
}

const MAY_BE_SPECIAL = /[\\`*~_[\]<&^=]/;
const SPECIAL = /[\\`*~_]|==(?=[^\s=])|\^(?=\S)|\](?=[([:])|<(?=[a-zA-Z/!?])|&(?=#?\w{1,40};)/g;
const SPECIAL_IN_LINK = /[\\`*~_[\]]|==(?=[^\s=])|\^(?=\S)|<(?=[a-zA-Z/!?])|&(?=#?\w{1,40};)/g;

/**
 * A text that Markdown reads as just that. Of what looks like a tag the sign is written as HTML has it, so that not even a program that
 * takes Markdown for HTML finds one.
 */
export function escapeText(text: string, isInLink = false): string {
  if (!MAY_BE_SPECIAL.test(text)) return text;
  return text.replace(isInLink ? SPECIAL_IN_LINK : SPECIAL, (sign: string, at: number) => {
    if (sign === '<') return '&lt;';
    const isWithinWord = sign === '_' && IS_OF_WORD.test(text[at - 1] ?? '') && IS_OF_WORD.test(text[at + 1] ?? '');
    return isWithinWord ? sign : `\\${sign}`;
  });
}

/** Within a word, which is told by letters and digits of ASCII, an underscore is no sign. */
const IS_OF_WORD = /[a-zA-Z0-9]/;

/** Puts a line together, with those marks that will be read as marks (CommonMark 0.31, 6.2). */
function joinPieces(pieces: readonly Piece[]): string {
  const [first] = pieces;
  if (pieces.length === 1 && typeof first === 'string') return first;
  const filled = pieces.filter((piece) => piece !== '');
  if (filled.every((piece) => typeof piece === 'string')) return printed(filled);
  const afters = charactersAfter(filled);
  let before = '';
  filled.forEach((piece, index) => {
    if (typeof piece === 'string') {
      before = lastOf(piece);
      return;
    }
    const after = afters[index] ?? '';
    const inside = piece.isOpening ? after : before;
    const outside = piece.isOpening ? before : after;
    const followsClosing = piece.isOpening && isClosing(filled[index - 1]);
    const isSignInside = isSign(inside) || isBesideOther(filled, index);
    if (followsClosing || inside.trim() === '' || (isSignInside && !isSpace(outside) && !isSign(outside)))
      piece.other.isDropped = true;
  });
  return printed(filled.filter((piece) => typeof piece === 'string' || !piece.other.isDropped));
}

/** Whether a mark stands right around another of another sign; `*` and `**` are read as one. */
function isBesideOther(pieces: readonly Piece[], index: number): boolean {
  const { mark, isOpening } = pieces[index] as Mark;
  for (let at = index; ; at += isOpening ? 1 : -1) {
    const piece = pieces[at];
    if (typeof piece !== 'object') return false;
    if (piece.mark[0] !== mark[0]) return true;
  }
}

function printed(pieces: readonly Piece[]): string {
  let line = '';
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1] ?? '';
    const after = typeof next === 'string' ? next : next.mark;
    if (typeof piece === 'string') line += withEnd(piece, after);
    else line += piece.mark === '==' && after.startsWith('=') ? '==\\' : piece.mark;
  });
  return line;
}

/** A text whose end is no sign with what follows it: of a picture, a note, a link, a tag, a reference or what is marked. */
function withEnd(text: string, after: string): string {
  if (after === '') return text;
  // Space before a break is not printed.
  const end = after === BREAK && text !== BREAK ? text.trimEnd() : text;
  const first = after[0] ?? '';
  switch (end[end.length - 1]) {
    case '!':
      return first === '[' ? `${end.slice(0, -1)}\\!` : end;
    case '^':
      return first === ' ' ? end : `${end.slice(0, -1)}\\^`;
    case '<':
      return /[a-zA-Z/!?]/.test(first) ? `${end.slice(0, -1)}&lt;` : end;
    case '=':
      return first === '=' || (first !== ' ' && end.endsWith('==')) ? `${end.slice(0, -1)}\\=` : end;
    case ']':
      return first === '(' || (first === ':' && !FOOTNOTE_LAST.test(end)) ? `${end}\\` : end;
    case '`':
      return first === '`' ? `${end} ` : end;
    default:
      return end.includes('&') && /[#\w;]/.test(first) ? end.replace(/&(?=#?\w{0,40}$)/, '\\&') : end;
  }
}

const FOOTNOTE_LAST = /\[\^\d+\]$/;

function isClosing(piece: Piece | undefined): boolean {
  return typeof piece === 'object' && !piece.isOpening;
}

/** The characters behind each piece that are none of a mark. */
function charactersAfter(pieces: readonly Piece[]): readonly string[] {
  const found: string[] = new Array(pieces.length);
  let after = '';
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index];
    found[index] = after;
    // In a heading or a cell, a break is a space.
    if (typeof piece === 'string') after = piece === BREAK ? ' ' : String.fromCodePoint(piece.codePointAt(0) ?? 0x20);
  }
  return found;
}

function lastOf(text: string): string {
  const isPair = (text.charCodeAt(text.length - 2) & 0xfc00) === 0xd800;
  return text.slice(isPair ? -2 : -1);
}

/** What CommonMark takes for space (2.1), or the beginning or the end of the line. */
function isSpace(character: string): boolean {
  return character === '' || /[\p{Zs}\t\n\f\r]/u.test(character);
}

function isSign(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
