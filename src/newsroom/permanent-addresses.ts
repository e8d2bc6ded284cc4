import { contentPages, pageFilesIn } from '../domain/content/content-kinds.ts';
import type { Edition } from '../domain/edition.ts';
import { NOT_FOUND_URL, type UrlPath } from '../domain/addresses.ts';
import type { PermanentAddress, RecordedAddress } from '../domain/site/permanent-addresses.ts';
import { SITE_PATH } from '../domain/site/site.ts';
import { PAGE_KINDS } from '../pages/page-kinds.ts';
import { type AddressComments, printPermanentAddresses } from '../validate/site/permanent-addresses.ts';

/**
 * The addresses of an edition that readers keep and link to: of stories, content files that are pages, series, sections and the fronts of languages. Drafts
 * and stories under embargo are not among them, nor what changes with every story: topics, archives, feeds.
 */
export function publishedAddresses(edition: Edition): readonly PermanentAddress[] {
  const { stories, series, now } = edition;
  const ofSite = (urls: readonly { readonly url: UrlPath }[]): readonly PermanentAddress[] =>
    urls.map(({ url }) => ({ url, source: SITE_PATH }));
  const addresses: readonly PermanentAddress[] = [
    ...stories.flatMap(({ entry: { url, path, draft, date } }) => (draft || date > now ? [] : [{ url, source: path }])),
    ...contentPages(pageFilesIn(edition)).flatMap(({ url, path, isDraft }) =>
      url === undefined || isDraft ? [] : [{ url, source: path }],
    ),
    ...ofSite(series),
    ...ofSite(PAGE_KINDS.section.list(edition, noPages)),
    ...ofSite(PAGE_KINDS.languageFront.list(edition, noPages)),
  ];
  return addresses.filter(({ url }) => IS_PAGE.test(url) && url !== NOT_FOUND_URL && url !== '/');
}

/** What people read, not machines. */
const IS_PAGE = /(?:\/|\.html?)$/;

const noPages = (): readonly never[] => [];

/** What becomes of `content/addresses.txt`. */
export interface AddressesRecorded {
  readonly text: string;
  /** So many that it did not have. */
  readonly added: number;
}

/**
 * Adds what an edition publishes to the addresses that have been published. Each of those has the file that is published there now;
 * what is there no more stays, for a redirect from it must stay too, and so does what editors have noted.
 */
export function recordAddresses(
  recorded: readonly RecordedAddress[],
  edition: Edition,
  comments?: AddressComments,
): AddressesRecorded {
  const published = new Map(publishedAddresses(edition).map((address) => [address.url, address]));
  const kept = recorded.filter(({ url }) => !published.has(url));
  const text = printPermanentAddresses([...kept, ...published.values()], comments);
  return { text, added: countAdded(recorded, edition) };
}

/** How many addresses an edition publishes that are not recorded yet. */
export function countAdded(recorded: readonly RecordedAddress[], edition: Edition): number {
  const known = new Set(recorded.map(({ url }) => url));
  return new Set(publishedAddresses(edition).flatMap(({ url }) => (known.has(url) ? [] : [url]))).size;
}
