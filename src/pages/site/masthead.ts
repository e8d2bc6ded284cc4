import { href, sectionUrl, type Site } from '../../domain/site/site.ts';
import { directionOf } from '../../words/language-names.ts';
import { wordsIn } from '../../words/words.ts';
import { type LanguageLinks, makeLanguageLinks } from '../languages.ts';
import { type Link, linkTo } from './link.ts';
import { type Surroundings, searchUrlIn } from '../surroundings.ts';

/** The top of every page, in a language that the site has a front in. */
export interface Masthead {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly skip: string;
  readonly title: string;
  readonly home: string;
  readonly isHome: boolean;
  /** What opens the navigation where there is no room for it. */
  readonly menuLabel: string;
  readonly navigationLabel: string;
  readonly navigation: readonly (Link & { readonly isCurrent: boolean })[];
  /** The fronts in all languages, where there are several. */
  readonly languages: LanguageLinks | undefined;
  /** Where readers search that language, unless there is nothing to be found or the newsroom's own navigation leads there. */
  readonly search: (Link & { readonly isCurrent: boolean }) | undefined;
}

/** By the site, and the navigation, that they are of. */
const mastheads = new WeakMap<
  Site,
  { readonly navigation: Surroundings['navigation']; readonly made: Map<string, Masthead> }
>();

/**
 * Makes the masthead of pages in one part of the navigation: that of the address, where it leads there. One object for all
 * pages that have the same one, so that it needs to be printed only once.
 */
export function makeMasthead({ site, navigation }: Pick<Surroundings, 'site' | 'navigation'>, url: string): Masthead {
  const before = mastheads.get(site);
  const made = before?.navigation === navigation ? before.made : new Map<string, Masthead>();
  if (made !== before?.made) mastheads.set(site, { navigation, made });
  const links = site.navigation ?? site.sections.map((one) => ({ label: one.title, url: sectionUrl(one, site) }));
  const leadsTo = (address: string): boolean => links.some((link) => link.url === address);
  const search = searchUrlIn(site, navigation);
  const key = url === site.home || url === search || leadsTo(url) ? url : '';
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
    menuLabel: words('menu'),
    navigationLabel: words('sections'),
    navigation: links.map((link) => ({ ...linkTo(site, link.label, link.url), isCurrent: link.url === url })),
    languages: makeLanguageLinks(site),
    search:
      search !== undefined && !leadsTo(search)
        ? { label: words('search'), href: href(site, search), isCurrent: url === search }
        : undefined,
  };
  made.set(key, masthead);
  return masthead;
}
