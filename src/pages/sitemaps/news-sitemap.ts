import { type Edition, NEWS_AGE, recentNews } from '../../domain/edition.ts';
import type { Story } from '../../domain/story/story.ts';
import { NEWS_SITEMAP_URL, type UrlPath } from '../../domain/addresses.ts';
import { absoluteUrl } from '../../domain/site/site.ts';
import { shownMedia } from '../../domain/story/entry.ts';
import { newsLanguage, type SitemapEntry, type SitemapIndexEntry } from '../../formats/sitemaps/sitemap.ts';
import { splitSitemap } from '../../formats/sitemaps/split-sitemap.ts';
import { isoTime } from '../../time/print-time.ts';
import type { Materials } from '../surroundings.ts';
import { fitsSitemap, sitemapSizeOf } from './sitemap-size.ts';
import { listImages } from './story-sitemap.ts';
import { ownUrl, type PageKind } from '../page-kind.ts';
import { claimOfSite } from '../../diagnostics/claim.ts';

/** The most stories that a news sitemap may have, by Google's extension of the protocol. */
const MOST_NEWS = 1_000;

/** What the news sitemap is made of: the stories of the last two days, or the sitemaps that have them. */
export type NewsSitemapSubject = { readonly url: UrlPath } & (
  | { readonly kind: 'news'; readonly news: readonly NewsEntrySubject[] }
  | { readonly kind: 'index'; readonly parts: readonly UrlPath[] }
);

/** What the entry of a story in a news sitemap is made of. */
interface NewsEntrySubject {
  readonly url: UrlPath;
  readonly story: Story;
  /** As it was when this was listed: a change of it changes the sitemap. */
  readonly headline: string;
  readonly images: readonly UrlPath[];
}

export const newsSitemap: PageKind<NewsSitemapSubject, readonly SitemapEntry[] | readonly SitemapIndexEntry[]> = {
  list: listNewsSitemaps,
  urlOf: ownUrl,
  layout: (subject) => ('parts' in subject ? 'sitemap-index' : 'sitemap'),
  make: makeNewsSitemap,
  sitemap: { none: 'it is one' },
  // Its parts are kept for it, see `src/relate/addresses/addresses.ts`.
  claims: { needed: () => [claimOfSite(NEWS_SITEMAP_URL, 'the news sitemap')] },
  everyShard: true,
  changesAt: endOfNews,
  navigation: undefined,
};

/** When the oldest of its stories is no longer news to aggregators. */
function endOfNews(edition: Edition): readonly number[] {
  const oldest = recentNews(edition).at(-1);
  return oldest ? [oldest.entry.date + NEWS_AGE] : [];
}

/** One sitemap that is always there, or an index with the same address and the sitemaps under it. */
function listNewsSitemaps(edition: Edition): readonly NewsSitemapSubject[] {
  const { site, now } = edition;
  const stories = recentNews(edition).filter(({ url }) => fitsSitemap(site, url));
  const news = stories.map((story): NewsEntrySubject => {
    const { url, headline } = story.entry;
    return { url, story, headline, images: listImages(shownMedia(story.entry, now), edition) };
  });
  const sizeOf = (entry: NewsEntrySubject): number => sitemapSizeOf(site, entry) + sizeOfNews(entry, site.title);
  const parts = splitSitemap(news, { name: 'news', most: MOST_NEWS, sizeOf });
  if (parts.length <= 1) return [{ kind: 'news', url: NEWS_SITEMAP_URL, news }];
  return [
    { kind: 'index', url: NEWS_SITEMAP_URL, parts: parts.map(({ url }) => url) },
    ...parts.map(({ url, entries }) => ({ kind: 'news' as const, url, news: entries })),
  ];
}

/** More than the elements of news take, and their dates. */
const MARKUP = 400;
/** A character is three bytes in UTF-8, or escaped with five. */
const LONGEST_CHARACTER = 5;

function sizeOfNews({ headline }: NewsEntrySubject, title: string): number {
  return MARKUP + LONGEST_CHARACTER * (headline.length + title.length);
}

/** Makes a news sitemap, or the index of several. */
function makeNewsSitemap(
  subject: NewsSitemapSubject,
  { site }: Materials,
): readonly SitemapEntry[] | readonly SitemapIndexEntry[] {
  if (subject.kind === 'index') {
    return subject.parts.map((url) => ({ url: absoluteUrl(site, url), lastModified: undefined }));
  }
  return subject.news.map(({ url, story: { article }, images }): SitemapEntry => {
    return {
      url: absoluteUrl(site, url),
      lastModified: undefined,
      images: images.map((image) => absoluteUrl(site, image)),
      news: {
        publication: site.title,
        language: newsLanguage(article.language),
        published: isoTime(article.date.instant, site.timeZone),
        title: article.headline.text,
      },
    };
  });
}
