import { quote } from '../../diagnostics/wording.ts';
import type { Chart, ChartFault, ChartGiven, ChartKind } from './chart.ts';

/** Says what is wrong with what a chart is to draw, if anything is. */
export function faultOf(chart: Chart, given: ChartGiven): ChartFault | undefined {
  return (
    faultOfEnds(chart) ??
    faultOfPanels(chart) ??
    faultOfCounts(chart) ??
    faultOfStack(chart) ??
    faultOfMoments(chart, given)
  );
}

function faultOfEnds({ min, max }: Chart): ChartFault | undefined {
  if (min === undefined || max === undefined || min < max) return undefined;
  const message = `Unexpected \`max\` of ${max}, expected more than \`min\``;
  return { attribute: 'max', message, hint: 'write the smaller number as `min`' };
}

function faultOfPanels({ kind, hasPanels }: Chart): ChartFault | undefined {
  if (!hasPanels || kind !== 'stacked') return undefined;
  const message = 'Unexpected `panels` beside `kind=stacked`, expected one of the two';
  return { attribute: 'panels', message, hint: 'write `kind=bar panels`' };
}

/** How many series can be told apart. */
const MOST_SERIES: Readonly<Record<ChartKind, number>> = { bar: 4, line: 6, area: 6, dot: 6, stacked: 6 };
/** Where one is set apart, the others need not be. */
const MOST_MUTED = 40;
const MOST_PANELS = 24;
const MOST_BARS = 200;

function faultOfCounts({ kind, along, series, highlight, hasPanels }: Chart): ChartFault | undefined {
  const isSetApart = kind === 'line' && series.some(({ name }) => name === highlight);
  const most = hasPanels ? MOST_PANELS : isSetApart ? MOST_MUTED : MOST_SERIES[kind];
  if (series.length > most) {
    const message = `Unexpected ${series.length} columns of numbers, expected at most ${most}`;
    const others = hasPanels
      ? ''
      : '; or give each its own drawing with `panels`, or set one of many lines apart by `highlight`';
    return { attribute: 'src', message, hint: `name those that matter: \`y="…"\`${others}` };
  }
  const isOfBars = kind === 'bar' || kind === 'stacked' || along.kind === 'names';
  const bars = along.values.length * (kind === 'bar' && !hasPanels ? series.length : 1);
  if (!isOfBars || bars <= MOST_BARS) return undefined;
  const message = `Unexpected ${along.values.length} rows for a chart of this kind, expected at most ${MOST_BARS} bars or names`;
  const hint = 'draw dates with `kind=line`; of names, keep the rows that matter and sum up the others';
  return { attribute: 'src', message, hint };
}

function faultOfStack({ kind, series, hasPanels }: Chart): ChartFault | undefined {
  const isStack = kind === 'area' && series.length > 1 && !hasPanels;
  if (!isStack || series.every(({ values }) => values.every((value) => (value ?? 0) >= 0))) return undefined;
  const message = 'Unexpected numbers below zero in areas that stand on each other, expected none';
  return { attribute: 'kind', message, hint: 'write `kind=line`, which may go below zero' };
}

/** Of one moment there is one number, unless each is a dot by itself. */
function faultOfMoments({ kind, along }: Chart, { src }: ChartGiven): ChartFault | undefined {
  if (kind === 'dot' || along.kind === 'names') return undefined;
  const twice = along.values.findIndex((value, index) => index > 0 && value === along.values[index - 1]);
  const row = along.rows[twice];
  if (row === undefined) return undefined;
  const message = `Unexpected second row of ${quote(row.text)} in line ${row.line} of ${quote(src)}, expected one`;
  return {
    attribute: 'src',
    message,
    hint: 'give each thing a column of its own, or draw each number with `kind=dot`',
  };
}
