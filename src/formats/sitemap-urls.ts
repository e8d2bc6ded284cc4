import type { UrlPath } from '../domain/url-path.ts';

/** The most pages that a sitemap may list, by the sitemaps.org protocol. */
export const SITEMAP_LENGTH = 50_000;

/** The addresses of the sitemaps for so many pages: `/sitemaps/2026-11.xml`, `/sitemaps/2026-11-2.xml` … */
export function sitemapUrls(name: string, pages: number): readonly UrlPath[] {
  return Array.from({ length: Math.ceil(pages / SITEMAP_LENGTH) }, (_, index) => {
    const part = index === 0 ? '' : `-${index + 1}`;
    return `/sitemaps/${name}${part}.xml` as UrlPath;
  });
}
