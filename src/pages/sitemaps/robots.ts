import type { Edition } from '../../domain/edition.ts';
import { NEWS_SITEMAP_URL, ROBOTS_URL, SITEMAP_URL, type UrlPath } from '../../domain/addresses.ts';
import { absoluteUrl, href } from '../../domain/site/site.ts';
import { printRobots } from '../../formats/sitemaps/robots.ts';
import type { Materials } from '../surroundings.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { claimUnlessOwn } from '../../diagnostics/claim.ts';

export const robots: PageKind<{ readonly url: UrlPath }, string> = {
  list: listRobots,
  urlOf: ownUrl,
  layout: () => 'verbatim',
  make: makeRobots,
  sitemap: { none: 'crawlers read it first' },
  claims: { 'unless-own': (edition) => claimUnlessOwn(ROBOTS_URL, 'the robots.txt', edition) },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};

/** What crawlers are told, in newsrooms that have no `robots.txt` of their own. */
function listRobots({ ownPages }: Edition): readonly { readonly url: UrlPath }[] {
  return ownPages.some(({ url }) => url === ROBOTS_URL) ? [] : [{ url: ROBOTS_URL }];
}

/** Makes the `robots.txt`. */
function makeRobots(_subject: { readonly url: UrlPath }, { site }: Materials): string {
  return printRobots({
    root: href(site, '/'),
    refusesAi: site.crawlers.ai === 'refuse',
    sitemaps: [SITEMAP_URL, NEWS_SITEMAP_URL].map((sitemap) => absoluteUrl(site, sitemap)),
  });
}
