import { didYouMean, quote, quoteAll } from '../../diagnostics/wording.ts';
import { type Along, readTimes } from './along.ts';
import {
  CHART_KINDS,
  type Chart,
  type ChartFault,
  type ChartGiven,
  type ChartKind,
  isFault,
  type Series,
} from './chart.ts';
import { faultOf } from './checks.ts';
import { findColumns } from './columns.ts';
import { type Cell, looksLikeNumber, readNumbers } from './numbers.ts';

/** Reads what a chart is to draw, or says the first thing that is wrong with it. */
export function readChart(given: ChartGiven): Chart | ChartFault {
  const { attributes, rows, language, delimiter, src } = given;
  const kind = CHART_KINDS.find((one) => one === attributes.get('kind')?.trim());
  if (!kind) return unknownKind(attributes.get('kind')?.trim() ?? '');
  const columns = findColumns(given);
  if (isFault(columns)) return columns;
  const [head, ...lines] = rows;
  const cellsOf = (column: number): readonly Cell[] =>
    lines.map(({ cells, line }) => ({ text: cells[column] ?? '', line }));
  const numbers = readNumbers(columns.y.map(cellsOf), { delimiter, language });
  if (numbers.kind === 'wrong') return wrongCell(src, numbers);
  if (numbers.columns.every((column) => column.every((value) => value === undefined))) {
    const message = `Unexpected cells of ${quote(src)} without a number, expected some to draw`;
    return { attribute: 'src', message, hint: 'write the numbers into the file' };
  }
  const along = readAlong(given, kind, cellsOf(columns.x));
  if (isFault(along)) return along;
  const series = columns.y.map((column, index) => ({
    name: head?.cells[column] ?? '',
    values: numbers.columns[index] ?? [],
  }));
  const wanted = readWanted(attributes, [
    ...series.map(({ name }) => name),
    ...(along.kind === 'names' ? along.values : []),
  ]);
  if (isFault(wanted)) return wanted;
  const chart: Chart = {
    kind,
    alongName: head?.cells[columns.x] ?? '',
    ...inOrder(along, series),
    affix: numbers.affix,
    ...wanted,
    hasPanels: attributes.has('panels'),
  };
  return faultOf(chart, given) ?? chart;
}

function unknownKind(written: string): ChartFault {
  const hint = /multiple|panel/i.test(written)
    ? 'small multiples are `panels` beside a kind: `kind=line panels`'
    : didYouMean(written, CHART_KINDS, `there are ${quoteAll(CHART_KINDS)}`);
  const message = `Unexpected kind of chart ${quote(written)}, expected one that Broadsheet draws`;
  return { attribute: 'kind', message, hint };
}

/** What is wrong with a cell, and what to do. */
interface WrongCell {
  readonly problem: string;
  readonly expected: string;
  readonly hint: string;
}

function wrongCell(src: string, { problem, expected, hint }: WrongCell): ChartFault {
  return { attribute: 'src', message: `Unexpected ${problem} of ${quote(src)}, expected ${expected}`, hint };
}

function readAlong(given: ChartGiven, kind: ChartKind, cells: readonly Cell[]): Along | ChartFault {
  const times = readTimes(cells);
  if (times.kind === 'wrong') return wrongCell(given.src, times);
  if (times.kind === 'times') return times;
  if (kind !== 'bar' && kind !== 'stacked' && cells.every(({ text }) => looksLikeNumber(text))) {
    const numbers = readNumbers([cells], given);
    if (numbers.kind === 'wrong') return wrongCell(given.src, numbers);
    const values = (numbers.columns[0] ?? []).map((value) => value ?? 0);
    return { kind: 'numbers', values, rows: cells, affix: numbers.affix };
  }
  return { kind: 'names', values: cells.map(({ text }) => text) };
}

/** Moments and numbers follow each other, whatever their order in the file is. */
function inOrder(along: Along, series: readonly Series[]): Pick<Chart, 'along' | 'series'> {
  if (along.kind === 'names') return { along, series };
  const { values, rows } = along;
  const order = values.map((_, index) => index).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const sort = <Value>(all: readonly Value[]): readonly Value[] => order.map((index) => all[index] as Value);
  return {
    along: { ...along, values: sort(values), rows: sort(rows) },
    series: series.map(({ name, values: numbers }) => ({ name, values: sort(numbers) })),
  };
}

type Wanted = Pick<Chart, 'highlight' | 'min' | 'max'>;

/** @param known The names of what is drawn. */
function readWanted(attributes: ReadonlyMap<string, string>, known: readonly string[]): Wanted | ChartFault {
  const written = attributes.get('highlight')?.trim() ?? '';
  const highlight = known.find((name) => name.toLowerCase() === written.toLowerCase());
  if (written !== '' && highlight === undefined) {
    const message = `Unexpected ${quote(written)}, expected the name of a column that is drawn, or of a row`;
    return { attribute: 'highlight', message, hint: didYouMean(written, known, 'copy it from the file') };
  }
  for (const name of ['min', 'max']) {
    const end = attributes.get(name)?.trim() ?? '';
    if (end === '' || END.test(end)) continue;
    const message = `Unexpected ${quote(end)}, expected a number`;
    return { attribute: name, message, hint: `write it without signs between thousands: \`${name}=1500\`` };
  }
  const [min, max] = ['min', 'max'].map((name) => {
    const end = attributes.get(name)?.trim();
    return end ? Number(end.replace('−', '-')) : undefined;
  });
  return { highlight: written === '' ? undefined : highlight, min, max };
}

const END = /^[-−]?\d{1,15}(?:\.\d{1,9})?$/;
