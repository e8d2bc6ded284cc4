import { CONTRIBUTORS_URL, contributorUrl } from '../domain/contributor-url.ts';
import { NEWS_SITEMAP_URL, NOT_FOUND_URL, ROBOTS_URL, SITEMAP_URL } from '../domain/own-urls.ts';
import { SITE_PATH } from '../domain/site.ts';
import { mediaUrl } from '../domain/media-url.ts';
import { REDIRECT_LISTS } from '../domain/redirect-lists.ts';
import { SEARCH_INDEX_URL, SEARCH_URL } from '../domain/search-url.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { keyAt, valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { sectionUrl } from '../domain/section-url.ts';
import { type Addresses, OF_SITE } from './addresses.ts';
import { claimLanguageFronts } from './claim-languages.ts';
import type { Newsroom } from './newsroom.ts';

/** Addresses that Broadsheet itself needs, and what for. */
const OWN_ADDRESSES: Readonly<Record<string, string>> = {
  '/': 'the home page',
  '/feed.xml': 'the RSS feed',
  '/atom.xml': 'the Atom feed',
  '/feed.json': 'the JSON Feed',
  [SITEMAP_URL]: 'the sitemap',
  [NEWS_SITEMAP_URL]: 'the news sitemap',
  '/.broadsheet.txt': 'Broadsheet’s mark',
};

/** Claims the addresses of all pages and files that are no stories, topics or redirects. */
export function claimOwnAddresses({ site, contributors, ownPages, media }: Newsroom, addresses: Addresses): void {
  for (const [url, what] of Object.entries(OWN_ADDRESSES)) {
    addresses.claim(url as UrlPath, { ...OF_SITE, what });
  }
  if (site.search) {
    addresses.claim(SEARCH_URL, { ...OF_SITE, what: 'the search' });
    addresses.claim(SEARCH_INDEX_URL, { ...OF_SITE, what: 'the search’s index' });
  }
  site.sections.forEach((section, index) => {
    addresses.claim(sectionUrl(section, site), {
      path: SITE_PATH,
      at: valueAt('sections', index, 'id'),
      what: `the section “${section.title}”`,
    });
  });
  claimLanguageFronts(site, addresses);
  for (const contributor of contributors) {
    addresses.claim(contributorUrl(contributor), {
      path: contributor.path,
      at: WHOLE_FILE,
      what: `${contributor.name}’s page`,
    });
  }
  for (const { path, url } of ownPages) {
    if (url !== undefined) addresses.claim(url, { path, at: keyAt('permalink'), what: 'this page' });
  }
  for (const url of REDIRECT_LISTS) {
    if (addresses.has(url)) continue;
    addresses.claim(url, { ...OF_SITE, what: 'the list of all redirects' });
  }
  if (!addresses.has(ROBOTS_URL)) addresses.claim(ROBOTS_URL, { ...OF_SITE, what: 'the robots.txt' });
  // A newsroom may have a page of its own of its people.
  if (contributors.length > 0 && !ownPages.some(({ url }) => url === CONTRIBUTORS_URL)) {
    addresses.claim(CONTRIBUTORS_URL, { ...OF_SITE, what: 'the page of all contributors' });
  }
  if (!addresses.has(NOT_FOUND_URL)) {
    addresses.claim(NOT_FOUND_URL, { ...OF_SITE, what: 'the page for addresses that lead nowhere' });
  }
  for (const path of media.paths.filter((file) => file.startsWith('content/media/'))) {
    addresses.claim(mediaUrl(path), { path, at: WHOLE_FILE, what: 'this file' });
  }
}
