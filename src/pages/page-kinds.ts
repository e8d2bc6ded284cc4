import { contributorPage } from './contributors/contributor-page.ts';
import { contributorsPage } from './contributors/contributors-page.ts';
import { correctionsPage } from './corrections.ts';
import { dateArchive } from './dates/date-archive.ts';
import { dayPage } from './dates/day-page.ts';
import { listFeed, siteFeed } from './feeds/listed-feeds.ts';
import { podcast } from './feeds/podcast.ts';
import { homePage, languageFront } from './fronts/home-page.ts';
import { sectionPage } from './fronts/section-page.ts';
import { archivePage } from './lists/archive-page.ts';
import { seriesPage } from './lists/series-page.ts';
import { topicPage } from './lists/topic-page.ts';
import { livePosts } from './live-blog.ts';
import type { PageKind } from './page-kind.ts';
import { redirectList, redirectPage, withdrawnPage } from './redirects.ts';
import { searchFile, searchIndex } from './search/bucket-files.ts';
import { searchPage } from './search/search-page.ts';
import { asset } from './site/asset.ts';
import { drawnIcon, webManifest } from './site/icons.ts';
import { llms } from './site/llms.ts';
import { notFoundPage } from './site/own-pages.ts';
import { newsSitemap } from './sitemaps/news-sitemap.ts';
import { pageSitemap } from './sitemaps/page-sitemap.ts';
import { robots } from './sitemaps/sitemap-index.ts';
import { sitemapIndex } from './sitemaps/sitemap-index.ts';
import { storySitemap } from './sitemaps/story-sitemap.ts';
import { cleanText } from './story/clean-text.ts';
import { articlePage } from './story/article-page.ts';

/** Every kind of page but those that Eleventy templates make, in the order in which sitemaps have their pages. */
export const PAGE_KINDS = {
  home: homePage,
  languageFront,
  article: articlePage,
  cleanText,
  section: sectionPage,
  contributors: contributorsPage,
  contributor: contributorPage,
  topic: topicPage,
  series: seriesPage,
  dateArchive,
  day: dayPage,
  archive: archivePage,
  corrections: correctionsPage,
  livePosts,
  redirect: redirectPage,
  withdrawn: withdrawnPage,
  redirectList,
  notFound: notFoundPage,
  siteFeed,
  listFeed,
  podcast,
  storySitemap,
  pageSitemap,
  sitemapIndex,
  newsSitemap,
  robots,
  llms,
  search: searchPage,
  searchIndex,
  searchFile,
  icon: drawnIcon,
  webManifest,
  asset,
} as const satisfies Readonly<Record<string, PageKind<object>>>;
