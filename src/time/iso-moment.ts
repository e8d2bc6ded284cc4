import type { Moment } from '../domain/moment.ts';
import { isoTime } from './print-time.ts';

/** A moment as precisely as it was written: a date alone, or a time with the offset of a zone's clocks (ISO 8601). */
export function isoMoment({ instant, hasTime }: Moment, timeZone: string): string {
  const time = isoTime(instant, timeZone);
  return hasTime ? time : time.slice(0, 10);
}
