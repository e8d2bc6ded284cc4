import { isBefore, type Moment } from '../../domain/dates.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { meantDate } from '../../time/meant-date.ts';
import { type MomentRead, readMoment } from '../../time/read-moment.ts';
import { describeSkipped, describeTwice } from '../../time/written-date.ts';
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
  const doubt = doubtOfClock(written, read, site.timeZone);
  if (doubt) note('date', doubt);
  if (story?.date && isBefore(read.moment, story.date)) {
    const message = `Unexpected ${quote(written)} before the story’s \`date\`, expected a later time`;
    note('date', { code: 'date-order', message, hint: `correct the date of the ${of}, or that of the story` });
  }
  return read.moment;
}

/** What is to be said of a date that was read, because clocks never showed it, or twice. */
export function doubtOfClock(
  written: string,
  read: Extract<MomentRead, { readonly kind: 'moment' }>,
  timeZone: string,
): (Pick<Finding, 'code' | 'message'> & { readonly hint: string }) | undefined {
  const { moment, skipped, again } = read;
  const message = `Unexpected time ${quote(written)}, expected one that clocks in ${timeZone} show`;
  if (skipped) return { code: 'time-skipped', message, hint: describeSkipped(moment, timeZone) };
  if (again === undefined) return undefined;
  return { code: 'time-twice', message: `${message} once`, hint: describeTwice(moment, again, timeZone) };
}
