import { localTimeAt } from '../../time/moment-in-zone.ts';
import { isoDay } from '../../time/print-time.ts';
import { printDate } from '../../time/print-date.ts';
import type { PreviewSite } from '../preview-site.ts';
import type { DeskIndex, DeskStory, StoryState } from './desk-index.ts';

/** A month of a newsroom: what is to be published, and what was. All days and times are of its zone. */
export interface CalendarMonth {
  /** `2026-11` */
  readonly month: string;
  /** “November 2026” */
  readonly name: string;
  readonly earlier: string;
  readonly later: string;
  readonly today: string;
  /** How many days of the week are before the first; weeks begin on Monday. */
  readonly leading: number;
  readonly days: readonly CalendarDay[];
  /** The next to be published, whenever that is. */
  readonly upcoming: readonly (CalendarStory & { readonly day: string })[];
}

interface CalendarDay {
  /** `2026-11-23` */
  readonly date: string;
  /** “Monday 23 November 2026” */
  readonly name: string;
  /** Under embargo, drafts, and what is held up; the earliest first. */
  readonly stories: readonly CalendarStory[];
  /** How many of those there are beyond what is listed. */
  readonly more: number;
  /** How many stories were published. */
  readonly published: number;
}

interface CalendarStory {
  readonly path: string;
  readonly headline: string;
  readonly language: string;
  readonly state: StoryState;
  /** `06:00` */
  readonly time: string;
  readonly instant: number;
}

const MOST_A_DAY = 20;
const MOST_UPCOMING = 8;

/** Whether a text names a month: `2026-11`. */
export function isMonth(text: string): boolean {
  return /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/.test(text);
}

/** The month that clocks of the newsroom show. */
export function monthNow(site: PreviewSite): string {
  return isoDay(site.now, zoneOf(site)).slice(0, 'yyyy-mm'.length);
}

export function calendarOf(month: string, site: PreviewSite, index: DeskIndex): CalendarMonth {
  const zone = zoneOf(site);
  const [year, number] = month.split('-').map(Number) as [number, number];
  const byDay = new Map<string, { stories: DeskStory[]; published: number }>();
  const toCome: DeskStory[] = [];
  for (const story of index.stories) {
    const { entry, state } = story;
    if (!entry || entry.isUndated) continue;
    if (state !== 'published' && story.date > site.now) toCome.push(story);
    if (!entry.day.startsWith(`${month}-`)) continue;
    const day = byDay.get(entry.day) ?? { stories: [], published: 0 };
    byDay.set(entry.day, day);
    if (state === 'published') day.published += 1;
    else day.stories.push(story);
  }
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const told = (story: DeskStory): CalendarStory => tell(story, zone);
  return {
    month,
    name: printDate(month, 'month-of-year', 'en-GB'),
    earlier: monthOf(year, number - 1),
    later: monthOf(year, number + 1),
    today: isoDay(site.now, zone),
    leading: (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7,
    days: Array.from({ length: count }, (_, at) => {
      const date = `${month}-${two(at + 1)}`;
      const { stories, published } = byDay.get(date) ?? { stories: [], published: 0 };
      // The newest come first.
      const earliest = stories.reverse();
      return {
        date,
        name: printDate(date, 'day-of-year', 'en-GB'),
        stories: earliest.slice(0, MOST_A_DAY).map(told),
        more: Math.max(0, earliest.length - MOST_A_DAY),
        published,
      };
    }),
    upcoming: toCome
      .slice(-MOST_UPCOMING)
      .reverse()
      .map((story) => ({ ...told(story), day: printDate(isoDay(story.date, zone), 'day-of-year', 'en-GB') })),
  };
}

function tell({ path, entry, state, date }: DeskStory, timeZone: string): CalendarStory {
  const { hour, minute } = localTimeAt(date, timeZone);
  return {
    path,
    headline: entry?.headline ?? path,
    language: entry?.language ?? 'en',
    state,
    time: `${two(hour)}:${two(minute)}`,
    instant: date,
  };
}

function monthOf(year: number, number: number): string {
  return new Date(Date.UTC(year, number - 1, 1)).toISOString().slice(0, 'yyyy-mm'.length);
}

function zoneOf({ edition }: PreviewSite): string {
  return edition?.prepared.edition.site.timeZone ?? 'UTC';
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
