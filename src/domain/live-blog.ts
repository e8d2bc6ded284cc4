import type { RichText } from './html.ts';
import type { Moment } from './dates.ts';
import type { UrlPath } from './addresses.ts';

/** Coverage of an event while it happens, made of updates. schema.org: `LiveBlogPosting`. */
export interface LiveBlog {
  readonly start: Moment | undefined;
  /** From this moment on it is over. */
  readonly end: Moment | undefined;
  /** In the order of time, those to come too. */
  readonly updates: readonly LiveUpdate[];
}

/** A dated piece of a live blog. schema.org: `BlogPosting`. */
export interface LiveUpdate {
  /** Its identifier on the page. It is made of its time, and never changes while that stays. */
  readonly id: string;
  /** Which of the updates of the text it is, counted from 0. */
  readonly index: number;
  readonly date: Moment;
  readonly title: RichText | undefined;
  /** As the story's words are counted. */
  readonly wordCount: number;
  /** Paths of files of `content/` that nothing but updates shows. */
  readonly media: readonly string[];
  /** Which of the references of the text stand in it, counted from 0. */
  readonly references: readonly number[];
}

/** What decides about the state of a live blog, in milliseconds since 1970. */
export interface LiveTimes {
  readonly start: number;
  readonly end: number | undefined;
  /** Of its updates, in order. */
  readonly updates: readonly number[];
  /** Files that nothing but updates shows, each with the moment from which one is published that does. */
  readonly mediaFrom: readonly (readonly [path: string, from: number])[];
  /** Likewise the references within updates. */
  readonly referencesFrom: readonly (readonly [reference: number, from: number])[];
}

/** A live blog at the moment of publication. */
export interface LiveState {
  /** Whether coverage is still to begin, goes on, or has ended. */
  readonly phase: 'before' | 'on' | 'over';
  /** How many of its updates, from the oldest on, are published. */
  readonly shown: number;
  /** When the newest of them was written, in milliseconds since 1970. */
  readonly newest: number | undefined;
}

/** The times of a live blog that began with its story, unless it says otherwise. */
export function liveTimesOf({ start, end, updates }: LiveBlog, date: Moment): LiveTimes {
  return {
    start: (start ?? date).instant,
    end: end?.instant,
    updates: updates.map((update) => update.date.instant),
    mediaFrom: earliest(updates, ({ media }) => media),
    referencesFrom: earliest(updates, ({ references }) => references),
  };
}

function earliest<Part>(
  updates: LiveBlog['updates'],
  partsOf: (update: LiveUpdate) => readonly Part[],
): readonly (readonly [Part, number])[] {
  const from = new Map<Part, number>();
  for (const update of updates) {
    for (const part of partsOf(update)) if (!from.has(part)) from.set(part, update.date.instant);
  }
  return [...from];
}

/** The state of a live blog at a moment, in milliseconds since 1970. Updates dated after it are under embargo. */
export function liveStateAt(
  { start, end, updates }: Pick<LiveTimes, 'start' | 'end' | 'updates'>,
  now: number,
): LiveState {
  const published = updates.filter((date) => date <= now);
  const isOver = end !== undefined && end <= now;
  return { phase: isOver ? 'over' : start > now ? 'before' : 'on', shown: published.length, newest: published.at(-1) };
}

/** The address of the file that tells an open page of a live blog which updates there are. */
export function liveUpdatesUrl(story: UrlPath): UrlPath {
  const base = story.endsWith('/') ? story : `${story.replace(/\.html?$/, '')}.`;
  return `${base}updates.json` as UrlPath;
}
