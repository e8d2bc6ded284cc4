import type { Edition } from '../../domain/edition.ts';
import type { Page } from '../../domain/page.ts';
import { NEWS_SITEMAP_URL, ROBOTS_URL, SITEMAP_URL, type UrlPath } from '../../domain/addresses.ts';
import { absoluteUrl, href } from '../../domain/site/site.ts';
import { printRobots } from '../../formats/sitemaps/robots.ts';
import type { Imprint } from '../imprint.ts';

/** What crawlers are told, in newsrooms that have no `robots.txt` of their own. */
export function listRobots({ ownPages }: Pick<Edition, 'ownPages'>): readonly { readonly url: UrlPath }[] {
  return ownPages.some(({ url }) => url === ROBOTS_URL) ? [] : [{ url: ROBOTS_URL }];
}

/** Makes the `robots.txt`. */
export function makeRobots({ url }: { readonly url: UrlPath }, { edition }: Imprint): Page<string> {
  const { site } = edition;
  const data = printRobots({
    root: href(site, '/'),
    refusesAi: site.crawlers.ai === 'refuse',
    sitemaps: [SITEMAP_URL, NEWS_SITEMAP_URL].map((sitemap) => absoluteUrl(site, sitemap)),
  });
  return { url, layout: 'verbatim', data };
}
