import type { UrlPath } from '../domain/url-path.ts';
import type { Addresses, HolderOf } from './addresses.ts';

/** Claims the pages of a list's archive, the oldest first; the holder’s `what` is what they are pages of. */
export function claimPages(
  archive: readonly { readonly url: UrlPath }[],
  holderOf: HolderOf,
  addresses: Addresses,
): void {
  archive.forEach(({ url }, index) => {
    addresses.claimFixed(url, () => {
      const { what, ...place } = holderOf();
      return { ...place, what: `page ${index + 1} of ${what}` };
    });
  });
}
