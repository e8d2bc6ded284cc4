import type { Alternate } from '../domain/alternate.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import { mainSiteOf } from '../domain/site-in.ts';

/** The fronts of a site in all its languages, the main one first. */
export function frontsOf(site: Site): readonly Alternate[] {
  const { language, home, languages } = mainSiteOf(site);
  return languages.length === 0
    ? []
    : [{ language, url: home }, ...languages.map((one) => ({ ...one, url: one.home }))];
}

/**
 * A page in all its languages, as its head names them (HTML `hreflang`): each names all, itself among them. `x-default` is for
 * readers of any other language, and leads to the first.
 */
export function printAlternates(
  alternates: readonly Alternate[],
  site: Site,
): readonly { readonly hreflang: string; readonly href: string }[] {
  const links = alternates.map(({ language, url }) => ({ hreflang: language, href: absoluteUrl(site, url) }));
  return links.flatMap((link, index) => (index === 0 ? [link, { ...link, hreflang: 'x-default' }] : [link]));
}
