import { CONTRIBUTORS_URL } from '../../domain/contributors.ts';
import { CORRECTIONS_URL } from '../../domain/corrections.ts';
import { ARCHIVE_URL } from '../../domain/dates.ts';
import { feedUrl } from '../../domain/feeds.ts';
import { searchUrl } from '../../domain/search/urls.ts';
import type { Site } from '../../domain/site/site.ts';
import { mainSiteOf } from '../../domain/languages.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { directionOf } from '../../words/language-names.ts';
import { wordsIn } from '../../words/words.ts';
import { type Link, linkTo } from './link.ts';
import type { Imprint } from '../imprint.ts';
import { makeSearchForm, type SearchForm } from '../search/search-form.ts';

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

const footers = new WeakMap<Site, Map<string, Footer>>();

/** Makes the footer. One object for all pages that have the same one, so that it needs to be printed only once. */
export function makeFooter({ site, hasArchive, hasContributors, searchUrls }: Imprint['edition']): Footer {
  const made = footers.get(site) ?? new Map<string, Footer>();
  footers.set(site, made);
  const hasSearch = searchUrls.includes(searchUrl(site));
  const key = `${hasArchive} ${hasContributors} ${hasSearch}`;
  const known = made.get(key);
  if (known) return known;
  const footer: Footer = {
    language: site.language,
    direction: directionOf(site.language),
    description: site.description,
    publisher: { label: site.publisher.name, language: namedIn(site) },
    links: footerLinks(site, {
      archive: hasArchive ? ARCHIVE_URL : undefined,
      contributors: hasContributors ? CONTRIBUTORS_URL : undefined,
    }),
    search: hasSearch ? makeSearchForm(site) : undefined,
  };
  made.set(key, footer);
  return footer;
}

/** The language of the publisher's name, where it is not that of the site. */
function namedIn(site: Site): string | undefined {
  const main = mainSiteOf(site);
  return site !== main && site.publisher.name === main.publisher.name ? main.language : undefined;
}

function footerLinks(
  site: Site,
  urls: { readonly archive: UrlPath | undefined; readonly contributors: UrlPath | undefined },
): Footer['links'] {
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
  const ofSite = [
    [words('corrections'), CORRECTIONS_URL],
    [words('contributors'), urls.contributors],
    [words('archive'), urls.archive],
  ] as const;
  return [
    ...ofPublisher.flatMap(([label, key]) => {
      const url = key === undefined ? undefined : site.publisher[key];
      if (key === undefined || url === undefined) return [];
      const isMain = url === main.publisher[key] && url.startsWith('/');
      return [{ ...linkTo(site, label, url), hreflang: isMain ? elsewhere : undefined }];
    }),
    ...ofSite.flatMap(([label, url]) =>
      url === undefined ? [] : [{ ...linkTo(site, label, url), hreflang: elsewhere }],
    ),
    linkTo(site, words('feed'), feedUrl(site.home, 'rss')),
    ...site.social.map(({ label, url }) => ({ ...linkTo(site, label, url), language: elsewhere })),
  ];
}
