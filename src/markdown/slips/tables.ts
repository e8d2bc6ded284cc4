import { inEachBlock, type Note, shortened, type Slip, type SlipRule } from './slip.ts';

/** Hyphens, and what stands between them. */
const RULE_LINE = /^[-:|+\s–—]+$/;

/** The rule of a table that is drawn as a grid (Pandoc, reStructuredText): `+-----+-----+`. */
const GRID_LINE = /^\+(?:[-=:]{2,}\+)+$/;
/** That of one without strokes: hyphens as wide as each column. */
const COLUMNS_LINE = /^(?:-{3,}(?:\s+-{3,})+|={3,}(?:\s+={3,})+)$/;

/** Rows of a table without the line of hyphens under the first: readers see the strokes. */
export const tables = inEachBlock((block) => {
  if (block.kind !== 'paragraph' || !/\||--|==|\S\t/.test(block.content)) return [];
  const rows = block.content.split('\n').map((row) => row.trim());
  const cells = rows.map((row) => row.split('\t').length);
  const [first = '', second = ''] = rows;
  const isList = rows.every((row) => /^(?:o|[^\p{L}\p{N}])\t/u.test(row));
  if (rows.length > 1 && !isList && cells.every((count) => count > 1 && count === cells[0]))
    return [pastedTable(first)];
  const drawn = rows.findIndex((row) => GRID_LINE.test(row) || COLUMNS_LINE.test(row));
  if (drawn >= 0 && rows.length > 1) return [drawnTable(rows, drawn)];
  if (!block.content.includes('|')) return [];
  const columns = cellsOf(first).length;
  const isRow = (row: string): boolean => /^\|.*\|$/s.test(row) || / \| /.test(row);
  const others = rows.slice(1).filter((row) => !RULE_LINE.test(row));
  const hasRule = RULE_LINE.test(second) && second.includes('|');
  const isTable =
    (rows.length === 1 && isBoundedRow(first) && /^\| .* \|$/s.test(first)) ||
    (rows.length > 1 &&
      isRow(first) &&
      columns > 1 &&
      (hasRule || isOfJira(rows) || (others.length > 0 && rows.slice(1).every(isRowLike))));
  if (!isTable) return [];
  const line = `| ${Array.from({ length: Math.min(columns, 20) }, () => '---').join(' | ')} |`;
  return [
    {
      code: 'table-shown',
      index: hasRule ? first.length + 1 : 0,
      length: hasRule ? second.length : first.length,
      message: hasRule
        ? `Unexpected line of hyphens for another number of columns, expected one for ${columns}`
        : 'Unexpected row of a table, expected a line of hyphens under its first row',
      hint: `write \`${line}\` under \`${shortened(first)}\``,
    },
  ];

  function isRowLike(row: string): boolean {
    return RULE_LINE.test(row) || (isRow(row) && cellsOf(row).length === columns);
  }
});

/** `||Team||Points||` over `|Rovers|30|`. */
function isOfJira(rows: readonly string[]): boolean {
  return /^\|\|.*\|\|$/s.test(rows[0] ?? '') && rows.every((row) => /^\|.*\|$/s.test(row));
}

/** Cells with tabs between them, as spreadsheets and word processors paste them. */
function pastedTable(first: string): Note {
  const cells = first.split('\t').map((cell) => cell.trim());
  return {
    code: 'table-shown',
    index: 0,
    length: first.length,
    message: 'Unexpected rows with tabs between their cells, which run together, expected strokes',
    hint: `write \`| ${shortened(cells.join(' | '))} |\`, below it \`| ${cells
      .slice(0, 20)
      .map(() => '---')
      .join(' | ')} |\`, and then a line like the first for each row`,
  };
}

