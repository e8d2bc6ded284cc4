import { type CorrectionList, CORRECTIONS_URL } from '../../domain/corrections.ts';
import { PODCAST_URL } from '../../domain/feeds.ts';
import { isHeard } from '../../domain/story/entry.ts';
import { liveUpdatesUrl } from '../../domain/live-blog.ts';
import { type Redirect, REDIRECT_LISTS } from '../../domain/redirects.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import { keyAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { type Addresses, OF_SITE, withWhat } from './addresses.ts';
import { claimCorrections } from '../corrections.ts';
import { claimDates } from '../dates.ts';
import { claimedLists, type ClaimedLists, claimList } from './claim-lists.ts';
import { claimLanguageFronts, claimLanguageLists } from '../languages/claim-languages.ts';
import { claimSearchPages } from '../search.ts';
import { claimSitemaps } from '../sitemaps.ts';
import type { Newsroom } from '../newsroom.ts';
import type { SortedStories } from '../story/sorted-stories.ts';
import type { StoryLists } from '../lists/story-lists.ts';
import { CONTRIBUTORS_URL } from '../../domain/contributors.ts';
import { NEWS_SITEMAP_URL, NOT_FOUND_URL, ROBOTS_URL, SITEMAP_URL, type UrlPath } from '../../domain/addresses.ts';
import { mediaUrl } from '../../domain/media/files.ts';

/** What came of claiming all addresses. */
export interface ClaimedAddresses {
  /** Of published stories. */
  readonly aliases: readonly Redirect[];
  /** Addresses at which nothing is published yet. */
  readonly heldBackUrls: Set<string>;
  /** Whether the newsroom has something of its own at the address of the page of all corrections. */
  readonly hasOwnCorrections: boolean;
}

/**
 * Claims the addresses of all pages: those that somebody wrote or named first, then those that follow from them, and old
 * ones last. Of two claims for one address, the later is told.
 */
export function claimAddresses(
  newsroom: Newsroom,
  stories: SortedStories & StoryLists & { readonly corrections: CorrectionList },
  addresses: Addresses,
): ClaimedAddresses {
  const { site } = newsroom;
  const { published, checked, heldBack, corrections } = stories;
  const lists = claimedLists(newsroom, stories);
  claimOwnAddresses(newsroom, lists, addresses);
  for (const { url, entry } of checked)
    addresses.claim(url, () => ({ path: entry.path, at: WHOLE_FILE, what: 'this story' }));
  for (const { url, entry } of checked) {
    if (!entry.live) continue;
    const { path } = entry;
    addresses.claim(liveUpdatesUrl(url), () => ({ path, at: WHOLE_FILE, what: 'the updates of this story' }));
  }
  for (const { list, holderOf } of [...lists.topics, ...lists.series]) addresses.claim(list.url, holderOf);
  const hasOwnCorrections = addresses.has(CORRECTIONS_URL);

  for (const list of Object.values(lists).flat()) claimList(list, addresses);
  claimPodcast(published, addresses);
  claimSitemaps(site, stories, addresses);
  const heldBackUrls = new Set<string>([
    ...[...heldBack.keys()].map(({ url }) => url),
    ...claimLanguageLists(site, stories, addresses),
    ...claimDates(stories, addresses),
    ...claimSearchPages(site, stories, addresses),
    ...(hasOwnCorrections ? [] : claimCorrections(stories, corrections, addresses)),
  ]);

  const aliases: Redirect[] = [];
  for (const story of checked) {
    if (story.entry.aliases.length === 0) continue;
    const redirects = addresses.claimAliases(story.entry);
    if (heldBack.has(story)) for (const { from } of redirects) heldBackUrls.add(from);
    else aliases.push(...redirects);
  }
  return { aliases, heldBackUrls, hasOwnCorrections };
}

/** Claims the feed of what can be heard, if there is anything. */
function claimPodcast(published: readonly RelatedStory[], addresses: Addresses): void {
  const heard = published.find(({ entry }) => isHeard(entry));
  if (!heard) return;
  addresses.claimFixed(PODCAST_URL, () => ({ path: heard.entry.path, at: WHOLE_FILE, what: 'the podcast' }));
}

/** Addresses that Broadsheet itself needs, and what for. */
const NEEDED: Readonly<Record<string, string>> = {
  '/': 'the home page',
  '/feed.xml': 'the RSS feed',
  '/atom.xml': 'the Atom feed',
  '/feed.json': 'the JSON Feed',
  [SITEMAP_URL]: 'the sitemap',
  [NEWS_SITEMAP_URL]: 'the news sitemap',
  '/.broadsheet.txt': 'Broadsheet’s mark',
};

/** Addresses at which a newsroom may have a page of its own, and what is there otherwise. */
const UNLESS_OWN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(REDIRECT_LISTS.map((url) => [url, 'the list of all redirects'])),
  [ROBOTS_URL]: 'the robots.txt',
  [NOT_FOUND_URL]: 'the page for addresses that lead nowhere',
};

/** Claims the addresses of all pages and files that are no stories, topics, series or redirects. */
function claimOwnAddresses(
  { site, contributors, ownPages, media }: Newsroom,
  lists: ClaimedLists,
  addresses: Addresses,
): void {
  const claim = (url: string, what: string): void => addresses.claim(url as UrlPath, () => ({ ...OF_SITE, what }));
  for (const [url, what] of Object.entries(NEEDED)) claim(url, what);
  for (const { list, holderOf } of lists.sections) addresses.claim(list.url, holderOf);
  claimLanguageFronts(site, addresses);
  for (const { list, holderOf } of lists.contributors) {
    addresses.claim(
      list.url,
      withWhat(holderOf, (what) => `${what}’s page`),
    );
  }
  for (const { path, url } of ownPages) {
    if (url !== undefined) addresses.claim(url, () => ({ path, at: keyAt('permalink'), what: 'this page' }));
  }
  const claimUnlessOwn = (url: string, what: string): void => {
    if (!ownPages.some((page) => page.url === url)) claim(url, what);
  };
  for (const [url, what] of Object.entries(UNLESS_OWN)) claimUnlessOwn(url, what);
  if (contributors.length > 0) claimUnlessOwn(CONTRIBUTORS_URL, 'the page of all contributors');
  for (const path of media.paths.filter((file) => file.startsWith('content/media/'))) {
    addresses.claim(mediaUrl(path), () => ({ path, at: WHOLE_FILE, what: 'this file' }));
  }
}
