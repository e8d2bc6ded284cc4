import type { ArticleRecord } from '../../domain/story/article.ts';
import { asHtml, type Html } from '../../domain/html.ts';
import type { LiveState } from '../../domain/live-blog.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { isoTime } from '../../time/print-time.ts';
import { plainText } from '../html-text.ts';

/** A live blog, and the HTML of its posts that are published, by their place in the text. */
export interface LiveStory {
  readonly article: ArticleRecord;
  readonly url: UrlPath;
  readonly live: LiveState;
  readonly posts: ReadonlyMap<number, Html>;
}

/** The longest text that is given as a headline, as `headline-long` has it. */
const LONGEST = 110;

/** What a live blog has beside the properties of every story: schema.org `LiveBlogPosting`. */
export function liveBlogJsonLd(
  { article, url, live, posts }: LiveStory,
  site: Site,
): Readonly<Record<string, unknown>> {
  const { live: blog, date, body } = article;
  if (!blog) return {};
  const time = (instant: number): string => isoTime(instant, site.timeZone);
  const shown = blog.updates.slice(0, live.shown);
  const hiddenWords = blog.updates.slice(live.shown).reduce((sum, { wordCount }) => sum + wordCount, 0);
  return {
    '@type': 'LiveBlogPosting',
    // It belongs to `NewsArticle` alone.
    dateline: undefined,
    coverageStartTime: time((blog.start ?? date).instant),
    coverageEndTime: blog.end && time(blog.end.instant),
    wordCount: body.wordCount - hiddenWords,
    liveBlogUpdate: [...shown].reverse().map(({ id, index, date: written, title, by }) => {
      const text = textOf(posts.get(index));
      return {
        '@type': 'BlogPosting',
        headline: title?.text ?? beginningOf(text),
        datePublished: time(written.instant),
        url: `${absoluteUrl(site, url)}#${id}`,
        ...(by === undefined ? {} : { author: { '@type': 'Person', name: by } }),
        articleBody: text,
      };
    }),
  };
}

/** What a post says, without its time, title and author. */
function textOf(html: Html | undefined): string {
  const text = (html ?? '')
    .replace(/<p class="update-time">.*?<\/p>/s, '')
    .replace(/<h2 class="update-title">.*?<\/h2>/s, '')
    .replace(/<p class="update-by">.*?<\/p>/s, '');
  return plainText(asHtml(text));
}

function beginningOf(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  return `${characters
    .slice(0, LONGEST - 1)
    .join('')
    .replace(/\s+\S*$/, '')}…`;
}
