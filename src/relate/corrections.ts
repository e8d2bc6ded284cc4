import {
  type CorrectionList,
  type CorrectionMonth,
  CORRECTIONS_URL,
  correctionsUrl,
  type StoryCorrection,
} from '../domain/corrections.ts';
import { cutList } from '../domain/lists.ts';
import type { RelatedStory } from '../domain/story/story.ts';
import { archiveUrl } from './lists/list.ts';
import type { Site } from '../domain/site/site.ts';
import { type Finding, type Spot, valueAt } from '../diagnostics/finding.ts';
import { isoDay } from '../time/print-time.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { type Addresses, type Holder, OF_SITE } from './addresses/addresses.ts';
import type { CheckedStories } from './story/sorted-stories.ts';
import { claimPages } from './addresses/claim-lists.ts';

/** How many corrections the page of all of them shows, before it leads to those of months. */
const NEWEST = 20;

/** The corrections of stories by the month that they are of, in the site's zone; not those in updates under embargo. */
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

/** Notes corrections of published stories that are dated after the moment of publication. They are printed all the same. */
export function checkCorrections(
  stories: readonly RelatedStory[],
  { now, site }: { readonly now: number; readonly site: Site },
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
  }
}

/** Where the first correction of a month stands, in the order of files. */
interface FirstOfMonth {
  readonly path: string;
  readonly at: Spot;
}

/**
 * Claims the pages of corrections: of all, and of all months in which there is one. Returns those that are not there yet,
 * for stories under embargo.
 */
export function claimCorrections(
  { published, embargoed }: CheckedStories,
  { months }: CorrectionList,
  addresses: Addresses,
): readonly UrlPath[] {
  addresses.claimFixed(CORRECTIONS_URL, () => ({ ...OF_SITE, what: 'the page of all corrections' }));
  const now = monthsOf(published);
  const later = new Map([...monthsOf(embargoed)].filter(([date]) => !now.has(date)));
  const archives = new Map(months.map(({ date, archive }) => [date, archive]));
  for (const [date, first] of [...now, ...later]) {
    const holderOf = (): Holder => ({ ...first, what: `the corrections of ${date}` });
    addresses.claimFixed(correctionsUrl(date), holderOf);
    claimPages(archives.get(date) ?? [], holderOf, addresses);
  }
  return [...later.keys()].map(correctionsUrl);
}

function monthsOf(stories: CheckedStories['published']): ReadonlyMap<string, FirstOfMonth> {
  const months = new Map<string, FirstOfMonth>();
  for (const story of stories) {
    const { path, corrections } = story.entry;
    corrections.forEach(({ month }, index) => {
      if (!months.has(month)) months.set(month, { path, at: correctionSpot(story, index) });
    });
  }
  return months;
}

/** Where a story says when it was corrected, in its front matter or in its text. Its corrections count from 0. */
function correctionSpot(story: RelatedStory, index: number): Spot {
  // Only those in texts are worth looking up the article.
  const isInText = story.entry.corrections[index]?.isInText ?? false;
  const place = isInText ? story.article.corrections[index]?.place : undefined;
  return place ? { kind: 'text', ...place } : valueAt('corrections', index, 'date');
}
