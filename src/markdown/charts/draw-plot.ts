import type { Bar, Dot, Plot, Tick } from '../../../layouts/directives/chart.tsx';
import type { Along } from './along.ts';
import type { Chart, Series } from './chart.ts';
import { areaPath, linePath, type Place, type Span, stackUp } from './curves.ts';
import { haveRoom, labelsThatFit, levelOf, NARROW, roomOf, timeLabels } from './labels.ts';
import { numberPrinting } from './print-number.ts';
import { between, domainOf, linearScale, type LinearScale, roundNumbers, roundTimes, type Scale } from './scales.ts';
import { tonesOf, type Tones } from './tones.ts';

/** Of all drawings of a chart. */
export interface DrawingFrame {
  readonly chart: Chart;
  readonly language: string;
  /** In pixels, where it is narrowest. */
  readonly width: number;
  /** Those that this drawing shows, by their index. */
  readonly shown: readonly number[];
}

/** Where the numbers of a plot begin and end, in percent from above: over them is room for a label, below them that of the axis. */
const RANGE = { whole: [91, 9], panel: [84, 14] } as const;
/** A dot at the end of a line stands within the drawing. */
const RIGHT = 98;

/** Draws numbers over what stands along a line: moments, numbers, or names in their order. */
export function drawPlot(frame: DrawingFrame): Plot {
  const { chart, language, width, shown } = frame;
  const series = shown.flatMap((index) => chart.series[index] ?? []);
  const stacked = isStacked(chart, series) ? stackUp(series, chart.along.values.length) : undefined;
  const y = verticalScale(chart, stacked, width);
  const labels = numberPrinting(language, chart.affix).axis(y.ticks);
  const left = Math.min(40, Math.max(...labels.map((label) => roomOf(label, width))) + roomOf('0', width) / 2);
  const levels = y.ticks.map((tick, index) => ({ y: y.at(tick), label: labels[index] ?? '', isZero: tick === 0 }));
  const painting: Painting = { ...frame, series, stacked, y, tones: tonesOf(chart), zero: y.at(clampToDomain(0, y)) };
  const isOfBars = chart.kind === 'bar' || chart.kind === 'stacked';
  const places = isOfBars ? bandPlaces(chart.along, left) : linePlaces(chart.along, left);
  const marks = isOfBars ? paintBars(painting, places) : paintLines(painting, places);
  return {
    kind: 'plot',
    base: y.at(y.domain[0]),
    levels,
    ticks: ticksAlong(chart.along, places, { left, language, width, isOfBars }),
    axisName: chart.along.kind === 'numbers' ? chart.alongName : undefined,
    ...marks,
  };
}

/** Areas stand on each other too: where they lay before each other, one would hide another. */
function isStacked({ kind, hasPanels }: Chart, series: readonly Series[]): boolean {
  return kind === 'stacked' || (kind === 'area' && !hasPanels && series.length > 1);
}

type Stack = ReturnType<typeof stackUp>;

function verticalScale(chart: Chart, stacked: Stack | undefined, width: number): LinearScale {
  const { kind, min, max, series } = chart;
  const values = stacked ? stacked.flat(2) : series.flatMap((one) => one.values.filter((value) => value !== undefined));
  const domain = domainOf(values, { includesZero: kind !== 'line' && kind !== 'dot', min, max });
  return width === NARROW.panel ? linearScale(domain, RANGE.panel, 3) : linearScale(domain, RANGE.whole, 4);
}

function clampToDomain(value: number, { domain: [least, most] }: LinearScale): number {
  return Math.min(most, Math.max(least, value));
}

/** Where each of what stands along a drawing is, and how much room it has. */
interface Places {
  readonly at: readonly number[];
  readonly band: number;
  readonly scale: Scale | undefined;
}

function bandPlaces({ values }: Along, left: number): Places {
  const band = (100 - left) / values.length;
  return { at: values.map((_, index) => left + (index + 0.5) * band), band, scale: undefined };
}

function linePlaces(along: Along, left: number): Places {
  const { values } = along;
  const range = [left, RIGHT] as const;
  if (along.kind === 'names') {
    const scale = between([0, values.length - 1], range);
    return { at: values.map((_, index) => scale(index)), band: 0, scale: undefined };
  }
  const domain = [along.values[0] ?? 0, along.values.at(-1) ?? 0] as const;
  const scale = between(domain, range);
  return { at: along.values.map(scale), band: 0, scale };
}

interface Painting extends DrawingFrame {
  readonly series: readonly Series[];
  readonly stacked: Stack | undefined;
  readonly y: LinearScale;
  readonly tones: Tones;
  /** Where bars and areas stand. */
  readonly zero: number;
}

type Marks = Pick<Plot, 'bars' | 'paths' | 'dots'>;

/** How much of its room a bar takes, or several beside each other; and at most of the drawing, where there are few. */
const FULL = 0.8;
const WIDEST = 18;

