import { nice, ticks } from 'd3-array';
import { utcTicks } from 'd3-time';

/** Where a value stands, in percent of the way. */
export type Scale = (value: number) => number;

/** A scale from the least to the most of a domain, with round numbers along it. */
export interface LinearScale {
  readonly at: Scale;
  readonly domain: readonly [least: number, most: number];
  readonly ticks: readonly number[];
}

/** What an axis reaches at least, beside what is drawn. */
export interface Reach {
  readonly includesZero: boolean;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** The least and the most of values, as an axis has them: never the same. */
export function domainOf(values: readonly number[], { includesZero, min, max }: Reach): readonly [number, number] {
  const all = [...values, ...[min, max].filter((end) => end !== undefined)];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of all) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) return [0, 1];
  // A line may begin elsewhere only where its way up and down would be lost otherwise.
  if (includesZero || least === most || (least > 0 && least < most * 0.4) || (most < 0 && most > least * 0.4)) {
    least = Math.min(0, least);
    most = Math.max(0, most);
  }
  return least === most ? [0, 1] : [least, most];
}

/** @param range Where the domain begins and ends, in percent; the least may be below the most or above it. */
export function linearScale(
  [least, most]: readonly [number, number],
  range: readonly [number, number],
  count: number,
): LinearScale {
  const [from, to] = nice(least, most, count) as [number, number];
  return { at: between([from, to], range), domain: [from, to], ticks: ticks(from, to, count) };
}

/** As it is, with no round ends. */
export function between([least, most]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const width = most - least;
  return (value) => (width === 0 ? (start + end) / 2 : start + ((value - least) / width) * (end - start));
}

/** Round numbers within a domain. */
export function roundNumbers([least, most]: readonly [number, number], count: number): readonly number[] {
  return ticks(least, most, count);
}

/** Round moments within a domain of milliseconds: the beginnings of years, months, days, hours. */
export function roundTimes([least, most]: readonly [number, number], count: number): readonly number[] {
  return utcTicks(new Date(least), new Date(most), count).map(Number);
}
