import { hrefOf, type Site } from '../../domain/site/site.ts';

/** Words that lead somewhere. */
export interface Link {
  readonly label: string;
  readonly href: string;
  /** Of the page that it leads to, where that is in another language than the page that it is on. */
  readonly hreflang?: string | undefined;
}

/** A link of `site.yaml`, which may lead to a page of the site or elsewhere. */
export function linkTo(site: Site, label: string, url: string): Link {
  return { label, href: hrefOf(site, url) };
}
