import { closedPages } from '../domain/closed-pages.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { Addresses, Holder } from './addresses.ts';
import { archiveUrl } from './archive-url.ts';

/** Claims the archive pages of a list that has its front at an address; `holder.what` is what they are pages of. */
export function claimPages(
  { url, length }: { readonly url: UrlPath; readonly length: number },
  holder: Holder,
  addresses: Addresses,
): void {
  for (let number = 1; number <= closedPages(length); number += 1) {
    addresses.claimFixed(archiveUrl(url, number), { ...holder, what: `page ${number} of ${holder.what}` });
  }
}
