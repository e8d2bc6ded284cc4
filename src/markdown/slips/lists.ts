import type { Token } from 'markdown-it';
import { inEachBlock, MOST, type Note, shortened, type Slip, type SlipRule } from './slip.ts';
import type { WrittenText } from './written-text.ts';

/** What stands before the items of a list that is none, and how it goes on in the next line. */
interface Marker {
  readonly kind: 'bullet' | 'dash' | 'number' | 'letter' | 'roman';
  /** The sign itself, or the number or the letter as a number. */
  readonly value: string | number;
  /** As it stands there. */
  readonly written: string;
  readonly words: string;
}

/** Lines that begin with `•`, `-one`, `2.two` or `a)`: they are no list, and run together into one paragraph. */
export const listsShown: SlipRule = (text) => [...linesShown(text), ...itemsShown(text)];

/** `-two` below `- one`, which goes on with that item. */
function itemsShown({ blocks, lines }: WrittenText): readonly Slip[] {
  const slips: Slip[] = [];
  for (const { content, placeOf } of blocks) {
    const found = /\n(?:([-*+])|\d{1,3}([.)]))(?=\p{L})/u.exec(content);
    if (!found || slips.length === MOST) continue;
    const sign = found[1] ?? found[2] ?? '';
    const first = placeOf(0);
    const [, before = ''] = /([-*+]|[.)])\s+$/.exec((lines[first.line] ?? '').slice(0, first.column)) ?? [];
    const words = content.slice(found.index + found[0].length).split('\n', 1)[0] ?? '';
    // `*word*` is emphasis.
    if (before !== sign || (sign === '*' && words.includes('*'))) continue;
    const written = found[0].slice(1);
    slips.push({
      code: 'list-shown',
      place: placeOf(found.index + 1),
      length: written.length,
      message: `Unexpected \`${written}\` without a space behind it, which goes on with the item above, expected an item of its own`,
      hint: `write \`${written} ${shortened(words)}\``,
    });
  }
  return slips;
}

const linesShown = inEachBlock((block) => {
  if (block.kind !== 'paragraph' || !block.content.includes('\n')) return [];
  const notes: Note[] = [];
  let [index, begin] = [0, 0];
  let last: Marker | undefined;
  let isTold = false;
  for (const [row, line] of block.content.split('\n').entries()) {
    const marker = readMarker(line, row === 0);
    const isNext = last !== undefined && marker !== undefined && follows(marker, last);
    if (!isNext) {
      isTold = false;
      begin = index;
    }
    if (last && marker && isNext && !isTold) {
      notes.push({
        code: 'list-shown',
        index: begin,
        length: last.written.length,
        message: `Unexpected \`${last.written}\` at the beginning of a line that the next one runs on in, expected a list`,
        hint: hintFor(last),
      });
      isTold = true;
    }
    // Two spaces or a backslash end a line, so each is a line of its own.
    last = /(?: {2}|\\)$/.test(line) ? undefined : marker;
    index += line.length + 1;
  }
  return notes;
});

