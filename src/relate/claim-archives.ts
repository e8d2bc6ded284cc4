import type { UrlPath } from '../domain/url-path.ts';
import type { Addresses } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';
import { claimDates } from './claim-dates.ts';
import { claimFeeds } from './claim-feeds.ts';
import { claimLanguageLists } from './claim-languages.ts';
import { claimListArchives } from './claim-list-archives.ts';
import { claimSitemaps } from './claim-sitemaps.ts';
import type { Newsroom } from './newsroom.ts';

/**
 * Claims all addresses that follow from which stories there are, and when: archive pages, feeds and sitemaps. They come after
 * those of stories and pages, which are told if they have one of them. Returns the addresses of dates and lists to come.
 */
export function claimArchives(newsroom: Newsroom, stories: CheckedStories, addresses: Addresses): readonly UrlPath[] {
  claimListArchives(newsroom, stories, addresses);
  claimFeeds(newsroom, stories, addresses);
  claimSitemaps(newsroom.site, stories, addresses);
  return [...claimLanguageLists(newsroom.site, stories, addresses), ...claimDates(stories, addresses)];
}
