import type { ArticleRecord, Notice } from '../domain/article.ts';
import type { Html } from '../domain/html.ts';
import { noticeId } from '../domain/notice-id.ts';
import type { Site } from '../domain/site.ts';
import { type PrintedTime, printTime } from '../time/print-time.ts';
import type { Words } from '../words/words.ts';

/** A correction or an update, as the story prints it. */
export interface PrintedNotice {
  readonly kind: 'correction' | 'update';
  readonly id: string;
  readonly title: string;
  readonly time: PrintedTime;
  readonly text: Html;
}

/** Prints the corrections and the updates of a story, but for those that its text shows. */
export function printNotices(
  { corrections, updates, language }: Pick<ArticleRecord, 'corrections' | 'updates' | 'language'>,
  { site, words }: { readonly site: Site; readonly words: Words },
): readonly PrintedNotice[] {
  const print =
    (kind: PrintedNotice['kind']) =>
    ({ date, text }: Notice, index: number): PrintedNotice => ({
      kind,
      id: noticeId(kind, index),
      title: words(kind),
      time: printTime(date, language, site.timeZone),
      text: text.html,
    });
  const outside = corrections.map(print('correction')).filter((_printed, index) => !corrections[index]?.place);
  return [...outside, ...updates.map(print('update'))];
}
