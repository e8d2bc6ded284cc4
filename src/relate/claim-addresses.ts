import { CORRECTIONS_URL } from '../domain/correction.ts';
import { liveUpdatesUrl } from '../domain/live-updates-url.ts';
import type { Redirect } from '../domain/redirect.ts';
import { WHOLE_FILE } from '../diagnostics/finding.ts';
import type { Addresses } from './addresses.ts';
import { claimArchives } from './claim-archives.ts';
import { claimCorrections } from './claim-corrections.ts';
import { claimOwnAddresses } from './claim-own-addresses.ts';
import { claimSeries } from './claim-series.ts';
import { claimTopics } from './claim-topics.ts';
import type { Newsroom } from './newsroom.ts';
import type { SortedStories } from './sorted-stories.ts';

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
export function claimAddresses(newsroom: Newsroom, stories: SortedStories, addresses: Addresses): ClaimedAddresses {
  const { published, checked, heldBack } = stories;
  claimOwnAddresses(newsroom, addresses);
  for (const { url, entry } of checked) addresses.claim(url, { path: entry.path, at: WHOLE_FILE, what: 'this story' });
  for (const { url, entry } of checked) {
    if (!entry.live) continue;
    addresses.claim(liveUpdatesUrl(url), { path: entry.path, at: WHOLE_FILE, what: 'the updates of this story' });
  }
  claimTopics(published, addresses);
  claimSeries(newsroom.site, published, addresses);
  const hasOwnCorrections = addresses.has(CORRECTIONS_URL);
  const heldBackUrls = new Set<string>([...heldBack.keys()].map(({ url }) => url));
  for (const url of claimArchives(newsroom, stories, addresses)) heldBackUrls.add(url);
  if (!hasOwnCorrections) for (const url of claimCorrections(stories, addresses)) heldBackUrls.add(url);
  const aliases: Redirect[] = [];
  for (const story of checked) {
    if (story.entry.aliases.length === 0) continue;
    const redirects = addresses.claimAliases(story.entry);
    if (heldBack.has(story)) for (const { from } of redirects) heldBackUrls.add(from);
    else aliases.push(...redirects);
  }
  return { aliases, heldBackUrls, hasOwnCorrections };
}
