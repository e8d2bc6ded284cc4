import { isPublishedCorrection, noticeId } from '../../domain/corrections/notice.ts';
import type { ArticleRecord } from '../../domain/story/article.ts';
import type { Story } from '../../domain/story/story.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Site } from '../../domain/site/site.ts';
import { type PrintedTime, printTime } from '../../time/print-time.ts';
import type { Words } from '../../words/words.ts';

/** What happened to a story, in the order of time. */
export interface PrintedHistory {
  readonly title: string;
  readonly events: readonly HistoryEvent[];
}

/** It was published, corrected or updated. */
export interface HistoryEvent {
  readonly time: PhrasedTime;
  /** Leads to the correction or the update on the same page. */
  readonly href: string | undefined;
}

/** A story, as far as its history needs it. */
export interface HistoryGiven extends Pick<Story, 'live'> {
  /** When it was changed last, if it was. */
  readonly changed: Moment | undefined;
  readonly article: Pick<ArticleRecord, 'date' | 'updated' | 'corrections' | 'updates' | 'live' | 'language'>;
}

type Dated = { readonly date: Moment } & HistoryEvent;

/** Prints the history of a story that has corrections or updates; of any other, the times at its head say all. */
export function printHistory(
  { article, live, changed }: HistoryGiven,
  { site, words }: { readonly site: Site; readonly words: Words },
): PrintedHistory | undefined {
  const { date, updated, corrections, updates, language } = article;
  const event = (moment: Moment, phrase: string, href?: string): Dated => ({
    date: moment,
    time: phraseTime(phrase, printTime(moment, language, site.timeZone)),
    href,
  });
  const noted = [
    ...updates.map((notice, index) =>
      event(notice.date, `${words('update')} ({time})`, `#${noticeId('update', index)}`),
    ),
    ...corrections.flatMap((notice, index) =>
      isPublishedCorrection(notice, { article, live })
        ? [event(notice.date, `${words('correction')} ({time})`, `#${noticeId('correction', index)}`)]
        : [],
    ),
  ];
  if (noted.length === 0) return undefined;
  const first = event(date, words('published'));
  const events = [first, ...noted];
  for (const moment of [changed, updated]) {
    // A story that says when it will be updated was not yet.
    if (!moment || moment.instant > (changed ?? date).instant) continue;
    const update = event(moment, words('updated'));
    if (!events.some(({ time }) => time.text === update.time.text)) events.push(update);
  }
  return {
    title: words('history'),
    events: events
      .sort((one, other) => one.date.instant - other.date.instant)
      .map(({ time, href }) => ({ time, href })),
  };
}

/** A time with the words around it: “Published ”, 23 November 2026 at 07:30 GMT. */
export interface PhrasedTime extends PrintedTime {
  readonly before: string;
  readonly after: string;
}

/** Puts a time into a phrase, at its `{time}`. */
export function phraseTime(phrase: string, time: PrintedTime): PhrasedTime {
  const [before = '', after = ''] = phrase.split('{time}');
  return { ...time, before, after };
}
