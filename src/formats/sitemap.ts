import { element } from './xml.ts';

/** A page that search engines should know. */
export interface SitemapEntry {
  readonly url: string;
  /** When its content changed, with zone, where that is known. */
  readonly lastModified: string | undefined;
}

/** A sitemap by the sitemaps.org protocol 0.9. */
export function printSitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(
    ({ url, lastModified }) => `<url>${element('loc', url)}${element('lastmod', lastModified)}</url>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}
