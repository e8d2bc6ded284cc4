import type { UrlPath } from './addresses.ts';

/** A point in time that an editor wrote down, in the site's zone unless the text names another. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. A date without a time means the day's first moment. */
  readonly instant: number;
  /** Whether a time of day was written, or only a date. */
  readonly hasTime: boolean;
}

/** Whether what should be later is before something. A date without a time is only if its whole day is. */
export function isBefore(later: Moment, earlier: Moment): boolean {
  const endOfDay = later.hasTime ? 0 : 86_400_000 - 1;
  return later.instant + endOfDay < earlier.instant;
}

/** The wall clock at a place: what a calendar and a clock there show. `month` and `day` count from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The address of the archive by date. */
export const ARCHIVE_URL = '/archive/' as UrlPath;

/** The address of the archive of a year, a month or a day: `2026-11` → `/2026/11/`. */
export function dateUrl(date: string): UrlPath {
  return `/${date.replaceAll('-', '/')}/` as UrlPath;
}