function paintBars({ series, stacked, y, tones, zero, shown }: Painting, { at, band }: Places): Marks {
  const all = Math.min(band * FULL, WIDEST);
  const bars = series.flatMap(({ values }, nth) => {
    const width = all / (stacked ? 1 : series.length);
    return values.flatMap((value, index): readonly Bar[] => {
      if (value === undefined) return [];
      const span = stacked?.[nth]?.[index];
      const [from, to] = span ? [y.at(span[0]), y.at(span[1])] : [zero, y.at(value)];
      const x = (at[index] ?? 0) - all / 2 + (stacked ? 0 : nth * width);
      return [{ x, y: Math.min(from, to), width, height: Math.abs(to - from), tone: tones(shown[nth] ?? 0) }];
    });
  });
  return { bars, paths: [], dots: [] };
}

function paintLines({ chart, series, stacked, y, tones, zero, shown }: Painting, { at }: Places): Marks {
  const inOrder = series.map(({ values }, nth) => {
    const tone = tones(shown[nth] ?? 0);
    const layer = stacked?.[nth];
    const places = values.map((value, index): Place => {
      const top = layer ? layer[index]?.[1] : value;
      return top === undefined ? undefined : { x: at[index] ?? 0, y: y.at(top) };
    });
    const spans = places.map((place, index): Span => {
      const from = layer?.[index]?.[0];
      return place && { x: place.x, from: from === undefined ? zero : y.at(from), to: place.y };
    });
    return { tone, places, spans };
  });
  // What is set apart is drawn last, over the others.
  const layers = inOrder.toSorted((one, other) => Number(one.tone !== 'muted') - Number(other.tone !== 'muted'));
  if (chart.kind === 'dot') return { bars: [], paths: [], dots: layers.flatMap(dotsOf) };
  if (chart.kind === 'area') {
    // A line tells of a number that stands alone, which has no area. On a stack it would hide what is below it.
    const haveLine = !stacked || at.length === 1;
    const paths = layers.flatMap(({ tone, spans, places }) => [
      { d: areaPath(spans), tone, isArea: true },
      ...(haveLine ? [{ d: linePath(places), tone, isArea: false }] : []),
    ]);
    return { bars: [], paths, dots: [] };
  }
  const ends = layers.flatMap(({ tone, places }) => {
    const end = places.findLast((place) => place !== undefined);
    return end && tone !== 'muted' ? [{ ...end, tone }] : [];
  });
  return {
    bars: [],
    paths: layers.map(({ tone, places }) => ({ d: linePath(places), tone, isArea: false })),
    dots: ends,
  };
}

function dotsOf({ tone, places }: { readonly tone: string; readonly places: readonly Place[] }): readonly Dot[] {
  return places.flatMap((place) => (place ? [{ ...place, tone }] : []));
}

interface Axis {
  readonly left: number;
  readonly language: string;
  readonly width: number;
  readonly isOfBars: boolean;
}

/** Labels of what stands along a drawing: at round moments and numbers, or below bars and names, as many as have room. */
function ticksAlong(along: Along, { at, scale }: Places, { language, width, isOfBars }: Axis): readonly Tick[] {
  const place = (values: readonly number[], labels: readonly string[], where: Scale): readonly Tick[] =>
    labelsThatFit(
      values.map((value, index) => ({ x: where(value), label: labels[index] ?? '' })),
      width,
    );
  if (along.kind === 'names') return place([...at], along.values, (x) => x);
  const ends = [along.values[0] ?? 0, along.values.at(-1) ?? 0] as const;
  if (along.kind === 'numbers') {
    const { axis } = numberPrinting(language, along.affix);
    const round = roundsThatFit(
      (count) => roundNumbers(ends, count),
      (values) => place(values, axis(values), scale ?? Number),
      width,
    );
    return round ?? place([...new Set(ends)], axis([...new Set(ends)]), scale ?? Number);
  }
  const { level } = along;
  if (isOfBars || scale === undefined) return barTicks(along, at, { language, width });
  const round = roundsThatFit(
    (count) => roundTimes(ends, count),
    (values) => place(values, timeLabels(values, levelOf(values), language), scale),
    width,
  );
  const both = [...new Set(ends)];
  return round ?? place(both, timeLabels(both, level, language), scale);
}

/** The most round values, at least two, whose labels have room beside each other. */
function roundsThatFit(
  valuesOf: (count: number) => readonly number[],
  place: (values: readonly number[]) => readonly Tick[],
  width: number,
): readonly Tick[] | undefined {
  for (let count = 6; count > 1; count -= 1) {
    const values = valuesOf(count);
    const ticks = place(values);
    if (values.length > 1 && ticks.length === values.length && haveRoom(ticks, width)) return ticks;
  }
  return undefined;
}

/** Below bars: each is named, or each second, third … so that a label says what its own bar is. */
function barTicks(
  { values, level }: Extract<Along, { readonly kind: 'times' }>,
  at: readonly number[],
  { language, width }: Pick<Axis, 'language' | 'width'>,
): readonly Tick[] {
  for (let step = 1; step <= values.length; step += 1) {
    const indexes = values.flatMap((_, index) => (index % step === 0 ? [index] : []));
    const labels = timeLabels(
      indexes.map((index) => values[index] ?? 0),
      level,
      language,
    );
    const ticks = labelsThatFit(
      indexes.map((index, nth) => ({ x: at[index] ?? 0, label: labels[nth] ?? '' })),
      width,
    );
    if (ticks.length === indexes.length) return ticks;
  }
  return [];
}
