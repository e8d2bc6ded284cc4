import type { Bar, Dot, Rows, Tick } from '../../../layouts/directives/chart.tsx';
import { directionOf } from '../../words/language-names.ts';
import type { Chart, Series } from './chart.ts';
import { stackUp } from './curves.ts';
import type { DrawingFrame } from './draw-plot.ts';
import { labelsThatFit, roomOf } from './labels.ts';
import { type NumberPrinting, numberPrinting } from './print-number.ts';
import { between, domainOf, linearScale, type Scale } from './scales.ts';
import { tonesOf, type Tones } from './tones.ts';

/** Draws numbers of names: a row for each, in the order of the file. Rows begin where lines of text do. */
export function drawRows(frame: DrawingFrame): Rows {
  const { chart, language, width, shown } = frame;
  const { kind, along, highlight } = chart;
  const series = shown.flatMap((index) => chart.series[index] ?? []);
  const stacked = kind === 'stacked' ? stackUp(series, along.values.length) : undefined;
  const domain = domainOf(stacked ? stacked.flat(2) : chart.series.flatMap(numbersOf), {
    includesZero: kind !== 'dot',
    min: chart.min,
    max: chart.max,
  });
  const isRtl = directionOf(language) === 'rtl';
  const hasAxis = kind === 'dot' && series.length > 1;
  const scale = kind === 'dot' ? linearScale(domain, isRtl ? [97, 3] : [3, 97], 4) : undefined;
  const at = scale?.at ?? between(domain, isRtl ? [100, 0] : [0, 100]);
  const print = numberPrinting(language, chart.affix);
  const row: Row = { series, stacked, at, tones: tonesOf(chart), print, width, shown };
  const names = along.values.map(String);
  return {
    kind: 'rows',
    isGrouped: kind === 'bar' && series.length > 1,
    rows: names.map((name, index) => ({
      name,
      isHighlighted: name === highlight,
      lines: linesOf(kind, row, { index, name }),
    })),
    zero: kind !== 'dot' && domain[0] < 0 ? at(0) : undefined,
    ticks: hasAxis && scale ? axisOf(scale.ticks, at, { print, width }) : [],
  };
}

function numbersOf({ values }: Series): readonly number[] {
  return values.filter((value) => value !== undefined);
}

interface Row {
  readonly series: readonly Series[];
  readonly stacked: ReturnType<typeof stackUp> | undefined;
  readonly at: Scale;
  readonly tones: Tones;
  readonly print: NumberPrinting;
  readonly width: number;
  readonly shown: readonly number[];
}

interface Named {
  readonly index: number;
  readonly name: string;
}

type Line = Rows['rows'][number]['lines'][number];

function linesOf(kind: Chart['kind'], row: Row, named: Named): readonly Line[] {
  if (kind === 'stacked') return [stackedLine(row, named)];
  const { series, at, tones, print, shown } = row;
  const marks = series.map(({ values }, nth) => {
    const value = values[named.index];
    const tone = tones(shown[nth] ?? 0, named.name);
    return value === undefined ? undefined : { value, tone, at: at(value) };
  });
  if (kind === 'dot') {
    const dots = marks.flatMap((mark): readonly Dot[] => (mark ? [{ x: mark.at, y: 50, tone: mark.tone }] : []));
    const [only] = marks;
    return [{ bars: rangeOf(dots), dots, value: series.length === 1 && only ? print.whole(only.value) : '' }];
  }
  return marks.map((mark) => {
    if (!mark) return { bars: [], dots: [], value: '–' };
    return { bars: [barBetween(at(0), mark.at, mark.tone)], dots: [], value: print.whole(mark.value) };
  });
}

/** Between the dots of a row: how far they are from each other is what it shows. */
function rangeOf(dots: readonly Dot[]): readonly Bar[] {
  if (dots.length < 2) return [];
  const places = dots.map(({ x }) => x);
  const x = Math.min(...places);
  return [{ x, y: 42, width: Math.max(...places) - x, height: 16, tone: 'muted' }];
}

function barBetween(from: number, to: number, tone: string): Bar {
  return { x: Math.min(from, to), y: 0, width: Math.abs(to - from), height: 100, tone };
}

/** The parts of a whole, each with its number where that has room, and their sum unless that is a hundred percent in each row. */
function stackedLine({ series, stacked, at, tones, print, width, shown }: Row, { index }: Named): Line {
  const values = series.map((one) => one.values[index]);
  const bars = values.flatMap((value, nth): readonly Bar[] => {
    const span = stacked?.[nth]?.[index];
    if (value === undefined || value === 0 || !span) return [];
    const bar = barBetween(at(span[0]), at(span[1]), tones(shown[nth] ?? 0));
    const label = print.whole(value);
    return [roomOf(`${label}00`, width) <= bar.width ? { ...bar, label } : bar];
  });
  const sums = (stacked?.[0] ?? []).map((_, row) => sumOf(series.map((one) => one.values[row])));
  const arePercents = sums.every((sum) => Math.abs(sum - 100) < 2);
  return { bars, dots: [], value: arePercents ? '' : print.whole(roundedSum(sumOf(values))) };
}

function sumOf(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** 0.1 + 0.2 is 0.3. */
function roundedSum(sum: number): number {
  return Number(sum.toPrecision(12));
}

function axisOf(ticks: readonly number[], at: Scale, { print, width }: Pick<Row, 'print' | 'width'>): readonly Tick[] {
  const labels = print.axis(ticks);
  const places = ticks.map((tick, index) => ({ x: at(tick), label: labels[index] ?? '' }));
  return labelsThatFit(
    places.toSorted((one, other) => one.x - other.x),
    width,
  );
}
