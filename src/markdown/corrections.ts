import { type NoticeData, NoticeInFeed } from '../../layouts/directives/correction.tsx';
import { type Notice, type NoticeKind, noticeId } from '../domain/corrections/notice.ts';
import type { Html } from '../domain/html.ts';
import type { Site } from '../domain/site/site.ts';
import type { ArticleRecord } from '../domain/story/article.ts';
import { type PrintedTime, printTime } from '../time/print-time.ts';
import type { Words } from '../words/words.ts';
import { printBlock } from './print-layout.ts';

/** A correction or an update, ready for readers: on the page of its story, in feeds, on pages of corrections. */
export interface PrintedNotice extends NoticeData {
  readonly id: string;
  readonly time: PrintedTime;
}

/** In whose words a notice is printed. */
interface Printing {
  /** BCP 47. */
  readonly language: string;
  readonly site: Site;
  readonly words: Words;
}

/** Makes a notice ready for readers: the correction or the update of a story that has this index, counted from 0. */
export function printNotice(
  kind: NoticeKind,
  { date, text, index }: Pick<Notice, 'date' | 'text'> & { readonly index: number },
  { language, site, words }: Printing,
): PrintedNotice {
  return {
    kind,
    id: noticeId(kind, index),
    title: words(kind),
    time: printTime(date, language, site.timeZone),
    text: text.html,
  };
}

/** Prints the corrections and the updates of a story, but for those that its text shows. */
export function printNotices(
  { corrections, updates, language }: Pick<ArticleRecord, 'corrections' | 'updates' | 'language'>,
  { site, words }: Omit<Printing, 'language'>,
): readonly PrintedNotice[] {
  const printing = { language, site, words };
  const outside = corrections.flatMap((notice, index) =>
    notice.place ? [] : [printNotice('correction', { ...notice, index }, printing)],
  );
  return [...outside, ...updates.map((notice, index) => printNotice('update', { ...notice, index }, printing))];
}

/** Prints a notice for a feed. */
export function printNoticeInFeed(notice: PrintedNotice): Html {
  return printBlock(NoticeInFeed, notice);
}
