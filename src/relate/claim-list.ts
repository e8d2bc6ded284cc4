import { FEED_FORMATS, feedUrl } from '../domain/feed-url.ts';
import type { Addresses } from './addresses.ts';
import { claimPages } from './claim-pages.ts';
import type { ClaimedList } from './claimed-lists.ts';

/** Claims what goes with the front of a list: the pages of its archive, and its feeds. */
export function claimList({ list: { url, archive }, holder }: ClaimedList, addresses: Addresses): void {
  claimPages(archive, { ...holder, what: `the archive of ${holder.what}` }, addresses);
  for (const format of FEED_FORMATS) {
    addresses.claimFixed(feedUrl(url, format), { ...holder, what: `a feed of ${holder.what}` });
  }
}
