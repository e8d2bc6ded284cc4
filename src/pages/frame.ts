import { CONTRIBUTORS_URL } from '../domain/contributor-url.ts';
import { CORRECTIONS_URL } from '../domain/correction.ts';
import { ARCHIVE_URL } from '../domain/date-url.ts';
import { asHtml, type Html } from '../domain/html.ts';
import { FEED_FORMATS, FEED_NAMES, FEED_TYPES, feedUrl, PODCAST_URL } from '../domain/feed-url.ts';
import { SEARCH_URL } from '../domain/search-url.ts';
import { absoluteUrl, href, type Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { sectionUrl } from '../domain/section-url.ts';
import { siteIn } from '../domain/site-in.ts';
import { directionOf } from '../words/direction.ts';
import { wordsIn } from '../words/words.ts';
import { type Alternate, frontsOf, printAlternates } from './alternates.ts';
import { type LanguageLinks, makeLanguageLinks } from './language-links.ts';
import type { Imprint } from './publication.ts';

/** What stands around the content of every page: the document's head, the masthead, the footer. */
export interface Frame {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly description: string | undefined;
  /** Address of the page, or of the one that it repeats. */
  readonly canonical: string | undefined;
  /** The same in other languages, and itself (HTML `hreflang`); none where it is in one language only. */
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
  readonly robots: string;
  readonly properties: readonly MetaProperty[];
  /** JSON that is safe inside a `script` element. */
  readonly structuredData: Html | undefined;
  /** The same of other things that it says: the way to it, what it found of a claim. */
  readonly furtherData: readonly Html[];
  readonly stylesheet: string;
  /** A script, see `src/baseline/gate.ts`. */
  readonly gate: Html;
  /** For programs that look for feeds, those of the page's own list first. */
  readonly feeds: readonly FeedLink[];
  /** For readers of a list that has feeds of its own, and for those who can hear the podcast. */
  readonly follow: readonly Link[];
  readonly masthead: Masthead;
  readonly footer: Footer;
}

/** Open Graph (ogp.me) and what follows its pattern. */
export interface MetaProperty {
  readonly property: string;
  readonly content: string;
}

export interface Link {
  readonly label: string;
  readonly href: string;
}

/** A feed, with the MIME type of its format. */
export interface FeedLink extends Link {
  readonly type: string;
}

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
  /** Where readers can search, unless the newsroom's own navigation leads there. */
  readonly search: (Link & { readonly isCurrent: boolean }) | undefined;
}

/** The bottom of every page, in a language that the site has a front in. */
export interface Footer {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly description: string | undefined;
  readonly publisher: string;
  readonly links: readonly Link[];
  readonly search: SearchForm | undefined;
}

/** The way to the search from anywhere. */
export interface SearchForm {
  readonly action: string;
  /** What is to be written into it. */
  readonly label: string;
  readonly button: string;
}

/** What one page says of itself. */
export interface Heading {
  readonly url: UrlPath;
  readonly title: string;
  readonly language?: string;
  readonly description?: string | undefined;
  readonly canonical?: string | undefined;
  /** The page in all languages that it is in. The first is for readers of any other. */
  readonly alternates?: readonly Alternate[] | undefined;
  readonly isIndexed?: boolean;
  /** The section in whose part of the navigation it is. */
  readonly sectionUrl?: UrlPath | undefined;
  /** Whether there is a podcast, and the page has to do with it. */
  readonly hasPodcast?: boolean | undefined;
  /** The list that the page shows, or a part of, where it has feeds of its own. */
  readonly list?: { readonly url: UrlPath; readonly name: string } | undefined;
  readonly properties?: readonly MetaProperty[];
  readonly structuredData?: Html | undefined;
  readonly furtherData?: readonly Html[];
}

