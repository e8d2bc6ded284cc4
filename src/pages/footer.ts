import { CONTRIBUTORS_URL } from '../domain/contributor-url.ts';
import { CORRECTIONS_URL } from '../domain/correction.ts';
import { ARCHIVE_URL } from '../domain/date-url.ts';
import { feedUrl } from '../domain/feed-url.ts';
import { searchUrl } from '../domain/search-url.ts';
import type { Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { directionOf } from '../words/direction.ts';
import { wordsIn } from '../words/words.ts';
import { type Link, linkTo } from './link.ts';
import type { Imprint } from './publication.ts';
import { makeSearchForm, type SearchForm } from './search-form.ts';

/** The bottom of every page, in a language that the site has a front in. */
export interface Footer {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly description: string | undefined;
  readonly publisher: string;
  readonly links: readonly Link[];
  /** Where there is something to be found in that language. */
  readonly search: SearchForm | undefined;
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
    publisher: site.publisher.name,
    links: footerLinks(site, {
      archive: hasArchive ? ARCHIVE_URL : undefined,
      contributors: hasContributors ? CONTRIBUTORS_URL : undefined,
    }),
    search: hasSearch ? makeSearchForm(site) : undefined,
  };
  made.set(key, footer);
  return footer;
}

function footerLinks(
  site: Site,
  urls: { readonly archive: UrlPath | undefined; readonly contributors: UrlPath | undefined },
): readonly Link[] {
  const words = wordsIn(site.language, site.words);
  const { contact, corrections, ethics, ownership } = site.publisher;
  const own = [
    [words('contact'), contact],
    [words('correctionsPolicy'), corrections === CORRECTIONS_URL ? undefined : corrections],
    [words('ethicsPolicy'), ethics],
    [words('ownership'), ownership],
    [words('corrections'), CORRECTIONS_URL],
    [words('contributors'), urls.contributors],
    [words('archive'), urls.archive],
    [words('feed'), feedUrl(site.home, 'rss')],
  ] as const;
  return [
    ...own.flatMap(([label, url]) => (url === undefined ? [] : [linkTo(site, label, url)])),
    ...site.social.map(({ label, url }) => linkTo(site, label, url)),
  ];
}
