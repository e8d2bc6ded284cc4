import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { listArchivePages, makeArchivePage } from './archive-page.ts';
import { makeArticlePage } from './article-page.ts';
import { listCalendarPages, makeCalendarPage } from './calendar-page.ts';
import { listContributors, makeContributorPage } from './contributor-page.ts';
import { listDays, makeDayPage } from './day-page.ts';
import { listFeed, makeFeed } from './feed.ts';
import { listHome, makeHomePage } from './home-page.ts';
import { listNotFound, makeNotFoundPage } from './not-found-page.ts';
import { listPageSitemaps, makePageSitemap } from './page-sitemap.ts';
import type { Imprint } from './publication.ts';
import { makeRedirectPage } from './redirect-page.ts';
import { listSections, makeSectionPage } from './section-page.ts';
import { listSitemapIndex, makeSitemapIndex } from './sitemap-index.ts';
import { listStorySitemaps, makeStorySitemap } from './story-sitemap.ts';
import { listTopics, makeTopicPage } from './topic-page.ts';

/**
 * A kind of page. A subject is all that the page of it is made of: it costs next to nothing to list, and a page whose
 * subject and imprint are as they were is as it was.
 */
export interface PageKind<Subject> {
  list(edition: Edition): readonly Subject[];
  make(subject: Subject, imprint: Imprint): Page;
}

/** Every kind of page but those that Eleventy templates make. */
export const PAGE_KINDS = {
  home: { list: listHome, make: makeHomePage },
  article: { list: ({ stories }) => stories, make: makeArticlePage },
  section: { list: listSections, make: makeSectionPage },
  contributor: { list: listContributors, make: makeContributorPage },
  topic: { list: listTopics, make: makeTopicPage },
  archive: { list: listArchivePages, make: makeArchivePage },
  calendar: { list: listCalendarPages, make: makeCalendarPage },
  day: { list: listDays, make: makeDayPage },
  redirect: { list: ({ redirects }) => redirects, make: makeRedirectPage },
  notFound: { list: listNotFound, make: makeNotFoundPage },
  feed: { list: listFeed, make: makeFeed },
  storySitemap: { list: listStorySitemaps, make: makeStorySitemap },
  pageSitemap: { list: listPageSitemaps, make: makePageSitemap },
  sitemapIndex: { list: listSitemapIndex, make: makeSitemapIndex },
} satisfies Readonly<Record<string, PageKind<unknown>>>;