/** Makes the frame of a page: in its language, with the masthead and the footer of that language or of the site. */
export function makeFrame(heading: Heading, { edition, assets }: Pick<Imprint, 'edition' | 'assets'>): Frame {
  const language = heading.language ?? edition.site.language;
  const site = siteIn(language, edition.site);
  const words = wordsIn(site.language, site.words);
  const description = heading.description ?? site.description;
  const isHome = heading.url === site.home;
  const { list } = heading;
  const alternates = isHome ? frontsOf(site) : (heading.alternates ?? []);
  const podcast: readonly FeedLink[] = heading.hasPodcast
    ? [{ type: FEED_TYPES.rss, label: `${words('podcast')} – ${site.title}`, href: href(site, PODCAST_URL) }]
    : [];
  const url = heading.canonical ?? absoluteUrl(site, heading.url);
  return {
    language,
    direction: directionOf(language),
    title: isHome ? site.title : `${heading.title} – ${site.title}`,
    description,
    canonical: url,
    alternates: printAlternates(alternates, site),
    robots: heading.isIndexed === false ? 'noindex' : 'max-image-preview:large',
    properties: [
      { property: 'og:site_name', content: site.title },
      { property: 'og:title', content: heading.title },
      ...(description === undefined ? [] : [{ property: 'og:description', content: description }]),
      { property: 'og:url', content: url },
      { property: 'og:locale', content: localeOf(language) },
      ...alternates.flatMap((other) =>
        other.language === language ? [] : [{ property: 'og:locale:alternate', content: localeOf(other.language) }],
      ),
      ...(heading.properties ?? [{ property: 'og:type', content: 'website' }]),
    ],
    structuredData: heading.structuredData,
    furtherData: heading.furtherData ?? [],
    stylesheet: href(site, assets.stylesheet),
    gate: asHtml(assets.gate),
    feeds: [...(list ? feedLinks(site, list.url, `${list.name} – ${site.title}`) : []), ...siteFeeds(site), ...podcast],
    follow: [
      ...(list ? [{ label: words('feed'), href: href(site, feedUrl(list.url, 'rss')) }] : []),
      ...podcast.map((link) => ({ ...link, label: words('podcast') })),
    ],
    masthead: mastheadOf({ ...edition, site }, isHome ? site.home : (heading.sectionUrl ?? heading.url)),
    footer: footerOf({ ...edition, site }),
  };
}

/** A language as Open Graph writes it: `es_MX`. */
function localeOf(language: string): string {
  return language.replaceAll('-', '_');
}

function siteFeeds(site: Site): readonly FeedLink[] {
  return feedLinks(site, site.home, site.title);
}

function feedLinks(site: Site, front: UrlPath, title: string): readonly FeedLink[] {
  return FEED_FORMATS.map((format) => ({
    type: FEED_TYPES[format],
    label: `${title} (${FEED_NAMES[format]})`,
    href: href(site, feedUrl(front, format)),
  }));
}

const mastheads = new WeakMap<Site, Map<string, Masthead>>();

/** One object for all pages that have the same one, so that it needs to be printed only once. */
function mastheadOf({ site, hasArchive }: Imprint['edition'], url: string): Masthead {
  const made = mastheads.get(site) ?? new Map<string, Masthead>();
  mastheads.set(site, made);
  const words = wordsIn(site.language, site.words);
  const navigation = navigationOf(site, url);
  const isOwn = navigation.some(({ href: to }) => to === href(site, SEARCH_URL));
  const search =
    site.search && hasArchive && !isOwn ? { label: words('search'), href: href(site, SEARCH_URL) } : undefined;
  const isSearch = url === SEARCH_URL;
  const found = navigation.find(({ isCurrent }) => isCurrent)?.href;
  const current = url === site.home || isSearch ? url : (found ?? '');
  const key = `${hasArchive} ${current}`;
  const known = made.get(key);
  if (known) return known;
  const masthead: Masthead = {
    language: site.language,
    direction: directionOf(site.language),
    skip: words('skipToContent'),
    title: site.title,
    home: href(site, site.home),
    isHome: url === site.home,
    navigationLabel: words('sections'),
    navigation,
    languages: makeLanguageLinks(site),
    search: search && { ...search, isCurrent: isSearch },
  };
  made.set(key, masthead);
  return masthead;
}

const footers = new WeakMap<Site, Map<string, Footer>>();

function footerOf({ site, hasArchive, hasContributors }: Imprint['edition']): Footer {
  const made = footers.get(site) ?? new Map<string, Footer>();
  footers.set(site, made);
  const own = {
    archive: hasArchive ? ARCHIVE_URL : undefined,
    contributors: hasContributors ? CONTRIBUTORS_URL : undefined,
  };
  const key = `${hasArchive} ${hasContributors}`;
  const known = made.get(key);
  if (known) return known;
  const footer: Footer = {
    language: site.language,
    direction: directionOf(site.language),
    description: site.description,
    publisher: site.publisher.name,
    links: footerLinks(site, own),
    search: site.search && hasArchive ? makeSearchForm(site) : undefined,
  };
  made.set(key, footer);
  return footer;
}

/** Makes the way to the search, in the language of the site. */
export function makeSearchForm(site: Site): SearchForm {
  const words = wordsIn(site.language, site.words);
  return { action: href(site, SEARCH_URL), label: words('searchFor'), button: words('search') };
}

function navigationOf(site: Site, current: string): Masthead['navigation'] {
  const links =
    site.navigation ?? site.sections.map((section) => ({ label: section.title, url: sectionUrl(section, site) }));
  return links.map(({ label, url }) => ({ ...linkTo(site, label, url), isCurrent: url === current }));
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

/** A link of `site.yaml`, which may lead to a page of the site or elsewhere. */
export function linkTo(site: Site, label: string, url: string): Link {
  return { label, href: url.startsWith('/') ? encodeURI(site.basePath) + url : url };
}
