import { isBefore, type Moment } from '../../domain/dates.ts';
import { valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';

/** The story that something dated belongs to, such as a correction or a claim that it checks. */
export interface NotedStory {
  readonly date: Moment | undefined;
  readonly timeZone: string;
  readonly language: string;
}

/** Reads the moment of something that cannot have been before the story itself. */
export function readLaterMoment(
  value: string | undefined,
  { date, timeZone, hint }: Omit<NotedStory, 'language'> & { readonly hint: string },
  reader: Reader,
  ...keys: readonly (string | number)[]
): Moment | undefined {
  const moment = reader.moment(value, timeZone, ...keys);
  if (moment && date && isBefore(moment, date)) {
    const message = `Unexpected ${quote(value)} before the story’s \`date\`, expected a later time`;
    reader.note('date-order', valueAt(...keys), message, hint);
  }
  return moment;
}
