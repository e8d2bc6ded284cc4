import { CONTRIBUTORS_URL } from '../domain/contributor-url.ts';
import { NEWS_SITEMAP_URL, NOT_FOUND_URL, ROBOTS_URL, SITEMAP_URL } from '../domain/own-urls.ts';
import { mediaUrl } from '../domain/media-url.ts';
import { REDIRECT_LISTS } from '../domain/redirect-lists.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { keyAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { type Addresses, OF_SITE, withWhat } from './addresses.ts';
import { claimLanguageFronts } from './claim-languages.ts';
import type { ClaimedLists } from './claimed-lists.ts';
import type { Newsroom } from './newsroom.ts';

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
export function claimOwnAddresses(
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
