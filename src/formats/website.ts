import type { Html } from '../domain/html.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import { jsonForScript } from './json-ld.ts';

/** The site as structured data: schema.org `WebSite`, as JSON-LD. */
export function websiteJsonLd(site: Site): Html {
  return jsonForScript({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.title,
    url: absoluteUrl(site, '/'),
    description: site.description,
    inLanguage: site.language,
  });
}
