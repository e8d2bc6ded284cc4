import { element } from './xml.ts';

/** A sitemap that search engines should read. */
export interface SitemapIndexEntry {
  readonly url: string;
  /** When a page in it changed last, with zone, where that is known. */
  readonly lastModified: string | undefined;
}

/** A sitemap index by the sitemaps.org protocol 0.9. */
export function printSitemapIndex(entries: readonly SitemapIndexEntry[]): string {
  const sitemaps = entries.map(
    ({ url, lastModified }) => `<sitemap>${element('loc', url)}${element('lastmod', lastModified)}</sitemap>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${sitemaps.join('\n')}
</sitemapindex>
`;
}
