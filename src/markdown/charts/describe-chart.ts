import type { DataTableData } from '../../../layouts/directives/table.tsx';
import type { Words } from '../../words/words.ts';
import { printWhole } from './along.ts';
import type { Chart } from './chart.ts';
import { numberPrinting } from './print-number.ts';

/** How many series are described: who wants to know of more reads the table. */
const MOST_DESCRIBED = 8;

/** What a chart shows, for someone who cannot see it: of each series the least and the most, and where. */
export function describeChart(chart: Chart, language: string, words: Words): string {
  const { kind, series, affix } = chart;
  const names = namesAlong(chart, language);
  const { whole } = numberPrinting(language, affix);
  const described = series.slice(0, MOST_DESCRIBED).flatMap(({ name, values }) => {
    const [least, most] = endsOf(values);
    if (least === undefined || most === undefined) return [];
    const print = (index: number): string => `${whole(values[index] ?? 0)} (${names[index]})`;
    return [`${name}: ${values[least] === values[most] ? print(least) : `${print(least)} – ${print(most)}`}.`];
  });
  return [`${words(`chart.${kind}`)}.`, ...described, ...(series.length > MOST_DESCRIBED ? ['…'] : [])].join(' ');
}

/** Where the least and the most of some numbers are. */
function endsOf(
  values: readonly (number | undefined)[],
): readonly [least: number | undefined, most: number | undefined] {
  let least: number | undefined;
  let most: number | undefined;
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    if (least === undefined || value < (values[least] ?? 0)) least = index;
    if (most === undefined || value > (values[most] ?? 0)) most = index;
  }
  return [least, most];
}

/** What a chart draws, as a table in the order in which it is drawn. */
export function tableOfChart(chart: Chart, language: string, label: string): DataTableData {
  const { alongName, series, affix, highlight } = chart;
  const names = namesAlong(chart, language);
  const { whole } = numberPrinting(language, affix);
  return {
    title: undefined,
    label,
    columns: [{ name: alongName, isNumber: false }, ...series.map(({ name }) => ({ name, isNumber: true }))],
    rows: names.map((name, index) => ({
      cells: [name, ...series.map(({ values }) => cellOf(values[index], whole))],
      isHighlighted: name === highlight,
    })),
    naming: 0,
  };
}

function cellOf(value: number | undefined, print: (value: number) => string): string {
  return value === undefined ? '–' : print(value);
}

function namesAlong({ along }: Chart, language: string): readonly string[] {
  if (along.kind === 'names') return along.values;
  if (along.kind === 'times') return along.values.map((value) => printWhole(value, along.level, language));
  return along.values.map(numberPrinting(language, along.affix).whole);
}
