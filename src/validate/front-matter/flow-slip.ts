import { cutParts, keyPlaces, type Part } from './brackets.ts';
import { areKeysOfOneGroup } from './key-groups.ts';
import { inQuotes, meantText, oneLine, putQuotesAround } from './quotes.ts';
import { scalarSlip, type Slip } from './scalar-slip.ts';

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** No key takes more brackets in each other. */
const DEEPEST = 8;

/** What is wrong with a list in `[ ]` or a group of keys in `{ }`, or with a text that begins with a bracket. */
export function flowSlip(value: string, column: number, depth = 0): Slip | undefined {
  if (depth > DEEPEST) return undefined;
  const opening = value[0] ?? '';
  const { parts, end } = cutParts(value);
  const rest = end === undefined ? '' : value.slice(end + 1);
  if (end !== undefined && /^\s*[^\s,\]}#:]/.test(rest)) {
    return { column, what: `\`${opening}\``, hint: putQuotesAround(value) };
  }
  const keys = opening === '{' ? parts.flatMap(({ text }) => keyPlaces(text)[0]?.[0] ?? []) : undefined;
  for (const [index, part] of parts.entries()) {
    const slip = partSlip(part, column, { keys, depth });
    if (slip) return (keys && cutTextSlip(parts, index, column)) ?? slip;
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

/** A text in `{ }` that a comma cuts, of which a later piece is what YAML cannot read: `{ gone: It was wrong, "so" they say }`. */
function cutTextSlip(parts: readonly Part[], index: number, column: number): Slip | undefined {
  const first = parts.findLastIndex(({ text }, at) => at <= index && KEY_OF_PART.test(text));
  const part = parts[first];
  const [lead = '', key = ''] = KEY_OF_PART.exec(part?.text ?? '') ?? [];
  const begun = part?.text.slice(lead.length).trim() ?? '';
  const isCommented = parts.slice(first, index + 1).some(({ text }) => /(?:^|\s)#/.test(text));
  if (!part || isCommented || begun === '' || /^["'[{]/.test(begun)) return undefined;
  const next = parts.findIndex(({ text }, at) => at > index && KEY_OF_PART.test(text));
  const rest = parts.slice(first + 1, next < 0 ? undefined : next).map(({ text }) => text);
  if (rest.length === 0) return undefined;
  const hint = `put quotes around the text: \`${key}: ${inQuotes([begun, ...rest].join(','))}\``;
  return { column: column + part.at + part.text.length, what: '`,` in a text without quotes', hint };
}

const KEY_OF_PART = /^\s*([A-Za-z][\w-]*):\s+/;

interface Around {
  /** The keys of the group that a part is of; none in a list. */
  readonly keys: readonly string[] | undefined;
  readonly depth: number;
}

function partSlip({ text: written, at }: Part, column: number, around: Around): Slip | undefined {
  // A comment behind a comma, before the next line.
  const text = written.replace(/^[ \t]*#[^\n]*(?=\n)/, (comment) => ' '.repeat(comment.length));
  const missingComma = around.keys && commaSlip(text, column + at, around);
  return missingComma ?? entrySlip(text, column + at, around);
}

/** What is wrong with an entry of a list, or with a key and its value. */
function entrySlip(text: string, column: number, { keys, depth }: Around): Slip | undefined {
  const isPair = keys !== undefined;
  const key = isPair ? (/^\s*[^\s"':#][^:#]*:\s+/.exec(text)?.[0] ?? '') : '';
  const value = text.slice(key.length).trim();
  const start = column + key.length + text.slice(key.length).search(/\S|$/);
  if (value.startsWith('[') || value.startsWith('{')) return flowSlip(value, start, depth + 1);
  const glued = isPair && key === '' ? /^([\w-]+):(?=[^\s/])/.exec(value)?.[1] : undefined;
  if (glued !== undefined) {
    return { column: start + glued.length, what: '`:` without a space', hint: 'put a space after the colon' };
  }
  if (!isPair && SEVERAL_QUOTED.test(value)) return entriesSlip(value, start);
  const comment = value.search(/(?:^|\s)#/);
  if (comment >= 0 && !/^["']/.test(value)) {
    const place = start + value.indexOf('#', comment);
    const named = key.trim() === '' ? '' : `${key.trim()} `;
    return { column: place, what: '`#` in a text', hint: `put quotes around it: \`${named}${inQuotes(value)}\`` };
  }
  return scalarSlip(value, start, 'flow');
}

/** A text between quotes, and another one behind it. */
const SEVERAL_QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s+["']/s;

/** Entries of a list that are between quotes, and have no comma between them. */
function entriesSlip(value: string, start: number): Slip {
  const [first = '', ...others] = value.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"']+/gs) ?? [];
  const hint = `put a comma after each entry: \`${[first, ...others].map(oneLine).join(', ')}\``;
  return { column: start + first.length, what: 'text after the closing quote', hint };
}

/** A key behind a value that has no comma before it: `{ src: bridge.jpg alt: A bridge }`. */
function commaSlip(text: string, start: number, { keys = [], depth }: Around): Slip | undefined {
  const [first, ...others] = keyPlaces(text);
  if (!first || others.length === 0 || text.slice(0, first[1]).trim() !== '') return undefined;
  const missing: (typeof first)[] = [];
  for (const place of others) {
    if (areKeysOfOneGroup([...keys, ...missing.map(([key]) => key), place[0]])) missing.push(place);
  }
  const [next] = missing;
  if (!next) return undefined;
  const ends = [...missing.map(([, at]) => at), text.length];
  const pairs = [first, ...missing].map(([key, at], index) => {
    const pair = text.slice(at, ends[index]);
    const value = (index < missing.length ? withoutComment(pair) : pair)
      .slice(key.length + 1)
      .trim()
      .replace(/;$/, index < missing.length ? '' : ';');
    const isGood = !entrySlip(`${key}: ${value}`, 0, { keys: [key], depth });
    return `${key}: ${isGood ? oneLine(value) : inQuotes(meantText(value))}`;
  });
  const hint = `put a comma before it: \`${pairs.join(', ')}\``;
  return { column: start + next[1], what: `\`${next[0]}:\` without a comma before it`, hint };
}

/** A pair without the comment that ends its last line. */
function withoutComment(pair: string): string {
  const end = pair.trimEnd();
  const comment = pair.slice(end.length).includes('\n') ? end.slice(end.lastIndexOf('\n') + 1).search(/\s#/) : -1;
  return comment < 0 ? pair : pair.slice(0, end.lastIndexOf('\n') + 1 + comment);
}
