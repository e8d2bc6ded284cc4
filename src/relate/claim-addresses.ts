import { type CorrectionList, CORRECTIONS_URL } from '../domain/correction.ts';
import { PODCAST_URL } from '../domain/feed-url.ts';
import { isHeard } from '../domain/is-heard.ts';
import { liveUpdatesUrl } from '../domain/live-updates-url.ts';
import type { Redirect } from '../domain/redirect.ts';
import type { RelatedStory } from '../domain/related-story.ts';
import { WHOLE_FILE } from '../diagnostics/finding.ts';
import type { Addresses } from './addresses.ts';
import { claimCorrections } from './claim-corrections.ts';
import { claimDates } from './claim-dates.ts';
import { claimedLists } from './claimed-lists.ts';
import { claimLanguageLists } from './claim-languages.ts';
import { claimList } from './claim-list.ts';
import { claimOwnAddresses } from './claim-own-addresses.ts';
import { claimSearchPages } from './claim-search-pages.ts';
import { claimSitemaps } from './claim-sitemaps.ts';
import type { Newsroom } from './newsroom.ts';
import type { SortedStories } from './sorted-stories.ts';
import type { StoryLists } from './story-lists.ts';

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
