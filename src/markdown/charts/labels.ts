import type { Tick } from '../../../layouts/directives/chart.tsx';
import { type Level, printPart } from './along.ts';

/** How wide a drawing is where it is narrowest, in pixels: on a phone; and of small multiples, two beside each other there. */
export const NARROW = { whole: 313, panel: 145 } as const;

/** How wide a character is at most, on average, in the size that drawings have: letters of Chinese, Japanese and Korean stand in squares. */
const WIDTH = 7.2;
const THIN_WIDTH = 4;
const WIDE_WIDTH = 13;
const IS_THIN = /[.,:;'’ \u00a0]/;
const IS_WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;

/** How much room a text takes, in percent of a width in pixels. */
export function roomOf(text: string, width: number): number {
  let pixels = 0;
  for (const character of text)
    pixels += IS_WIDE.test(character) ? WIDE_WIDTH : IS_THIN.test(character) ? THIN_WIDTH : WIDTH;
  return (pixels / width) * 100;
}

/** Labels at places, of which as many are left out as have no room beside each other. */
export function labelsThatFit(
  places: readonly { readonly x: number; readonly label: string }[],
  width: number,
): readonly Tick[] {
  for (let step = 1; step < places.length; step += 1) {
    const ticks = places.filter((_, index) => index % step === 0).map((place) => tickAt(place, width));
    if (haveRoom(ticks, width)) return ticks;
  }
  return places.slice(0, 1).map((place) => tickAt(place, width));
}

/** At the edges of a drawing words stand within it. */
function tickAt({ x, label }: { readonly x: number; readonly label: string }, width: number): Tick {
  const half = roomOf(label, width) / 2;
  if (x + half > 100) return { x: 100, label, side: 'right' };
  if (x - half < 0) return { x: 0, label, side: 'left' };
  return { x, label, side: 'middle' };
}

/** Between two labels stand two characters at least. */
export function haveRoom(ticks: readonly Tick[], width: number): boolean {
  const gap = roomOf('00', width);
  let end = Number.NEGATIVE_INFINITY;
  return ticks.every(({ x, label, side }) => {
    const room = roomOf(label, width);
    const start = side === 'left' ? x : side === 'right' ? x - room : x - room / 2;
    const hasRoom = start >= end + gap;
    end = start + room;
    return hasRoom;
  });
}

/** Names of moments that follow each other: what they have in common with the one before is said once. */
export function timeLabels(values: readonly number[], level: Level, language: string): readonly string[] {
  let year: number | undefined;
  let day: string | undefined;
  return values.map((value) => {
    const date = new Date(value);
    const [isNewYear, isNewDay] = [date.getUTCFullYear() !== year, date.toISOString().slice(0, 10) !== day];
    year = date.getUTCFullYear();
    day = date.toISOString().slice(0, 10);
    if (level === 'month') return printPart(value, isNewYear ? 'month-of-year' : 'month', language);
    if (level === 'time')
      return printPart(value, isNewDay && values.length > 1 && spansDays(values) ? 'day' : 'time', language);
    return printPart(value, level, language);
  });
}

function spansDays(values: readonly number[]): boolean {
  return (values.at(-1) ?? 0) - (values[0] ?? 0) > 86_400_000;
}

/** How exact the moments are that stand at an axis. */
export function levelOf(values: readonly number[]): Level {
  const dates = values.map((value) => new Date(value));
  if (dates.some((date) => date.getUTCHours() > 0 || date.getUTCMinutes() > 0)) return 'time';
  if (dates.some((date) => date.getUTCDate() > 1)) return 'day';
  return dates.some((date) => date.getUTCMonth() > 0) ? 'month' : 'year';
}
