import type { Diagnostic } from './diagnostic.ts';
import { type Cause, groupByCause } from './group-by-cause.ts';
import { visible } from './wording.ts';

const WIDTH = 100;

/**
 * How diagnostics are printed for a person: each with its place, its line, a caret, a hint and its code. What has one cause is
 * printed once, where it shows first.
 */
export function printReport(diagnostics: readonly Diagnostic[]): string {
  return printCauses(groupByCause(diagnostics));
}

/** How causes are printed for a person. */
export function printCauses(causes: readonly Cause[]): string {
  return causes.map((cause) => `${printCause(cause)}\n`).join('\n');
}

function printCause({ first: diagnostic, others }: Cause): string {
  const { path, line, column, severity, message, hint, code, related, diff = [] } = diagnostic;
  return [
    `${visible(path)}:${line}:${column} ${severity} ${visible(message)}`,
    ...printExcerpt(diagnostic),
    ...related.map((place) => `  ${visible(place.path)}:${place.line}:${place.column} ${visible(place.message)}`),
    ...diff.map((text) => `  ${visible(text)}`.trimEnd()),
    ...(others.length > 0 ? [`  ${printOthers(others)}`] : []),
    ...(hint === undefined ? [] : [`  hint: ${visible(hint)}`]),
    `  ${code}`,
  ].join('\n');
}

/** So many places, or folders, are named. */
const MOST_PLACES = 5;

/** Where else something shows: the places, or if there are many, the folders. */
export function printOthers(others: readonly Pick<Diagnostic, 'path' | 'line'>[]): string {
  const files = new Set(others.map(({ path }) => path)).size;
  const count = `and ${others.length} more`;
  if (others.length <= MOST_PLACES) {
    return `${count}: ${others.map(({ path, line }) => `${visible(path)}:${line}`).join(', ')}`;
  }
  const counts = new Map<string, number>();
  for (const { path } of others) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const folders = [...counts].sort(([, one], [, other]) => other - one);
  const named = folders.slice(0, MOST_PLACES).map(([folder, number]) => `${visible(folder)} (${number})`);
  const rest = folders.length - named.length;
  const further = rest > 0 ? ` and ${rest} more ${rest === 1 ? 'folder' : 'folders'}` : '';
  return `${count}, in ${files} ${files === 1 ? 'file' : 'files'}: ${named.join(', ')}${further}`;
}

/** The line with a caret below it. A long line is cut around the caret. */
function printExcerpt({ excerpt, line, column, length }: Diagnostic): readonly string[] {
  if (excerpt === undefined) return [];
  const start = column > WIDTH - 20 ? column - WIDTH / 2 : 0;
  const end = Math.min(start + WIDTH, excerpt.length);
  const shown = (from: number, to: number): string => visible(wholeSlice(excerpt, from, to).replaceAll('\t', ' '));
  const meantEnd = Math.min(column - 1 + length, end);
  const lead = (start > 0 ? '…' : '') + shown(start, column - 1);
  const meant = shown(column - 1, meantEnd);
  const rest = shown(meantEnd, end) + (end < excerpt.length ? '…' : '');
  const number = `  ${line} | `;
  return [
    (number + lead + meant + rest).trimEnd(),
    `${' '.repeat(number.length - 2)}| ${' '.repeat(columnsOf(lead))}${'^'.repeat(Math.max(1, columnsOf(meant)))}`,
  ];
}

/** A part of a text that cuts no character of two code units in half. */
function wholeSlice(text: string, start: number, end: number): string {
  const isHalf = (index: number): boolean => /[\udc00-\udfff]/.test(text[index] ?? '');
  return text.slice(isHalf(start) ? start + 1 : start, isHalf(end) ? end - 1 : end);
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** How many columns of a terminal a text takes. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text.normalize('NFC')) {
    if (/[\p{M}\p{Cf}]/u.test(character)) continue;
    const isWide = WIDE.test(character) && !/\p{Regional_Indicator}/u.test(character);
    columns += isWide ? 2 : 1;
  }
  return columns;
}
