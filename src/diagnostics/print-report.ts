import type { Diagnostic } from './diagnostic.ts';
import { visible } from './quote.ts';

const WIDTH = 100;

/** How diagnostics are printed for a person: each with its place, its line, a caret, a hint and its code. */
export function printReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${printDiagnostic(diagnostic)}\n`).join('\n');
}

function printDiagnostic(diagnostic: Diagnostic): string {
  const { path, line, column, severity, message, hint, code, related } = diagnostic;
  return [
    `${visible(path)}:${line}:${column} ${severity} ${visible(message)}`,
    ...printExcerpt(diagnostic),
    ...related.map((place) => `  ${visible(place.path)}:${place.line}:${place.column} ${visible(place.message)}`),
    ...(hint === undefined ? [] : [`  hint: ${visible(hint)}`]),
    `  ${code}`,
  ].join('\n');
}

/** The line with a caret below it. A long line is cut around the caret. */
function printExcerpt({ excerpt, line, column, length }: Diagnostic): readonly string[] {
  if (excerpt === undefined) return [];
  const start = column > WIDTH - 20 ? column - WIDTH / 2 : 0;
  const cut = excerpt.slice(start, start + WIDTH);
  const before = start > 0 ? '…' : '';
  const after = start + WIDTH < excerpt.length ? '…' : '';
  const number = `  ${line} | `;
  const lead = before + visible(cut.slice(0, column - 1 - start).replaceAll('\t', ' '));
  const meant = cut.slice(column - 1 - start, column - 1 - start + length);
  const rest = cut.slice(column - 1 - start + length);
  const shownMeant = visible(meant.replaceAll('\t', ' '));
  return [
    (number + lead + shownMeant + visible(rest.replaceAll('\t', ' ')) + after).trimEnd(),
    `${' '.repeat(number.length - 2)}| ${' '.repeat(columnsOf(lead))}${'^'.repeat(Math.max(1, columnsOf(shownMeant)))}`,
  ];
}

/** How many columns of a terminal a text takes. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text.normalize('NFC')) {
    if (/\p{M}/u.test(character)) continue;
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}
