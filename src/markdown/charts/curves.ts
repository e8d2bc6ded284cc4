import { area, line, stack, stackOffsetDiverging } from 'd3-shape';

/** A place in percent; `undefined` where there is no number. */
export type Place = { readonly x: number; readonly y: number } | undefined;

/** What stands between two numbers, at a place from the left. */
export type Span = { readonly x: number; readonly from: number; readonly to: number } | undefined;

/** A line through places, in thousandths, broken where there is none. A place by itself is a line of no length. */
export function linePath(places: readonly Place[]): string {
  const draw = line<Place>()
    .defined((place) => place !== undefined)
    .x((place) => (place?.x ?? 0) * 10)
    .y((place) => (place?.y ?? 0) * 10)
    .digits(0);
  return draw(places) ?? '';
}

/** An area between two lines, likewise. */
export function areaPath(spans: readonly Span[]): string {
  const draw = area<Span>()
    .defined((span) => span !== undefined)
    .x((span) => (span?.x ?? 0) * 10)
    .y0((span) => (span?.from ?? 0) * 10)
    .y1((span) => (span?.to ?? 0) * 10)
    .digits(0);
  return draw(spans) ?? '';
}

/** From where to where each number of a series reaches if they stand on each other: those below zero downwards from it. */
export function stackUp(
  series: readonly { readonly values: readonly (number | undefined)[] }[],
  count: number,
): readonly (readonly (readonly [from: number, to: number])[])[] {
  const rows = Array.from({ length: count }, (_, index) => series.map(({ values }) => values[index] ?? 0));
  const draw = stack<number[], number>()
    .keys(series.keys())
    .value((row, key) => row[key] ?? 0)
    .offset(stackOffsetDiverging);
  return draw(rows).map((layer) => layer.map(([from, to]) => [from, to] as const));
}
