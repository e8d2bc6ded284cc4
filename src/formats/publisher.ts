import type { NewsMediaOrganizationLeaf } from 'schema-dts';
import { mediaUrl } from '../domain/media-url.ts';
import { absoluteUrl, hrefOf, type Site } from '../domain/site.ts';
import { defined } from './defined.ts';

/** The organisation that publishes the site as structured data: schema.org `NewsMediaOrganization`, with its policies. */
export function publisherData(site: Site): NewsMediaOrganizationLeaf {
  const { name, logo, contact, corrections, ethics, ownership } = site.publisher;
  const elsewhere = site.social.map(({ url }) => url).filter((url) => !url.startsWith('/'));
  const absolute = (url: string | undefined): string | undefined =>
    url?.startsWith('/') ? site.origin + hrefOf(site, url) : url;
  const contactUrl = absolute(contact);
  return defined<NewsMediaOrganizationLeaf>({
    '@type': 'NewsMediaOrganization',
    name,
    url: absoluteUrl(site, '/'),
    logo: logo === undefined ? undefined : { '@type': 'ImageObject', url: absoluteUrl(site, mediaUrl(logo)) },
    correctionsPolicy: absolute(corrections),
    ethicsPolicy: absolute(ethics),
    ownershipFundingInfo: absolute(ownership),
    contactPoint: contactUrl === undefined ? undefined : { '@type': 'ContactPoint', url: contactUrl },
    sameAs: elsewhere.length > 0 ? elsewhere : undefined,
  });
}
