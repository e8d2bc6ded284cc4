import { inQuotes, putQuotesAround } from './quotes.ts';
import { scalarSlip, type Slip } from './scalar-slip.ts';

/** A part of a list or group in brackets, and how far behind the bracket it stands. */
interface Part {
  readonly text: string;
  readonly at: number;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** No key takes more brackets in each other. */
const DEEPEST = 8;

/** What is wrong with a list in `[ ]` or a group of keys in `{ }` on one line, or with a text that begins with a bracket. */
export function flowSlip(value: string, column: number, depth = 0): Slip | undefined {
  if (depth > DEEPEST) return undefined;
  const opening = value[0] ?? '';
  const { parts, end } = cutParts(value);
  const rest = end === undefined ? '' : value.slice(end + 1);
  if (end !== undefined && /^\s*[^\s,\]}#:]/.test(rest)) {
    return { column, what: `\`${opening}\``, hint: putQuotesAround(value) };
  }
  for (const part of parts) {
    const slip = partSlip(part, column, { isPair: opening === '{', depth });
    if (slip) return slip;
  }
  const empty = parts.find(({ text }, index) => text.trim() === '' && index < parts.length - 1);
  if (empty) {
    const hint = 'remove one of the two commas, or write what belongs between them';
    return { column: column + empty.at + empty.text.length, what: '`,`', hint };
  }
  if (end !== undefined) return undefined;
  const what = opening === '[' ? 'list that is not closed' : 'group of keys that is not closed';
  return { column, what, hint: `add the closing \`${CLOSING[opening]}\``, isOpen: true };
}

/** Whether a list or group in brackets ends within a text. */
export function isClosed(value: string): boolean {
  return cutParts(value).end !== undefined;
}

/** Cuts what stands in brackets at its commas, as far as it is closed. Commas in quotes and inner brackets cut nothing. */
function cutParts(value: string): { readonly parts: readonly Part[]; readonly end: number | undefined } {
  const parts: Part[] = [];
  let depth = 0;
  let start = 1;
  let before = '';
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? '';
    const closing = '\'"'.includes(character) && '[{,:'.includes(before) ? closingQuote(value, at) : -1;
    if (closing > 0) {
      at = closing;
    } else if (character === '[' || character === '{') {
      depth += 1;
    } else if (character === ']' || character === '}') {
      depth -= 1;
      if (depth === 0) return { parts: [...parts, { text: value.slice(start, at), at: start }], end: at };
    } else if (character === ',' && depth === 1) {
      parts.push({ text: value.slice(start, at), at: start });
      start = at + 1;
    }
    if (character.trim() !== '') before = character;
  }
  return { parts: [...parts, { text: value.slice(start), at: start }], end: undefined };
}

/** Where a quote ends that begins at a place; −1 where it does not. */
function closingQuote(value: string, at: number): number {
  const closed = value[at] === '"' ? /"(?:[^"\\]|\\.)*"/y : /'(?:[^']|'')*'/y;
  closed.lastIndex = at;
  return closed.test(value) ? closed.lastIndex - 1 : -1;
}

function partSlip(
  { text: written, at }: Part,
  column: number,
  { isPair, depth }: { readonly isPair: boolean; readonly depth: number },
): Slip | undefined {
  // A comment behind a comma, before the next line.
  const text = written.replace(/^[ \t]*#[^\n]*(?=\n)/, (comment) => ' '.repeat(comment.length));
  const key = isPair ? (/^\s*[^\s"':#][^:#]*:\s+/.exec(text)?.[0] ?? '') : '';
  const value = text.slice(key.length).trim();
  const start = column + at + key.length + text.slice(key.length).search(/\S|$/);
  if (value.startsWith('[') || value.startsWith('{')) return flowSlip(value, start, depth + 1);
  const missing = isPair && key === '' ? /^([\w-]+):(?=[^\s/])/.exec(value)?.[1] : undefined;
  if (missing !== undefined) {
    return { column: start + missing.length, what: '`:` without a space', hint: 'put a space after the colon' };
  }
  const comment = value.search(/(?:^|\s)#/);
  if (comment >= 0 && !/^["']/.test(value)) {
    const place = start + value.indexOf('#', comment);
    const named = key.trim() === '' ? '' : `${key.trim()} `;
    return { column: place, what: '`#` in a text', hint: `put quotes around it: \`${named}${inQuotes(value)}\`` };
  }
  return scalarSlip(value, start);
}
