import { isBefore, type Moment } from '../../domain/dates.ts';
import { quote } from '../../diagnostics/wording.ts';
import { meantDate } from '../../time/meant-date.ts';
import { describeSkipped } from '../../time/written-date.ts';
import { readMoment } from '../../time/read-moment.ts';
import type { DirectiveUse } from './directive.ts';

/** What a directive wants of its `date`. */
export interface DateWanted {
  /** What carries the date: a `note`, or an `update`. */
  readonly of: string;
  readonly needsTime: boolean;
  /** How to write it. */
  readonly hint: string;
}

/** Reads the `date` of a directive, which cannot be before its story, and notes what is wrong with it. */
export function readDate(
  { attributes, environment: { site, story }, note }: DirectiveUse,
  { of, needsTime, hint }: DateWanted,
): Moment | undefined {
  const written = attributes.get('date') ?? '';
  // That it is missing was said already.
  if (written === '') return undefined;
  const read = readMoment(written, site.timeZone);
  if (read.kind !== 'moment' || (needsTime && !read.moment.hasTime)) {
    const expected = needsTime ? 'a day and a time that exist' : 'a day that exists';
    const meant = read.kind === 'shape' ? meantDate(written) : undefined;
    const isWhole = meant !== undefined && (!needsTime || meant.includes(':'));
    note('date', {
      code: 'date-invalid',
      message: `Unexpected date ${quote(written)}, expected ${expected}`,
      hint: isWhole ? `write \`date="${meant}"\`` : hint,
    });
    return undefined;
  }
  if (read.skipped) {
    const message = `Unexpected time ${quote(written)}, expected one that clocks in ${site.timeZone} show`;
    note('date', { code: 'time-skipped', message, hint: describeSkipped(read.moment, site.timeZone) });
  }
  if (story?.date && isBefore(read.moment, story.date)) {
    const message = `Unexpected ${quote(written)} before the story’s \`date\`, expected a later time`;
    note('date', { code: 'date-order', message, hint: `correct the date of the ${of}, or that of the story` });
  }
  return read.moment;
}
