import { endOfBrackets } from './brackets.ts';
import { isKnownKey } from './key-groups.ts';

/** A value as it stands in a file that is no YAML, with all lines that it goes on over. */
export interface ValueLines {
  /** What stands before it on its first line. */
  readonly lead: string;
  readonly value: string;
  /** Its first and its last line, counted from 1. */
  readonly lines: readonly [first: number, last: number];
}

/** No text, list or group takes more lines. */
const MOST_LINES = 50;

const SCALAR = /^(\s*(?:- +)*(?:[\w-]+|\/\S*):[ \t]+|\s*- +)(\S.*)$/s;
const EMPTY_KEY = /^\s*(?:- +)*(?:[\w-]+|\/\S*):[ \t]*$/;
const BLOCK = /^[|>][-+\d]*[ \t]*(?:#.*)?$/;
const FENCE = /^---[ \t]*$/;

/** The value that begins on a line behind a key or a dash, or below a key. */
export function valueFrom(line: number, lines: readonly string[]): ValueLines | undefined {
  const text = lines[line - 1] ?? '';
  const [, lead, written] = SCALAR.exec(text) ?? [];
  if (lead !== undefined && written !== undefined) {
    const around = /:[ \t]+$/.test(lead) ? (/^\s*(?:- +)*/.exec(lead)?.[0].length ?? 0) : indentOf(lead);
    return goOn(lead, written.trimEnd(), { line, around, lines });
  }
  const above = lines[line - 2] ?? '';
  const isBelowKey = EMPTY_KEY.test(above) && indentOf(text) > indentOf(above) && !/^\s*(?:[#-]|$)/.test(text);
  if (!isBelowKey || EMPTY_KEY.test(text)) return undefined;
  const indent = indentOf(text);
  return goOn(text.slice(0, indent), text.trim(), { line, around: indentOf(above), lines });
}

/** The value that a line belongs to and does not begin. */
export function valueAround(line: number, lines: readonly string[]): ValueLines | undefined {
  let found: ValueLines | undefined;
  for (let first = line - 1; first > 0 && first > line - MOST_LINES; first -= 1) {
    const value = valueFrom(first, lines);
    if (value && value.lines[1] >= line) found = value;
    if (/^[^\s#]/.test(lines[first - 1] ?? '')) break;
  }
  return found;
}

interface Place {
  readonly line: number;
  /** The column of what the value belongs to: the lines of a text begin further to the right. */
  readonly around: number;
  readonly lines: readonly string[];
}

function goOn(lead: string, first: string, { line, around, lines }: Place): ValueLines {
  const end = Math.min(line + MOST_LINES, lines.length);
  const isIn = (next: string): boolean => next.trim() === '' || indentOf(next) > around;
  if (/^[[{]/.test(first)) {
    const fence = lines.findIndex((later, index) => index >= line && FENCE.test(later));
    const all = [first, ...lines.slice(line, fence < 0 ? end : Math.min(end, fence))].join('\n');
    const closing = endOfBrackets(all);
    if (closing === undefined) return { lead, value: first, lines: [line, line] };
    const behind = /[^\n]*/y;
    behind.lastIndex = closing + 1;
    const rest = behind.exec(all)?.[0] ?? '';
    const value = all.slice(0, closing + 1 + rest.length).trimEnd();
    const isText = !value.includes('\n') && /^\s*[^\s,\]}#:]/.test(rest);
    if (!isText) return { lead, value, lines: [line, line + value.split('\n').length - 1] };
  }
  const isBlock = BLOCK.test(first);
  let last = line;
  for (let next = line; next < end; next += 1) {
    const text = lines[next] ?? '';
    const key = /^\s+(?:- +)?([A-Za-z][\w-]*):(?:\s|$)/.exec(text)?.[1];
    if (!isIn(text) || (!isBlock && key !== undefined && isKnownKey(key))) break;
    // Comments and empty lines at the end are no part of it.
    if (!/^\s*(?:#|$)/.test(text)) last = next + 1;
  }
  return { lead, value: [first, ...lines.slice(line, last)].join('\n').trimEnd(), lines: [line, last] };
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
