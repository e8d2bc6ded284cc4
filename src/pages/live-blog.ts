import type { Story } from '../domain/story/story.ts';
import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import { type LiveBlog, type LivePost, type LiveState, livePostsUrl } from '../domain/live-blog.ts';
import { href, type Site } from '../domain/site/site.ts';
import { printDate } from '../time/print-date.ts';
import { isoDay, type PrintedTime, printTime } from '../time/print-time.ts';
import { formsOf } from '../words/counts.ts';
import { wordsIn } from '../words/words.ts';
import type { Edition, EditionToBe } from '../domain/edition.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { noMoments, ownUrl, type PageKind } from './page-kind.ts';
import type { Claim } from '../diagnostics/claim.ts';
import { WHOLE_FILE } from '../diagnostics/finding.ts';

/** What a live blog has beside its text: its state, the way to newer posts, and what its script needs to know. */
export interface PrintedLive {
  /** “Live”, while it is. */
  readonly tag: string | undefined;
  /** That it has ended. */
  readonly ended: string | undefined;
  /** When it begins, with the words around the time. */
  readonly begins: (PrintedTime & { readonly before: string; readonly after: string }) | undefined;
  /** The way to posts that are newer than the page. */
  readonly reload: { readonly label: string; readonly href: string } | undefined;
  /** What the buttons say that set the order of the posts, where there is more than one. */
  readonly order: { readonly newest: string; readonly oldest: string } | undefined;
  /** What the script asks for, and the phrase for each plural of the language, as JSON. */
  readonly poll: { readonly href: string; readonly forms: string } | undefined;
  readonly script: string;
  readonly keyPoints: { readonly title: string; readonly points: readonly KeyPoint[] };
  readonly posts: Html;
  readonly after: Html;
}

/** What a live blog is printed from. */
export interface LiveGiven extends Pick<Story, 'article' | 'url'> {
  readonly blog: LiveBlog;
  readonly live: LiveState;
  /** Its posts by their place in the text, the newest first, and what stands behind them; with links in place. */
  readonly posts: ReadonlyMap<number, Html>;
  readonly after: Html;
  readonly script: string;
}

/** Makes what a live blog has beside its text. */
export function printLive({ article, url, blog, live, posts, after, script }: LiveGiven, site: Site): PrintedLive {
  const { language } = article;
  const words = wordsIn(language, site.words);
  const given = { blog, posts, language };
  const isOver = live.phase === 'over';
  const [before = '', rest = ''] = words('liveBegins').split('{time}');
  const start = printTime({ ...(blog.start ?? article.date), hasTime: true }, language, site.timeZone);
  return {
    tag: live.phase === 'on' ? words('live') : undefined,
    ended: isOver ? words('liveEnded') : undefined,
    begins: live.phase === 'before' ? { ...start, before, after: rest } : undefined,
    reload: isOver ? undefined : { label: words('liveReload'), href: href(site, url) },
    order: posts.size > 1 ? { newest: words('newestFirst'), oldest: words('oldestFirst') } : undefined,
    poll: isOver
      ? undefined
      : { href: href(site, livePostsUrl(url)), forms: JSON.stringify(formsOf('newUpdates', language, site.words)) },
    script,
    keyPoints: { title: words('keyPoints'), points: keyPointsOf(given, site) },
    posts: arrangePosts(given, site),
    after,
  };
}

/** The posts of a live blog that are published, and how they are printed. */
interface LivePostsGiven {
  readonly blog: LiveBlog;
  /** By their place in the text, the newest first. */
  readonly posts: ReadonlyMap<number, Html>;
  readonly language: string;
}

/** A post by its title. */
interface KeyPoint {
  /** Leads to the post. */
  readonly href: string;
  readonly title: Html;
  readonly time: PrintedTime;
}

/** The key points of a live blog, the newest first. */
function keyPointsOf({ blog, posts, language }: LivePostsGiven, site: Site): readonly KeyPoint[] {
  return newestFirst(blog, posts).flatMap(({ id, title, date, isKey }) => {
    if (!isKey || !title) return [];
    return [{ href: `#${id}`, title: title.html, time: printTime(date, language, site.timeZone) }];
  });
}

/**
 * The posts of a live blog as its page has them: what is pinned, and then each day under its name. Both are of the page only, and the script of
 * live blogs moves days with their posts.
 */
function arrangePosts({ blog, posts, language }: LivePostsGiven, site: Site): Html {
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

/** What the file is made of that tells an open page of a live blog which posts there are. */
export interface LivePostsSubject {
  readonly url: UrlPath;
  readonly story: Story;
  /** Changes with anything of the article. */
  readonly fingerprint: string;
}

export const livePosts: PageKind<LivePostsSubject, string> = {
  list: listLivePosts,
  urlOf: ownUrl,
  layout: () => 'verbatim',
  make: makeLivePosts,
  sitemap: { none: 'only the script of a live blog reads them' },
  claims: { story: claimLivePosts },
  everyShard: 'with its story',
  changesAt: noMoments,
  navigation: undefined,
};

/** A reader's page has the older ones; more than this cannot be new to it. */
const MOST = 100;

/** The live blogs that have not ended: nobody waits for news of the others. */
function listLivePosts({ stories }: Edition): readonly LivePostsSubject[] {
  return stories.flatMap((story) => {
    if (!story.live || story.live.phase === 'over') return [];
    return [{ url: livePostsUrl(story.url), story, fingerprint: story.entry.fingerprint }];
  });
}

/** Of those that have ended, too: they may have no other address while they go on. */
function* claimLivePosts({ checked }: EditionToBe): Generator<Claim> {
  for (const { url, entry } of checked) {
    if (!entry.live) continue;
    const { path } = entry;
    yield {
      url: livePostsUrl(url),
      holderOf: () => ({ path, at: WHOLE_FILE, what: 'the updates of this story' }),
    };
  }
}

/** Makes the file: the identifiers of the newest posts, the newest first, and how many there are in all. */
function makeLivePosts({ story }: LivePostsSubject): string {
  const shown = story.article.live?.updates.slice(0, story.live?.shown ?? 0) ?? [];
  const newest = shown.slice(-MOST).reverse();
  return `${JSON.stringify({ count: shown.length, updates: newest.map(({ id }) => id) })}\n`;
}