function readMarker(line: string, isFirst: boolean): Marker | undefined {
  const [, bullet, dash, wide, plain, words = ''] =
    /^(?:([•‣▪◦●○■·・\uf0a7\uf0b7\uf0d8\uf0fc]|[\p{So}→⇒⇨]\ufe0f?(?=[ \t\u00a0])|§(?= +\p{L})|o(?=\t| {2,}))|([–—−－＊＋])|([-*+])[\u00a0\u2000-\u200b\u202f]+|([-*+])(?=\p{L}))[\s\u00a0]*(\S.*)$/su.exec(
      line,
    ) ?? [];
  if (dash !== undefined) return { kind: 'dash', value: dash, written: dash, words };
  const sign = bullet ?? wide ?? plain;
  if (sign !== undefined) {
    return words.includes('*') && sign === '*' ? undefined : { kind: 'bullet', value: sign, written: sign, words };
  }
  const [, number, point = '', behind] = /^([(（]?[\d０-９]{1,3} ?)([.)．）、])\s*(\p{L}.*)$/su.exec(line) ?? [];
  if (number !== undefined && behind !== undefined) {
    return {
      kind: 'number',
      value: Number(number.normalize('NFKC').replace('(', '')),
      written: `${number}${point}`,
      words: behind,
    };
  }
  const [, inRoman = '', roman, item] = /^(\(?(i{1,3}|iv|vi{0,3}|ix|x)[.)])\s+(\S.*)$/s.exec(line) ?? [];
  if (roman !== undefined && item !== undefined) {
    const value = ROMAN.indexOf(roman) + 1;
    return isFirst && value !== 1 ? undefined : { kind: 'roman', value, written: inRoman, words: item };
  }
  const [, lettered = '', letter, rest] = /^(\(?([a-z])[.)])\s+(\S.*)$/s.exec(line) ?? [];
  if (letter === undefined || rest === undefined || (isFirst && letter !== 'a')) return undefined;
  return { kind: 'letter', value: letter.charCodeAt(0), written: lettered, words: rest };
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function follows(marker: Marker, last: Marker): boolean {
  if (marker.kind !== last.kind) return false;
  return typeof marker.value === 'number' ? marker.value === Number(last.value) + 1 : marker.value === last.value;
}

function hintFor({ kind, value, words }: Marker): string {
  switch (kind) {
    case 'bullet':
      return `begin each with a hyphen and a space: \`- ${shortened(words)}\``;
    case 'dash':
      return `begin each with a hyphen and a space if it is a list: \`- ${shortened(words)}\`; otherwise put an empty line between them`;
    case 'number':
      return `put a space behind each number, and an empty line above the first: \`${value}. ${shortened(words)}\``;
    case 'letter':
    case 'roman':
      return 'put an empty line between them, or number them: `1. `';
  }
}

/** `1984. That was the year`: a line that begins with a number and a point becomes a list of one item. */
export const listsUnmeant: SlipRule = ({ tokens, lines }) => {
  /** Of each level the number that a list would go on with. */
  const next = new Map<number, number>();
  return tokens.flatMap((token, index): readonly Slip[] => {
    const line = token.map?.[0];
    if (token.type === 'bullet_list_open' && token.markup === '+' && line !== undefined)
      return unmeantSum(tokens, index, lines[line] ?? '', line);
    if (token.type !== 'ordered_list_open' || line === undefined) return [];
    const first = Number(token.attrGet('start') ?? 1);
    const count = countItems(tokens, index);
    const goesOn = next.get(token.level) === first;
    next.set(token.level, first + count);
    const isInText = tokens[index - 1]?.type === 'paragraph_close' && /[^\s>]/.test(lines[line - 1] ?? '');
    if (count > 1 || goesOn || (first === 1 && !isInText) || first === 0) return [];
    if (!isInText && first <= LARGEST_OF_LIST && isIndented(tokens, index)) return [];
    const [, before = '', number = '', sign = '', words = ''] =
      /^([\s>]*)(\d+)([.)])\s*(.*)$/s.exec(lines[line] ?? '') ?? [];
    if (number === '') return [];
    return [
      slip(line, before.length, {
        written: `${number}${sign}`,
        hint: `write \`${number}\\${sign} ${shortened(words)}\` if it is no list`,
      }),
    ];
  });
};

/** No list that somebody numbers goes further; what is more, is a year. */
const LARGEST_OF_LIST = 99;

/** Whether a list stands in an item of another below what that begins with: nobody moves a line in by chance. */
function isIndented(tokens: readonly Token[], index: number): boolean {
  const { level = 0, map } = tokens[index] ?? {};
  const around = tokens.slice(0, index).findLast((token) => token.nesting === 1 && token.level === level - 1);
  return around?.type === 'list_item_open' && (around.map?.[0] ?? 0) < (map?.[0] ?? 0);
}

/** `+ 5 degrees`. */
function unmeantSum(tokens: readonly Token[], index: number, row: string, line: number): readonly Slip[] {
  const [, before = '', words] = /^([\s>]*)\+\s+(\p{Sc}?\d.*)$/su.exec(row) ?? [];
  if (words === undefined || countItems(tokens, index) > 1) return [];
  return [slip(line, before.length, { written: '+', hint: `write \`\\+ ${shortened(words)}\` if it is no list` })];
}

function slip(
  line: number,
  column: number,
  { written, hint }: { readonly written: string; readonly hint: string },
): Slip {
  return {
    code: 'list-unmeant',
    place: { line, column },
    length: written.length,
    message: `Unexpected \`${written}\` at the beginning of a line, which makes a list of one item, expected other words before it`,
    hint,
  };
}

/** How many items a list has: one, or two where it has more. */
export function countItems(tokens: readonly Token[], index: number): number {
  const level = tokens[index]?.level ?? 0;
  let count = 0;
  for (let at = index + 1; at < tokens.length && count < 2; at += 1) {
    const token = tokens[at];
    if (token?.level === level && token.nesting === -1) break;
    if (token?.type === 'list_item_open' && token.level === level + 1) count += 1;
  }
  return count;
}
