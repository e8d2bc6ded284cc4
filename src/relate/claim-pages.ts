import type { UrlPath } from '../domain/url-path.ts';
import { type Addresses, type HolderOf, withWhat } from './addresses.ts';

/** Claims the pages of a list's archive, the oldest first; the holder’s `what` is what they are pages of. */
export function claimPages(
  archive: readonly { readonly url: UrlPath }[],
  holderOf: HolderOf,
  addresses: Addresses,
): void {
  archive.forEach(({ url }, index) => {
    addresses.claimFixed(
      url,
      withWhat(holderOf, (what) => `page ${index + 1} of ${what}`),
    );
  });
}
