import type { Edition, EditionToBe } from '../../domain/edition.ts';
import { groupBy } from '../../domain/lists/grouping.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import { NOT_FOUND_URL, type UrlPath } from '../../domain/addresses.ts';
import { type Claim, claimOfSite } from '../../diagnostics/claim.ts';
import type { SitemapEntry } from '../../formats/sitemaps/sitemap.ts';
import { SITEMAP_LENGTH, sitemapName, sitemapUrl, splitSitemap } from '../../formats/sitemaps/split-sitemap.ts';
import { inSitemap, noMoments, ownUrl, type PageKind, type PageToFind } from '../page-kind.ts';
import type { Materials } from '../surroundings.ts';
import { fitsSitemap, sitemapSizeOf } from './sitemap-size.ts';

/** What a sitemap of pages that are no stories is made of. */
export interface PageSitemapSubject {
  readonly url: UrlPath;
  readonly pages: readonly UrlPath[];
}

export const pageSitemap: PageKind<PageSitemapSubject, readonly SitemapEntry[]> = {
  list: listPageSitemaps,
  urlOf: ownUrl,
  layout: () => 'sitemap',
  make: makePageSitemap,
  sitemap: { none: 'it is one' },
  claims: { follows: claimPageSitemaps },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};

/**
 * The pages that want to be found and are no stories: `pages`, and what leads to earlier stories, `archives`; each further
 * language of the site has both for itself. `toFind` gives those of all kinds of page; own pages come last.
 */
export function listPageSitemaps(
  { site, languages, ownPages }: Pick<Edition, 'site' | 'languages' | 'ownPages'>,
  toFind: () => Iterable<PageToFind>,
): readonly PageSitemapSubject[] {
  const all = [...toFind(), ...inSitemap('pages', ownDocuments(ownPages))];
  const byName = groupBy(all, ({ sitemap, home }) => [sitemapName(sitemap, home)]);
  const homes = [site.home, ...languages.map(({ url }) => url)];
  const names = homes.flatMap((home) => [sitemapName('pages', home), sitemapName('archives', home)]);
  return names.flatMap((name) => splitPages(name, byName.get(name) ?? [], site));
}

function splitPages(name: string, pages: readonly PageToFind[], site: Site): readonly PageSitemapSubject[] {
  const entries = pages.filter(({ url }) => fitsSitemap(site, url));
  return splitSitemap(entries, {
    name,
    most: SITEMAP_LENGTH,
    sizeOf: ({ url }) => sitemapSizeOf(site, { url }),
  }).map((part) => ({ url: part.url, pages: part.entries.map(({ url }) => url) }));
}

/** Those of `content/pages/` that are documents: templates make other files too. */
function ownDocuments(ownPages: Edition['ownPages']): readonly { readonly url: UrlPath }[] {
  return ownPages.flatMap(({ url, noindex }) => {
    return url === undefined || noindex || url === NOT_FOUND_URL || !isDocument(url) ? [] : [{ url }];
  });
}

function isDocument(url: UrlPath): boolean {
  const name = url.slice(url.lastIndexOf('/') + 1);
  return !name.includes('.') || /\.x?html?$/i.test(name);
}

/** The parts of one that is too long are nobody else's anyway, see `src/relate/addresses/addresses.ts`. */
function* claimPageSitemaps({ published, embargoed, languages }: EditionToBe): Generator<Claim> {
  const names = ['pages', ...(published.length + embargoed.length > 0 ? ['archives'] : [])];
  for (const { url: home, stories, archive } of languages) {
    if (stories.length === 0) continue;
    names.push(sitemapName('pages', home));
    if (archive.length > 0) names.push(sitemapName('archives', home));
  }
  for (const name of names) yield claimOfSite(sitemapUrl(name), `the sitemap of ${name}`);
}

/** Makes a sitemap of pages that are no stories. */
function makePageSitemap({ pages }: PageSitemapSubject, { site }: Materials): readonly SitemapEntry[] {
  return pages.map((page): SitemapEntry => ({ url: absoluteUrl(site, page), lastModified: undefined, images: [] }));
}
