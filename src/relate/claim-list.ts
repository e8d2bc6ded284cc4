import { FEED_FORMATS, feedUrl } from '../domain/feed-url.ts';
import { type Addresses, type HolderOf, withWhat } from './addresses.ts';
import { claimPages } from './claim-pages.ts';
import type { ClaimedList } from './claimed-lists.ts';

/** Claims what goes with the front of a list: the pages of its archive, and its feeds. */
export function claimList({ list: { url, archive }, holderOf }: ClaimedList, addresses: Addresses): void {
  const named = (part: string): HolderOf => withWhat(holderOf, (what) => `${part} of ${what}`);
  claimPages(archive, named('the archive'), addresses);
  for (const format of FEED_FORMATS) {
    addresses.claimFixed(feedUrl(url, format), named('a feed'));
  }
}
