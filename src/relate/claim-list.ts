import { FEED_FORMATS, feedUrl } from '../domain/feed-url.ts';
import type { Addresses, HolderOf } from './addresses.ts';
import { claimPages } from './claim-pages.ts';
import type { ClaimedList } from './claimed-lists.ts';

/** Claims what goes with the front of a list: the pages of its archive, and its feeds. */
export function claimList({ list: { url, archive }, holderOf }: ClaimedList, addresses: Addresses): void {
  const named = (prefix: string): HolderOf => {
    return () => {
      const { what, ...place } = holderOf();
      return { ...place, what: `${prefix} of ${what}` };
    };
  };
  claimPages(archive, named('the archive'), addresses);
  for (const format of FEED_FORMATS) {
    addresses.claimFixed(feedUrl(url, format), named('a feed'));
  }
}
