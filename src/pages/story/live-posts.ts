import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import type { LiveBlog, LivePost } from '../../domain/live-blog.ts';
import type { Site } from '../../domain/site/site.ts';
import { printDate } from '../../time/print-date.ts';
import { isoDay, type PrintedTime, printTime } from '../../time/print-time.ts';
import { wordsIn } from '../../words/words.ts';

/** The posts of a live blog that are published, and how they are printed. */
export interface LivePostsGiven {
  readonly blog: LiveBlog;
  /** By their place in the text, the newest first. */
  readonly posts: ReadonlyMap<number, Html>;
  readonly language: string;
}

/** A post by its title. */
export interface KeyPoint {
  /** Leads to the post. */
  readonly href: string;
  readonly title: Html;
  readonly time: PrintedTime;
}

/** The key points of a live blog, the newest first. */
export function keyPointsOf({ blog, posts, language }: LivePostsGiven, site: Site): readonly KeyPoint[] {
  return newestFirst(blog, posts).flatMap(({ id, title, date, isKey }) => {
    if (!isKey || !title) return [];
    return [{ href: `#${id}`, title: title.html, time: printTime(date, language, site.timeZone) }];
  });
}

/**
 * The posts of a live blog as its page has them: what is pinned, and then each day under its name. Both are of the page only, and the script of
 * live blogs moves days with their posts.
 */
export function arrangePosts({ blog, posts, language }: LivePostsGiven, site: Site): Html {
  const shown = newestFirst(blog, posts);
  const pinned = shown.filter(({ isPinned }) => isPinned);
  const pieces: string[] = [];
  for (const { index } of pinned) {
    const tag = escapeHtml(wordsIn(language, site.words)('pinned'));
    pieces.push(`<p class="header-pinned">${tag}</p>\n${posts.get(index) ?? ''}`);
  }
  let day = '';
  for (const { index, date, isPinned } of shown) {
    if (isPinned) continue;
    const own = isoDay(date.instant, site.timeZone);
    if (own !== day) pieces.push(printDay(own, language));
    day = own;
    pieces.push(posts.get(index) ?? '');
  }
  return asHtml(pieces.join(''));
}

function printDay(day: string, language: string): string {
  return `<p class="header-day"><time datetime="${day}">${escapeHtml(printDate(day, 'day-of-year', language))}</time></p>\n`;
}

function newestFirst({ updates }: LiveBlog, posts: LivePostsGiven['posts']): readonly LivePost[] {
  return updates.filter(({ index }) => posts.has(index)).reverse();
}
