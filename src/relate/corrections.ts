import {
  type CorrectionList,
  type CorrectionMonth,
  correctionsUrl,
  type StoryCorrection,
} from '../domain/corrections/correction-list.ts';
import { type CorrectionDate, correctionFrom } from '../domain/corrections/notice.ts';
import { cutList } from '../domain/lists/lists.ts';
import type { ArticleRecord } from '../domain/story/article.ts';
import type { RelatedStory } from '../domain/story/story.ts';
import { archiveUrl } from './lists/list.ts';
import type { Site } from '../domain/site/site.ts';
import { correctionSpot, type Spot, valueAt } from '../diagnostics/finding.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { isoDay } from '../time/print-time.ts';

/** How many corrections the page of all of them shows, before it leads to those of months. */
const NEWEST = 20;

/** The corrections of stories by the month that they are of, in the site's zone; not those in posts under embargo. */
export function correctionsOf(stories: readonly RelatedStory[], now: number): CorrectionList {
  const all: StoryCorrection[] = [];
  const byMonth = new Map<string, StoryCorrection[]>();
  for (const story of stories) {
    story.entry.corrections.forEach(({ date, month, from }, index) => {
      if (from !== undefined && from > now) return;
      const correction = { story, index, date };
      all.push(correction);
      const ofMonth = byMonth.get(month);
      if (ofMonth) ofMonth.push(correction);
      else byMonth.set(month, [correction]);
    });
  }
  const months = [...byMonth].sort(([one], [other]) => (one > other ? -1 : 1));
  return {
    newest: all.sort(newestFirst).slice(0, NEWEST),
    months: months.map(([date, corrections]) => monthOf(date, corrections.sort(newestFirst))),
  };
}

function monthOf(date: string, newestOnTop: readonly StoryCorrection[]): CorrectionMonth {
  const url = correctionsUrl(date);
  const { front, closed } = cutList(newestOnTop, ({ story, index }) => `${story.entry.path}#${index}`);
  return {
    date,
    url,
    corrections: front,
    archive: closed.map((corrections, index) => ({ url: archiveUrl(url, index + 1), corrections })),
  };
}

function newestFirst(one: StoryCorrection, other: StoryCorrection): number {
  const { path } = one.story.entry;
  return other.date - one.date || compare(path, other.story.entry.path) || other.index - one.index;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** When a story was corrected, in the order of its corrections. */
export function correctionDatesOf(
  { corrections, live }: Pick<ArticleRecord, 'corrections' | 'live'>,
  timeZone: string,
): readonly CorrectionDate[] {
  return corrections.map((correction) => {
    const { instant } = correction.date;
    const from = correctionFrom(correction, live);
    const month = isoDay(instant, timeZone).slice(0, -3);
    const place = correction.place ? ({ isInText: true } as const) : {};
    return { date: instant, month, ...(from === undefined ? {} : { from }), ...place };
  });
}

/** Notes what published stories say of their changes that is dated after the moment of publication. */
export function checkChanges(
  stories: readonly RelatedStory[],
  {
    now,
    site,
    recordOf,
  }: { readonly now: number; readonly site: Site; readonly recordOf: (path: string) => ArticleRecord },
  findings: Finding[],
): void {
  for (const story of stories) {
    const { entry } = story;
    entry.corrections.forEach(({ date, from }, index) => {
      if (date <= now || (from !== undefined && from > now)) return;
      findings.push({
        code: 'date-future',
        path: entry.path,
        at: correctionSpot(story, index),
        message: `Unexpected correction of \`${isoDay(date, site.timeZone)}\`, expected a date that is not in the future`,
        hint: 'write when the story was corrected; the correction is printed already',
      });
    });
    // Only few are worth looking up the article.
    if (!entry.changes.some(({ date }) => date.instant > now)) continue;
    const { updated, updates } = recordOf(entry.path);
    const note = (instant: number, what: string, at: Spot): void => {
      if (instant <= now) return;
      findings.push({
        code: 'date-future',
        path: entry.path,
        at,
        message: `Unexpected ${what} \`${isoDay(instant, site.timeZone)}\`, expected a date that is not in the future`,
        hint: 'write when the story was changed; a story to come has a `date` to come',
      });
    };
    if (updated) note(updated.instant, '`updated` of', valueAt('updated'));
    for (const [index, { date }] of updates.entries()) {
      note(date.instant, 'update of', valueAt('updates', index, 'date'));
    }
  }
}
