import { element, escapeXml } from '../xml.ts';

/** A page that search engines should know. */
export interface SitemapEntry {
  readonly url: string;
  /** When its content changed, with zone, where that is known. */
  readonly lastModified: string | undefined;
  /** Addresses of the pictures on it. */
  readonly images: readonly string[];
  /** What is said of a story that is news. */
  readonly news?: NewsEntry;
}

/** What a news sitemap says of a story. */
export interface NewsEntry {
  /** The name of the publication, as it stands on the site. */
  readonly publication: string;
  /** ISO 639, see {@link newsLanguage}. */
  readonly language: string;
  /** When the story was first published, with zone. */
  readonly published: string;
  /** The headline, without markup. */
  readonly title: string;
}

/** A sitemap by the sitemaps.org protocol 0.9, with Google's extensions for pictures (1.1) and news (0.9). */
export function printSitemap(entries: readonly SitemapEntry[]): string {
  const hasNews = entries.some(({ news }) => news !== undefined);
  const hasImages = entries.some(({ images }) => images.length > 0);
  const spaces = [
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
    ...(hasNews ? ['xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'] : []),
    ...(hasImages ? ['xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'] : []),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset ${spaces.join(' ')}>
${entries.map(printEntry).join('\n')}
</urlset>
`;
}

function printEntry({ url, lastModified, images, news }: SitemapEntry): string {
  const pictures = images.map((image) => `<image:image><image:loc>${escapeXml(image)}</image:loc></image:image>`);
  const parts = [element('loc', url), element('lastmod', lastModified), news ? printNews(news) : '', ...pictures];
  return `<url>${parts.join('')}</url>`;
}

function printNews({ publication, language, published, title }: NewsEntry): string {
  const name = `<news:publication>${element('news:name', publication)}${element('news:language', language)}</news:publication>`;
  return `<news:news>${name}${element('news:publication_date', published)}${element('news:title', title)}</news:news>`;
}

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

/**
 * A language as news sitemaps have it: ISO 639 in two or three letters, but `zh-cn` for simplified and `zh-tw` for
 * traditional Chinese; `und` where there is no such code.
 *
 * @param language BCP 47: `en-GB`, `zh-Hant-HK`.
 */
export function newsLanguage(language: string): string {
  const [base = ''] = language.toLowerCase().split('-');
  if (base === 'zh') return new Intl.Locale(language).maximize().script === 'Hant' ? 'zh-tw' : 'zh-cn';
  return /^[a-z]{2,3}$/.test(base) ? base : 'und';
}
