import type { UrlPath } from '../domain/url-path.ts';
import type { Addresses, Holder } from './addresses.ts';

/** Claims the pages of a list's archive, the oldest first; `holder.what` is what they are pages of. */
export function claimPages(archive: readonly { readonly url: UrlPath }[], holder: Holder, addresses: Addresses): void {
  archive.forEach(({ url }, index) => {
    addresses.claimFixed(url, { ...holder, what: `page ${index + 1} of ${holder.what}` });
  });
}
