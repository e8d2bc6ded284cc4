import type { Edition } from '../domain/edition.ts';
import { PODCAST_URL } from '../domain/feeds.ts';
import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { listArchivePages, makeArchivePage } from './lists/archive-page.ts';
import { listArticles, makeArticlePage } from './story/article-page.ts';
import { makeAsset } from './site/asset.ts';
import { listCalendarPages, makeCalendarPage } from './dates/calendar-page.ts';
import { listContributors, makeContributorPage } from './contributors/contributor-page.ts';
import { listContributorsPage, makeContributorsPage } from './contributors/contributors-page.ts';
import { listCorrections, makeCorrectionsPage } from './corrections.ts';
import { listDays, makeDayPage } from './dates/day-page.ts';
import { makeFeed } from './feeds/feed.ts';
import { type FeedSubject, listListFeeds, listSiteFeeds } from './feeds/listed-feeds.ts';
import { listHome, listLanguageFronts, makeHomePage } from './fronts/home-page.ts';
import { listNewsSitemaps, makeNewsSitemap, newsSitemapLayout } from './sitemaps/news-sitemap.ts';
import { listLiveUpdates, makeLiveUpdates } from './live-blog.ts';
import { listNotFound, makeNotFoundPage } from './site/own-pages.ts';
import { listPageSitemaps, makePageSitemap } from './sitemaps/page-sitemap.ts';
import { listPodcast, makePodcast } from './feeds/podcast.ts';
import type { Imprint } from './imprint.ts';
import { listRedirectLists, makeRedirectList, makeRedirectPage } from './redirects.ts';
import { listRobots, makeRobots } from './sitemaps/robots.ts';
import { listSearchFiles, listSearchIndexes, makeSearchFile, makeSearchIndex } from './search/bucket-files.ts';
import { listSearchPages, makeSearchPage } from './search/search-page.ts';
import { listSections, makeSectionPage } from './fronts/section-page.ts';
import { listSeries, makeSeriesPage } from './lists/series-page.ts';
import { listSitemapIndex, makeSitemapIndex } from './sitemaps/sitemap-index.ts';
import { listStorySitemaps, makeStorySitemap } from './sitemaps/story-sitemap.ts';
import { listTopics, makeTopicPage } from './lists/topic-page.ts';

/**
 * A kind of page. A subject is all that the page of it is made of: it costs next to nothing to list, and a page whose
 * subject and imprint are as they were is as it was.
 */
export interface PageKind<Subject> {
  list(edition: Edition): readonly Subject[];
  urlOf(subject: Subject): UrlPath;
  layoutOf(subject: Subject): string;
  make(subject: Subject, imprint: Imprint): Page;
}

const urlOf = ({ url }: { readonly url: UrlPath }): UrlPath => url;
const formatOf = ({ format }: FeedSubject): string => format;

/** Sees to it that what a kind lists is what it makes pages of. */
function kind<Subject extends object>(given: PageKind<Subject>): PageKind<object> {
  return given;
}

/** A kind whose subjects name the address of their page, and whose pages have one layout. */
function plain<Subject extends { readonly url: UrlPath }>(
  layout: string,
  given: Pick<PageKind<Subject>, 'list' | 'make'>,
): PageKind<object> {
  return kind({ ...given, urlOf, layoutOf: () => layout });
}

/** Every kind of page but those that Eleventy templates make. */
export const PAGE_KINDS = {
  home: plain('home', { list: listHome, make: makeHomePage }),
  languageFront: plain('home', { list: listLanguageFronts, make: makeHomePage }),
  article: kind({
    list: listArticles,
    urlOf: ({ story }) => story.url,
    layoutOf: (subject) => subject.layout,
    make: makeArticlePage,
  }),
  section: plain('section', { list: listSections, make: makeSectionPage }),
  contributor: plain('contributor', { list: listContributors, make: makeContributorPage }),
  contributors: plain('contributors', { list: listContributorsPage, make: makeContributorsPage }),
  topic: plain('topic', { list: listTopics, make: makeTopicPage }),
  series: plain('series', { list: listSeries, make: makeSeriesPage }),
  archive: plain('archive', { list: listArchivePages, make: makeArchivePage }),
  calendar: plain('calendar', { list: listCalendarPages, make: makeCalendarPage }),
  day: plain('day', { list: listDays, make: makeDayPage }),
  corrections: plain('corrections', { list: listCorrections, make: makeCorrectionsPage }),
  liveUpdates: plain('verbatim', { list: listLiveUpdates, make: makeLiveUpdates }),
  redirect: kind({
    list: ({ redirects }) => redirects,
    urlOf: ({ from }) => from,
    layoutOf: () => 'redirect',
    make: makeRedirectPage,
  }),
  redirectList: plain('verbatim', { list: listRedirectLists, make: makeRedirectList }),
  notFound: plain('page', { list: listNotFound, make: makeNotFoundPage }),
  siteFeed: kind({ list: listSiteFeeds, urlOf, layoutOf: formatOf, make: makeFeed }),
  listFeed: kind({ list: listListFeeds, urlOf, layoutOf: formatOf, make: makeFeed }),
  podcast: kind({ list: listPodcast, urlOf: () => PODCAST_URL, layoutOf: () => 'podcast', make: makePodcast }),
  storySitemap: plain('sitemap', { list: listStorySitemaps, make: makeStorySitemap }),
  pageSitemap: plain('sitemap', { list: listPageSitemaps, make: makePageSitemap }),
  sitemapIndex: plain('sitemap-index', { list: listSitemapIndex, make: makeSitemapIndex }),
  newsSitemap: kind({ list: listNewsSitemaps, urlOf, layoutOf: newsSitemapLayout, make: makeNewsSitemap }),
  robots: plain('verbatim', { list: listRobots, make: makeRobots }),
  search: plain('search', { list: listSearchPages, make: makeSearchPage }),
  searchIndex: plain('search-file', { list: listSearchIndexes, make: makeSearchIndex }),
  searchFile: plain('search-file', { list: listSearchFiles, make: makeSearchFile }),
  asset: plain('verbatim', { list: () => [], make: makeAsset }),
} as const;
