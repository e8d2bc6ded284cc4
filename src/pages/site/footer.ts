import { CORRECTIONS_URL } from '../../domain/corrections/correction-list.ts';
import { href, type Site } from '../../domain/site/site.ts';
import { mainSiteOf } from '../../domain/languages.ts';
import { directionOf } from '../../words/language-names.ts';
import { wordsIn } from '../../words/words.ts';
import { type Link, linkTo } from './link.ts';
import { searchUrlIn, type Surroundings } from '../surroundings.ts';
import { searchUrl } from '../../domain/search/urls.ts';

/** The bottom of every page, in a language that the site has a front in. */
export interface Footer {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly description: string | undefined;
  readonly publisher: FooterText;
  readonly links: readonly (Link & FooterText)[];
  /** Where there is something to be found in that language. */
  readonly search: SearchForm | undefined;
}

/** Words of the footer. */
interface FooterText {
  readonly label: string;
  /** Theirs, where `site.yaml` has them in the main language of the site only. */
  readonly language?: string | undefined;
}

/** By the site, and the navigation, that they are of. */
const footers = new WeakMap<Site, { readonly navigation: Surroundings['navigation']; readonly footer: Footer }>();

/** Makes the footer. One object for all pages that have the same one, so that it needs to be printed only once. */
export function makeFooter({ site, navigation }: Pick<Surroundings, 'site' | 'navigation'>): Footer {
  const known = footers.get(site);
  if (known?.navigation === navigation) return known.footer;
  const footer: Footer = {
    language: site.language,
    direction: directionOf(site.language),
    description: site.description,
    publisher: { label: site.publisher.name, language: namedIn(site) },
    links: footerLinks(site, navigation),
    search: searchUrlIn(site, navigation) === undefined ? undefined : makeSearchForm(site),
  };
  footers.set(site, { navigation, footer });
  return footer;
}

/** The language of the publisher's name, where it is not that of the site. */
function namedIn(site: Site): string | undefined {
  const main = mainSiteOf(site);
  return site !== main && site.publisher.name === main.publisher.name ? main.language : undefined;
}

function footerLinks(site: Site, navigation: Surroundings['navigation']): Footer['links'] {
  const words = wordsIn(site.language, site.words);
  const main = mainSiteOf(site);
  const elsewhere = site === main ? undefined : main.language;
  const { corrections } = site.publisher;
  const ofPublisher = [
    [words('contact'), 'contact'],
    [words('correctionsPolicy'), corrections === CORRECTIONS_URL ? undefined : 'corrections'],
    [words('ethicsPolicy'), 'ethics'],
    [words('ownership'), 'ownership'],
  ] as const;
  return [
    ...ofPublisher.flatMap(([label, key]) => {
      const url = key === undefined ? undefined : site.publisher[key];
      if (key === undefined || url === undefined) return [];
      const isMain = url === main.publisher[key] && url.startsWith('/');
      return [{ ...linkTo(site, label, url), hreflang: isMain ? elsewhere : undefined }];
    }),
    ...navigation.flatMap(({ place, label, urls }) => {
      const own = urls[site.home];
      const url = own ?? urls[main.home];
      if (place !== 'footer' || url === undefined) return [];
      return [{ ...linkTo(site, words(label), url), hreflang: own === undefined ? elsewhere : undefined }];
    }),
    ...site.social.map(({ label, url }) => ({ ...linkTo(site, label, url), language: elsewhere })),
  ];
}

/** The way to the search from anywhere. */
export interface SearchForm {
  readonly action: string;
  /** What is to be written into it. */
  readonly label: string;
  readonly button: string;
}

/** Makes the way to the search, in the language of the site. */
export function makeSearchForm(site: Site): SearchForm {
  const words = wordsIn(site.language, site.words);
  return { action: href(site, searchUrl(site)), label: words('searchFor'), button: words('search') };
}
