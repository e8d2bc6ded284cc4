import { searchUrl } from '../../domain/search/urls.ts';
import { href, sectionUrl, type Site } from '../../domain/site/site.ts';
import { directionOf } from '../../words/language-names.ts';
import { wordsIn } from '../../words/words.ts';
import { type LanguageLinks, makeLanguageLinks } from '../languages.ts';
import { type Link, linkTo } from './link.ts';
import type { Imprint } from '../imprint.ts';

/** The top of every page, in a language that the site has a front in. */
export interface Masthead {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly skip: string;
  readonly title: string;
  readonly home: string;
  readonly isHome: boolean;
  readonly navigationLabel: string;
  readonly navigation: readonly (Link & { readonly isCurrent: boolean })[];
  /** The fronts in all languages, where there are several. */
  readonly languages: LanguageLinks | undefined;
  /** Where readers search that language, unless there is nothing to be found or the newsroom's own navigation leads there. */
  readonly search: (Link & { readonly isCurrent: boolean }) | undefined;
}

const mastheads = new WeakMap<Site, Map<string, Masthead>>();

/**
 * Makes the masthead of pages in one part of the navigation: that of the address, where it leads there. One object for all
 * pages that have the same one, so that it needs to be printed only once.
 */
export function makeMasthead(
  { site, searchUrls }: Pick<Imprint['edition'], 'site' | 'searchUrls'>,
  url: string,
): Masthead {
  const made = mastheads.get(site) ?? new Map<string, Masthead>();
  mastheads.set(site, made);
  const links = site.navigation ?? site.sections.map((one) => ({ label: one.title, url: sectionUrl(one, site) }));
  const leadsTo = (address: string): boolean => links.some((link) => link.url === address);
  const search = searchUrl(site);
  const isKnown = url === site.home || url === search || leadsTo(url);
  const hasSearch = searchUrls.includes(search);
  const key = `${hasSearch} ${isKnown ? url : ''}`;
  const known = made.get(key);
  if (known) return known;
  const words = wordsIn(site.language, site.words);
  const masthead: Masthead = {
    language: site.language,
    direction: directionOf(site.language),
    skip: words('skipToContent'),
    title: site.title,
    home: href(site, site.home),
    isHome: url === site.home,
    navigationLabel: words('sections'),
    navigation: links.map((link) => ({ ...linkTo(site, link.label, link.url), isCurrent: link.url === url })),
    languages: makeLanguageLinks(site),
    search:
      hasSearch && !leadsTo(search)
        ? { label: words('search'), href: href(site, search), isCurrent: url === search }
        : undefined,
  };
  made.set(key, masthead);
  return masthead;
}
