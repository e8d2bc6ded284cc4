import type { Edition } from '../domain/edition.ts';
import { PODCAST_URL } from '../domain/feed-url.ts';
import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { listArchivePages, makeArchivePage } from './archive-page.ts';
import { listArticles, makeArticlePage } from './article-page.ts';
import { makeAsset } from './asset.ts';
import { listCalendarPages, makeCalendarPage } from './calendar-page.ts';
import { listContributors, makeContributorPage } from './contributor-page.ts';
import { listContributorsPage, makeContributorsPage } from './contributors-page.ts';
import { listCorrections, makeCorrectionsPage } from './corrections-page.ts';
import { listDays, makeDayPage } from './day-page.ts';
import { type FeedSubject, listListFeeds, listSiteFeeds, makeFeed } from './feeds/feed.ts';
import { listHome, listLanguageFronts, makeHomePage } from './fronts/home-page.ts';
import { listNewsSitemaps, makeNewsSitemap, newsSitemapLayout } from './sitemaps/news-sitemap.ts';
import { listLiveUpdates, makeLiveUpdates } from './live-updates.ts';
import { listNotFound, makeNotFoundPage } from './not-found-page.ts';
import { listPageSitemaps, makePageSitemap } from './sitemaps/page-sitemap.ts';
import { listPodcast, makePodcast } from './feeds/podcast.ts';
import type { Imprint } from './publication.ts';
import { listRedirectLists, makeRedirectList } from './redirect-list.ts';
import { makeRedirectPage } from './redirect-page.ts';
import { ROBOTS_URL } from '../domain/own-urls.ts';
import { listRobots, makeRobots } from './sitemaps/robots-page.ts';
import { listSearchFiles, makeSearchFile } from './search/search-bucket-files.ts';
import { listSearchIndex, makeSearchIndex } from './search/search-index.ts';
import { listSearchPage, makeSearchPage } from './search/search-page.ts';
import { listSections, makeSectionPage } from './fronts/section-page.ts';
import { listSeries, makeSeriesPage } from './series-page.ts';
import { listSitemapIndex, makeSitemapIndex } from './sitemaps/sitemap-index.ts';
import { listStorySitemaps, makeStorySitemap } from './sitemaps/story-sitemap.ts';
import { listTopics, makeTopicPage } from './topic-page.ts';

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
const layout = (name: string) => (): string => name;
const formatOf = ({ format }: FeedSubject): string => format;

/** Sees to it that what a kind lists is what it makes pages of. */
function kind<Subject extends object>(given: PageKind<Subject>): PageKind<object> {
  return given;
}

/** Every kind of page but those that Eleventy templates make. */
export const PAGE_KINDS = {
  home: kind({ list: listHome, urlOf, layoutOf: layout('home'), make: makeHomePage }),
  languageFront: kind({ list: listLanguageFronts, urlOf, layoutOf: layout('home'), make: makeHomePage }),
  article: kind({
    list: listArticles,
    urlOf: ({ story }) => story.url,
    layoutOf: (subject) => subject.layout,
    make: makeArticlePage,
  }),
  section: kind({ list: listSections, urlOf, layoutOf: layout('section'), make: makeSectionPage }),
  contributor: kind({ list: listContributors, urlOf, layoutOf: layout('contributor'), make: makeContributorPage }),
  contributors: kind({
    list: listContributorsPage,
    urlOf,
    layoutOf: layout('contributors'),
    make: makeContributorsPage,
  }),
  topic: kind({ list: listTopics, urlOf, layoutOf: layout('topic'), make: makeTopicPage }),
  series: kind({ list: listSeries, urlOf, layoutOf: layout('series'), make: makeSeriesPage }),
  archive: kind({ list: listArchivePages, urlOf, layoutOf: layout('archive'), make: makeArchivePage }),
  calendar: kind({ list: listCalendarPages, urlOf, layoutOf: layout('calendar'), make: makeCalendarPage }),
  day: kind({ list: listDays, urlOf, layoutOf: layout('day'), make: makeDayPage }),
  corrections: kind({ list: listCorrections, urlOf, layoutOf: layout('corrections'), make: makeCorrectionsPage }),
  liveUpdates: kind({ list: listLiveUpdates, urlOf, layoutOf: layout('verbatim'), make: makeLiveUpdates }),
  redirect: kind({
    list: ({ redirects }) => redirects,
    urlOf: ({ from }) => from,
    layoutOf: layout('redirect'),
    make: makeRedirectPage,
  }),
  redirectList: kind({ list: listRedirectLists, urlOf, layoutOf: layout('verbatim'), make: makeRedirectList }),
  notFound: kind({ list: listNotFound, urlOf, layoutOf: layout('page'), make: makeNotFoundPage }),
  siteFeed: kind({ list: listSiteFeeds, urlOf, layoutOf: formatOf, make: makeFeed }),
  listFeed: kind({ list: listListFeeds, urlOf, layoutOf: formatOf, make: makeFeed }),
  podcast: kind({ list: listPodcast, urlOf: () => PODCAST_URL, layoutOf: layout('podcast'), make: makePodcast }),
  storySitemap: kind({ list: listStorySitemaps, urlOf, layoutOf: layout('sitemap'), make: makeStorySitemap }),
  pageSitemap: kind({ list: listPageSitemaps, urlOf, layoutOf: layout('sitemap'), make: makePageSitemap }),
  sitemapIndex: kind({
    list: listSitemapIndex,
    urlOf,
    layoutOf: layout('sitemap-index'),
    make: makeSitemapIndex,
  }),
  newsSitemap: kind({ list: listNewsSitemaps, urlOf, layoutOf: newsSitemapLayout, make: makeNewsSitemap }),
  robots: kind({ list: listRobots, urlOf: () => ROBOTS_URL, layoutOf: layout('verbatim'), make: makeRobots }),
  search: kind({ list: listSearchPage, urlOf, layoutOf: layout('search'), make: makeSearchPage }),
  searchIndex: kind({ list: listSearchIndex, urlOf, layoutOf: layout('search-file'), make: makeSearchIndex }),
  searchFile: kind({ list: listSearchFiles, urlOf, layoutOf: layout('search-file'), make: makeSearchFile }),
  asset: kind({ list: () => [], urlOf, layoutOf: layout('verbatim'), make: makeAsset }),
} as const;