/** Between hyphens as wide as each column, Markdown sees a rule, and takes what stands above and below for two paragraphs. */
export const drawnTables: SlipRule = ({ tokens, lines }) =>
  tokens.flatMap(({ type, map }): readonly Slip[] => {
    const line = map?.[0];
    if (type !== 'hr' || line === undefined) return [];
    const rows = lines.slice(Math.max(0, line - 1), line + 2).map((row) => row.trim());
    const at = line === 0 ? 0 : 1;
    if (!COLUMNS_LINE.test(rows[at] ?? '') || !rows.some((row, index) => index !== at && /\S\s{2,}\S/.test(row)))
      return [];
    const { index: _index, ...note } = drawnTable(rows, at);
    return [{ ...note, place: { line, column: Math.max(0, (lines[line] ?? '').search(/\S/)) } }];
  });

/** A table as it looks in a letter, which Markdown makes nothing of. */
function drawnTable(rows: readonly string[], at: number): Note {
  const [rule = '', ...below] = rows.slice(at);
  const isGrid = rule.startsWith('+');
  const head = isGrid ? (below.find((row) => row.startsWith('|')) ?? '') : ((at > 0 ? rows[at - 1] : below[0]) ?? '');
  const cells = isGrid ? cellsOf(head).map(({ text }) => text) : head.split(/\s{2,}/);
  const columns = isGrid ? rule.split('+').length - 2 : rule.split(/\s+/).length;
  const names = cells.length === columns ? cells : Array.from({ length: Math.min(columns, 20) }, () => 'name');
  return {
    code: 'table-shown',
    index: rows.slice(0, at).join('\n').length + (at > 0 ? 1 : 0),
    length: rule.length,
    message: 'Unexpected table that is drawn with signs, expected one with strokes between its cells',
    hint: `write \`| ${shortened(names.join(' | '))} |\`, below it \`| ${names.map(() => '---').join(' | ')} |\`, and then a line like the first for each row`,
  };
}

/** Rows with more cells than the first: the others are left out of the page. */
export const longRows: SlipRule = ({ tokens, lines }) => {
  let columns = 0;
  return tokens.flatMap(({ type, map }, index): readonly Slip[] => {
    if (type === 'table_open') columns = 0;
    const line = map?.[0];
    if (type !== 'tr_open' || line === undefined) return [];
    if (columns === 0) {
      for (let at = index + 1; tokens[at] && tokens[at]?.type !== 'tr_close'; at += 1) {
        if (tokens[at]?.type === 'th_open') columns += 1;
      }
      return [];
    }
    const row = lines[line] ?? '';
    const cells = cellsOf(rowIn(row));
    const extra = cells[columns];
    if (cells.length <= columns || cells.slice(columns).every(({ text }) => text.trim() === '')) return [];
    const column = row.indexOf(rowIn(row)) + (extra?.at ?? 0);
    return [
      {
        code: 'table-row-long',
        place: { line, column },
        length: Math.max(1, extra?.text.trimEnd().length ?? 1),
        message: `Unexpected row of ${cells.length} cells, expected at most ${columns}, as the first row has`,
        hint: 'write `\\|` for a stroke that is no border of a cell, or give each row above this one more cell',
      },
    ];
  });
};

/** Whether a row begins and ends with a stroke. */
export function isBoundedRow(row: string): boolean {
  return /^\|(?:.*[^\\])?\|$/s.test(row) && cellsOf(row).length > 1;
}

/** A row without what it is indented or quoted by. */
export function rowIn(line: string): string {
  return line.replace(/^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?/, '').trimEnd();
}

interface Cell {
  readonly text: string;
  /** Where it begins in its row, after spaces. */
  readonly at: number;
}

/** The cells of a row, told apart as markdown-it does. */
function cellsOf(row: string): readonly Cell[] {
  const cells: Cell[] = [];
  let begin = 0;
  for (let at = 0; at <= row.length; at += 1) {
    if (at < row.length && (row[at] !== '|' || row[at - 1] === '\\')) continue;
    const text = row.slice(begin, at);
    cells.push({ text: text.trim(), at: begin + text.length - text.trimStart().length });
    begin = at + 1;
  }
  if (cells[0] && row.startsWith('|')) cells.shift();
  if (cells.length > 0 && /(?:^|[^\\])\|$/.test(row)) cells.pop();
  return cells;
}
