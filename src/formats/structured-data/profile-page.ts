import type { PersonLeaf, ProfilePageLeaf, WithContext } from 'schema-dts';
import type { Contributor } from '../../domain/contributors.ts';
import type { Html } from '../../domain/html.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { defined, jsonForScript } from './json-ld.ts';
import { pictureData, publisherData } from './json-ld.ts';
import { websiteData } from './web-page.ts';

/** The page of a contributor as structured data: schema.org `ProfilePage` about a `Person`, as JSON-LD. */
export function profilePageJsonLd(contributor: Contributor, url: UrlPath, site: Site): Html {
  return jsonForScript({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: absoluteUrl(site, url),
    name: contributor.name,
    inLanguage: site.language,
    isPartOf: websiteData(site),
    mainEntity: personData(contributor, absoluteUrl(site, url), site),
  } satisfies WithContext<ProfilePageLeaf>);
}

function personData(contributor: Contributor, address: string, site: Site): PersonLeaf {
  const { name, names, role, formerNames, biographyText, email, links, picture } = contributor;
  const others = [...new Set([...names.map((local) => local.name), ...formerNames])];
  // Only pages elsewhere can be about the same person.
  const sameAs = links.map(({ url }) => url).filter((url) => /^https?:/i.test(url));
  return defined<PersonLeaf>({
    '@type': 'Person',
    '@id': `${address}#person`,
    name,
    alternateName: others.length > 0 ? others : undefined,
    url: address,
    jobTitle: role,
    description: biographyText === '' ? undefined : biographyText,
    email,
    image: picture && pictureData(picture, site),
    worksFor: publisherData(site),
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  });
}
