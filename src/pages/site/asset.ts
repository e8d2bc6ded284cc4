import type { UrlPath } from '../../domain/addresses.ts';
import { claimOfSite } from '../../diagnostics/claim.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';

/** A file that is published as it is: a stylesheet, a script. */
export interface AssetSubject {
  readonly url: UrlPath;
  readonly text: string;
}

/** The file that says that a folder is an output of Broadsheet. */
export const MARK_URL = '/.broadsheet.txt' as UrlPath;

/** The file that stands for the lock of a build, where it is in the output. */
const LOCK_URL = '/.broadsheet.lock' as UrlPath;

export const asset: PageKind<AssetSubject, string> = {
  // They are made of `layouts/`, not of an edition: whoever makes them adds them to its pages.
  list: () => [],
  urlOf: ownUrl,
  layout: () => 'verbatim',
  make: ({ text }) => text,
  sitemap: { none: 'files of the site are no pages' },
  // The others have a name that is made of what is in them.
  claims: {
    needed: () => [claimOfSite(MARK_URL, 'Broadsheet’s mark'), claimOfSite(LOCK_URL, 'Broadsheet’s lock')],
  },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};
