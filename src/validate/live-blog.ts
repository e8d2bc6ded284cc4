import type { LiveBlog } from '../domain/live-blog.ts';
import type { Site } from '../domain/site/site.ts';
import type { Moment } from '../domain/dates.ts';
import { valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/wording.ts';
import type { WrittenPost } from '../markdown/environment.ts';
import type { PartsOfPost } from '../markdown/live-blog.ts';
import { countWordsRead } from './story/count-words.ts';
import type { Reader } from './reader.ts';
import type { ArticleValues } from './story/article-schema.ts';

/** What the text of a live blog says of it. */
export interface WrittenLive {
  readonly posts: readonly WrittenPost[];
  /** What each has, by its place in the text. */
  readonly partsOf: ReadonlyMap<number, PartsOfPost>;
  readonly language: string;
  readonly site: Pick<Site, 'timeZone' | 'html'>;
}

const NO_PARTS: PartsOfPost = { media: [], references: [] };

/** Reads what makes a story a live blog; its posts come from its text. */
export function readLive(
  value: ArticleValues['live'],
  { posts, partsOf, language, site }: WrittenLive,
  reader: Reader,
): LiveBlog | undefined {
  if (value === undefined || value === false) return undefined;
  const moment = (key: 'start' | 'end'): Moment | undefined => {
    const written = value === true ? undefined : value[key];
    const read = reader.moment(written, site.timeZone, 'live', key);
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
  const byTime = posts
    .map(({ line: _line, source, ...post }, index) => ({
      ...post,
      index,
      wordCount: countWordsRead(source, language, site),
      ...(partsOf.get(index) ?? NO_PARTS),
    }))
    .sort((one, other) => one.date.instant - other.date.instant || one.index - other.index);
  return { start, end, updates: byTime };
}
