import type { RichText } from './html.ts';
import type { Moment } from './dates.ts';
import type { UrlPath } from './addresses.ts';

/** Coverage of an event while it happens, made of posts. schema.org: `LiveBlogPosting`. */
export interface LiveBlog {
  readonly start: Moment | undefined;
  /** From this moment on it is over. */
  readonly end: Moment | undefined;
  /** In the order of time, those to come too. */
  readonly updates: readonly LivePost[];
}

/** A dated piece of a live blog. schema.org: `BlogPosting`. */
export interface LivePost {
  /** Its identifier on the page. It is made of its time, and never changes while that stays. */
  readonly id: string;
  /** Which of the posts of the text it is, counted from 0. */
  readonly index: number;
  readonly date: Moment;
  readonly title: RichText | undefined;
  /** As the story's words are counted. */
  readonly wordCount: number;
  /** Paths of files of `content/` that nothing but posts shows. */
  readonly media: readonly string[];
  /** Which of the references of the text stand in it, counted from 0. */
  readonly references: readonly number[];
  /** Who wrote it, where that is not the story's byline. schema.org: `author`. */
  readonly by?: string;
  /** Whether it is one of the key points of the coverage. */
  readonly isKey?: true;
  /** Whether it stands above all others. */
  readonly isPinned?: true;
}

/** What decides about the state of a live blog, in milliseconds since 1970. */
export interface LiveTimes {
  readonly start: number;
  readonly end: number | undefined;
  /** Of its posts, in order. */
  readonly posts: readonly number[];
  /** Files that nothing but posts shows, each with the moment from which one is published that does. */
  readonly mediaFrom: readonly (readonly [path: string, from: number])[];
  /** Likewise the references within posts. */
  readonly referencesFrom: readonly (readonly [reference: number, from: number])[];
}

/** A live blog at the moment of publication. */
export interface LiveState {
  /** Whether coverage is still to begin, goes on, or has ended. */
  readonly phase: 'before' | 'on' | 'over';
  /** How many of its posts, from the oldest on, are published. */
  readonly shown: number;
  /** When the newest of them was written, in milliseconds since 1970. */
  readonly newest: number | undefined;
}

/** The times of a live blog that began with its story, unless it says otherwise. */
export function liveTimesOf({ start, end, updates: posts }: LiveBlog, date: Moment): LiveTimes {
  return {
    start: (start ?? date).instant,
    end: end?.instant,
    posts: posts.map((post) => post.date.instant),
    mediaFrom: earliest(posts, ({ media }) => media),
    referencesFrom: earliest(posts, ({ references }) => references),
  };
}

function earliest<Part>(
  posts: LiveBlog['updates'],
  partsOf: (post: LivePost) => readonly Part[],
): readonly (readonly [Part, number])[] {
  const from = new Map<Part, number>();
  for (const post of posts) {
    for (const part of partsOf(post)) if (!from.has(part)) from.set(part, post.date.instant);
  }
  return [...from];
}

/** The state of a live blog at a moment, in milliseconds since 1970. Posts dated after it are under embargo. */
export function liveStateAt({ start, end, posts }: Pick<LiveTimes, 'start' | 'end' | 'posts'>, now: number): LiveState {
  const published = posts.filter((date) => date <= now);
  const isOver = end !== undefined && end <= now;
  return { phase: isOver ? 'over' : start > now ? 'before' : 'on', shown: published.length, newest: published.at(-1) };
}

/** The address of the file that tells an open page of a live blog which posts there are. */
export function livePostsUrl(story: UrlPath): UrlPath {
  const base = story.endsWith('/') ? story : `${story.replace(/\.html?$/, '')}.`;
  return `${base}updates.json` as UrlPath;
}
