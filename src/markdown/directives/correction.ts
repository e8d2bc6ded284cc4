import { type NoticeData, NoticeInFeed, NoticeInText } from '../../../layouts/directives/correction.tsx';
import { needlesFor } from '../../domain/content/source.ts';
import { type Notice, type NoticeKind, noticeId } from '../../domain/corrections/notice.ts';
import type { Html } from '../../domain/html.ts';
import type { Site } from '../../domain/site/site.ts';
import type { ArticleRecord } from '../../domain/story/article.ts';
import { type PrintedTime, printTime } from '../../time/print-time.ts';
import type { Words } from '../../words/words.ts';
import { printBlock } from '../print-layout.ts';
import type { DirectiveUse, NotedDirective } from './directive.ts';
import { type DateWanted, readDate } from './read-date.ts';

/** A correction where the fault was: `:::correction{date="2026-11-23 11:20"}`. Pages and feeds of corrections have it too. */
export const correction: NotedDirective = {
  name: 'correction',
  form: 'block',
  help: 'A correction where the fault was. It is among those at `/corrections/`, too.',
  attributes: { date: { isRequired: true, help: 'When it was noted.', example: '2026-11-23 11:20' } },
  text: 'An earlier version of this paragraph said …',
  more: 'corrections',
  print: (use, text) => {
    const { corrections, story, words } = use.environment;
    const notice = readNotice(use);
    if (!notice) {
      const title = words('correction');
      return printBlock(NoticeInText, { kind: 'correction', id: undefined, title, time: undefined, text: text() });
    }
    const index = (story?.corrections ?? 0) + corrections.push(notice) - 1;
    const printed = printNotice('correction', { ...notice, index }, use.environment);
    return printBlock(NoticeInText, { ...printed, text: text() });
  },
};

const DATE: DateWanted = {
  of: 'note',
  needsTime: false,
  hint: 'write `date="2026-11-23"`, or with a time after it',
};

/** Reads a correction, and notes what is wrong with it; `undefined` where nobody knows when it was made. */
function readNotice(use: DirectiveUse): Notice | undefined {
  const date = readDate(use, DATE);
  if (!date) return undefined;
  const { attributes, environment, lines, text } = use;
  const needles = needlesFor([attributes.get('date') ?? ''], ['date="', "date='", 'date=']);
  const { post } = environment.current;
  const within = post === undefined ? {} : { update: post };
  return { date, text: environment.renderRich(text), place: { lines, needles, nth: 0 }, ...within };
}

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
