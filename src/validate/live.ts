import type { LiveBlog } from '../domain/live-blog.ts';
import type { Moment } from '../domain/moment.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';
import type { WrittenUpdate } from '../markdown/environment.ts';
import type { Reader } from './reader.ts';
import type { ArticleValues } from './schemas.ts';

/** Reads what makes a story a live blog; its updates come from its text. */
export function readLive(
  value: ArticleValues['live'],
  { updates, timeZone }: { readonly updates: readonly WrittenUpdate[]; readonly timeZone: string },
  reader: Reader,
): LiveBlog | undefined {
  if (value === undefined || value === false) return undefined;
  const moment = (key: 'start' | 'end'): Moment | undefined => {
    const written = value === true ? undefined : value[key];
    const read = reader.moment(written, timeZone, 'live', key);
    if (!read || read.hasTime) return read;
    reader.note(
      'date-invalid',
      valueAt('live', key),
      `Unexpected date ${quote(written)} without a time, expected one with it`,
      'write the time too: `2026-11-23 22:00`',
    );
    return undefined;
  };
  const [start, end] = [moment('start'), moment('end')];
  if (start && end && end.instant < start.instant) {
    reader.note(
      'date-order',
      valueAt('live', 'end'),
      'Unexpected `end` before `start`, expected a later time',
      'correct one of the two',
    );
  }
  const byTime = updates
    .map(({ id, date, title, wordCount }, index) => ({ id, index, date, title, wordCount }))
    .sort((one, other) => one.date.instant - other.date.instant || one.index - other.index);
  return { start, end, updates: byTime };
}
