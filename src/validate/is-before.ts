import type { Moment } from '../domain/moment.ts';

/** Whether what should be later is before something. A date without a time is only if its whole day is. */
export function isBefore(later: Moment, earlier: Moment): boolean {
  const endOfDay = later.hasTime ? 0 : 86_400_000 - 1;
  return later.instant + endOfDay < earlier.instant;
}
