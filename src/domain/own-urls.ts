import type { UrlPath } from './url-path.ts';

/** The page for addresses that lead nowhere, where hosts look for it. */
export const NOT_FOUND_URL = '/404.html' as UrlPath;

/** What crawlers are told, where they look for it. */
export const ROBOTS_URL = '/robots.txt' as UrlPath;

/** The index of all sitemaps. */
export const SITEMAP_URL = '/sitemap.xml' as UrlPath;

/** The news sitemap, or the index of several. */
export const NEWS_SITEMAP_URL = '/sitemap-news.xml' as UrlPath;
