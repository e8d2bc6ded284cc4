import { shortened, type Slip, type SlipRule } from './slip.ts';
import { isBoundedRow, rowIn } from './tables.ts';

/** A line right below a quotation or a table, without a sign of either, becomes a part of it: words of the story become those of a source. */
export const joinedLines: SlipRule = ({ tokens, lines }) => {
  let isBounded = false;
  return tokens.flatMap(({ type, level, map }, index): readonly Slip[] => {
    if (!map) return [];
    if (type === 'blockquote_open' && level === 0) return inQuotation(map, lines);
    if (type === 'table_open') isBounded = isBoundedRow(rowIn(lines[map[0]] ?? ''));
    const isRow = type === 'tr_open' && isBounded && tokens[index + 1]?.type === 'td_open';
    const line = map[0];
    const row = rowIn(lines[line] ?? '');
    return isRow && !isBoundedRow(row) ? [inTable(line, row, lines)] : [];
  });
};

function inQuotation([from, end]: readonly [number, number], lines: readonly string[]): readonly Slip[] {
  for (let line = from + 1; line < end; line += 1) {
    const [before = '', written = ''] = [lines[line - 1], lines[line]];
    if (/^\s*>/.test(written) || !/^\s*>/.test(before)) continue;
    // Archives have a sign before the first line of a quotation alone, and sentences that go on.
    if (!ENDS_SENTENCE.test(before) || !BEGINS_SENTENCE.test(written)) return [];
    const column = Math.max(0, written.search(/\S/));
    return [
      {
        code: 'line-joined',
        place: { line, column },
        length: written.trim().length,
        message:
          'Unexpected line right below a quotation, which becomes a part of it, expected an empty line or `>` before it',
        hint: `put an empty line above it, or write \`> ${shortened(written)}\` if it is quoted`,
      },
    ];
  }
  return [];
}

const ENDS_SENTENCE = /[.!?…。！？]["'”“»’」』)*_]*\s*$/;
const BEGINS_SENTENCE = /^\s*["'“„«‘「*_[(]*[\p{Lu}\p{Lo}]/u;

function inTable(line: number, row: string, lines: readonly string[]): Slip {
  const isPart = row.includes('|');
  return {
    code: 'line-joined',
    place: { line, column: Math.max(0, (lines[line] ?? '').indexOf(row)) },
    length: Math.max(1, row.length),
    message: isPart
      ? 'Unexpected row without `|` at both ends, expected each row on one line, as the first is'
      : 'Unexpected line right below a table, which becomes a row of it, expected an empty line',
    hint: isPart
      ? 'write the whole row on one line, between `|` and `|`'
      : `put an empty line above \`${shortened(row)}\``,
  };
}
