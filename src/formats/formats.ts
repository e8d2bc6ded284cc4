import type { FeedFormat } from '../domain/feeds.ts';
import { printAtom, printAtomEntry } from './feeds/atom.ts';
import type { FeedEntry } from './feeds/feed.ts';
import { printJsonEntry, printJsonFeed } from './feeds/json-feed.ts';
import { printPodcast } from './feeds/podcast.ts';
import { printRss, printRssEntry } from './feeds/rss.ts';
import type { SearchCards, SearchIndex, SearchWords } from './search/search-files.ts';
import { printSitemap, printSitemapIndex } from './sitemaps/sitemap.ts';

/** The formats that machines read, by the names that pages have for them in place of a layout. */
export const FORMATS = {
  rss: printRss,
  atom: printAtom,
  podcast: printPodcast,
  'json-feed': printJsonFeed,
  sitemap: printSitemap,
  'sitemap-index': printSitemapIndex,
  'search-file': (file: SearchCards | SearchWords | SearchIndex): string => JSON.stringify(file),
  verbatim: (text: string): string => text,
} as const;

/** How the entry of a story is printed for the feeds of each format. */
export const ENTRY_FORMATS: Readonly<Record<FeedFormat, (entry: FeedEntry) => string>> = {
  rss: printRssEntry,
  atom: printAtomEntry,
  'json-feed': printJsonEntry,
};

type FormatName = keyof typeof FORMATS;

/** The formats that can print some data. */
export type FormatFor<Data> = {
  [Name in FormatName]: Data extends Parameters<(typeof FORMATS)[Name]>[0] ? Name : never;
}[FormatName];
