import type { WebSiteLeaf, WithContext } from 'schema-dts';
import type { Html } from '../domain/html.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import { defined } from './defined.ts';
import { jsonForScript } from './json-ld.ts';
import { publisherData } from './publisher.ts';

/** The site as structured data: schema.org `WebSite`, with its publisher, as JSON-LD. */
export function websiteJsonLd(site: Site): Html {
  return jsonForScript(
    defined<WithContext<WebSiteLeaf>>({
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: site.title,
      url: absoluteUrl(site, site.home),
      description: site.description,
      inLanguage: site.language,
      publisher: publisherData(site),
    }),
  );
}

/** The site as a page of it names it. */
export function websiteData(site: Site): WebSiteLeaf {
  return { '@type': 'WebSite', name: site.title, url: absoluteUrl(site, site.home) };
}
