import type {
  BreadcrumbListLeaf,
  CollectionPageLeaf,
  ContactPageLeaf,
  ItemListLeaf,
  PersonLeaf,
  ProfilePageLeaf,
  Thing,
  WebPageLeaf,
  WebSiteLeaf,
  WithContext,
} from 'schema-dts';
import type { Html } from '../../domain/html.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { defined, jsonForScript, pictureData, publisherData } from './json-ld.ts';
import type { Contributor } from '../../domain/contributors.ts';

/** A page that is no story, as it says itself what it is. */
export interface WebPageGiven {
  readonly url: UrlPath;
  /** Its heading. */
  readonly name: string;
  readonly description: string | undefined;
  readonly language: string;
}

/** A page that leads to others. */
export interface CollectionGiven extends WebPageGiven {
  /** What it shows, in this order; addresses are from the root of the host. */
  readonly items: readonly { readonly name: string; readonly href: string }[];
  /** What all of it is about. */
  readonly about?: string;
}

/** A page that is no story as structured data: schema.org `WebPage`, or `ContactPage`, as JSON-LD. */
export function webPageJsonLd(page: WebPageGiven, site: Site): Html {
  const data = pageData(page, site);
  const { contact } = site.publisher;
  if (page.url === contact || encodeURI(page.url) === contact) {
    return jsonForScript({ ...data, '@type': 'ContactPage' } satisfies WithContext<ContactPageLeaf>);
  }
  return jsonForScript({ ...data, '@type': 'WebPage' } satisfies WithContext<WebPageLeaf>);
}

/** A front or a page of an archive as structured data: schema.org `CollectionPage` with an `ItemList`, as JSON-LD. */
export function collectionPageJsonLd(page: CollectionGiven, site: Site): Html {
  const { items, about } = page;
  return jsonForScript(
    defined<WithContext<CollectionPageLeaf>>({
      ...pageData(page, site),
      '@type': 'CollectionPage',
      about: about === undefined ? undefined : ({ '@type': 'Thing', name: about } as Thing),
      mainEntity: items.length > 0 ? itemList(items, site) : undefined,
    }),
  );
}

type PageData = Omit<WithContext<WebPageLeaf>, '@type'>;

function pageData({ url, name, description, language }: WebPageGiven, site: Site): PageData {
  return defined<PageData>({
    '@context': 'https://schema.org',
    url: absoluteUrl(site, url),
    name,
    description,
    inLanguage: language,
    isPartOf: websiteData(site),
  });
}

function itemList(items: CollectionGiven['items'], { origin }: Site): ItemListLeaf {
  return {
    '@type': 'ItemList',
    numberOfItems: items.length,
    itemListElement: items.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: origin + href,
      name,
    })),
  };
}

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
function websiteData(site: Site): WebSiteLeaf {
  return { '@type': 'WebSite', name: site.title, url: absoluteUrl(site, site.home) };
}

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
    image: picture && pictureData(picture, 'square', site),
    worksFor: publisherData(site),
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  });
}

/**
 * The way to a page as structured data: schema.org `BreadcrumbList`, as JSON-LD.
 *
 * @param steps The outermost first, the page itself last; addresses are from the root of the host.
 */
export function breadcrumbJsonLd(
  steps: readonly { readonly label: string; readonly href: string }[],
  { origin }: Site,
): Html {
  const data: WithContext<BreadcrumbListLeaf> = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: { '@id': origin + href },
    })),
  };
  return jsonForScript(data);
}
