import { type Alternate, siteIn } from '../../domain/languages.ts';
import { asHtml, type Html } from '../../domain/html.ts';
import { FEED_FORMATS, FEEDS, feedUrl, PODCAST_URL } from '../../domain/feeds.ts';
import { absoluteUrl, href, sectionUrl, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { directionOf } from '../../words/language-names.ts';
import { wordsIn } from '../../words/words.ts';
import { hasNotation } from '../../markdown/dialects/dialects.ts';
import { hasChart } from '../../markdown/directives/chart.ts';
import { contentPolicyOf } from './content-policy.ts';
import { frontsOf, printAlternates } from '../languages.ts';
import { type Footer, makeFooter } from './footer.ts';
import type { Link } from './link.ts';
import { makeMasthead, type Masthead } from './masthead.ts';
import { CARD_SIZE, cardUrl, type SocialCard, socialCard } from './social-card.ts';
import type { Icons, Surroundings } from '../surroundings.ts';

/** What stands around the content of every page: the document's head, the masthead, the footer. */
export interface Frame {
  /** The page's Content Security Policy, unless the site has none. */
  readonly policy: string | undefined;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The section whose colour the page has. */
  readonly section: string | undefined;
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
  /** What some pages need, fronts before and those with a chart behind that of all pages. */
  readonly stylesheets: readonly string[];
  readonly icons: PageIcons;
  /** A script, see `src/baseline/banner.ts`. */
  readonly gate: Html;
  /** A script for the end of the page, see `src/assets/loader.ts`. */
  readonly loader: Html;
  /** For programs that look for feeds, those of the page's own list first. */
  readonly feeds: readonly FeedLink[];
  /** The page in other forms, for programs that read it. */
  readonly texts: readonly FeedLink[];
  /** For readers of a list that has feeds of its own, and for those who can hear the podcast. */
  readonly follow: readonly Link[];
  readonly masthead: Masthead;
  readonly footer: Footer;
}

/** What stands for the site in tabs and on home screens. */
export interface PageIcons {
  readonly icon: { readonly href: string; readonly type: string };
  /** For home screens that take pictures made of pixels only. */
  readonly touch: string | undefined;
  readonly manifest: string;
  /** The theme colour. */
  readonly colour: string;
}

/** Open Graph (ogp.me) and what follows its pattern. */
export interface MetaProperty {
  readonly property: string;
  readonly content: string;
}

/** The picture of a page that social networks and messengers show. */
export interface SocialImage {
  readonly url: UrlPath;
  /** In pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly alt: string;
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
  /** Whether it arranges cards as fronts do. */
  readonly isFront?: boolean;
  /** The section in whose part of the navigation it is. */
  readonly sectionUrl?: UrlPath | undefined;
  /** Whether there is a podcast, and the page has to do with it. */
  readonly hasPodcast?: boolean | undefined;
  /** The list that the page shows, or a part of, where it has feeds of its own. */
  readonly list?: { readonly url: UrlPath; readonly name: string } | undefined;
  /** The same in other forms. */
  readonly texts?: readonly FeedLink[];
  readonly properties?: readonly MetaProperty[];
  /** What networks show of it: a picture of its own, or else a card, or else that of the site. */
  readonly image?: SocialImage | undefined;
  readonly card?: SocialCard | undefined;
  readonly structuredData?: Html | undefined;
  readonly furtherData?: readonly Html[];
  /** The texts that it shows: what they need of stylesheets follows. */
  readonly bodies?: readonly Html[];
}

/** Makes the frame of a page: in its language, with the masthead and the footer of that language or of the site. */
export function makeFrame(heading: Heading, { site: main, navigation, assets, icons }: Surroundings): Frame {
  const language = heading.language ?? main.language;
  const site = siteIn(language, main);
  const words = wordsIn(site.language, site.words);
  const description = heading.description ?? site.description;
  const isHome = heading.url === site.home;
  const { list } = heading;
  const alternates = isHome ? frontsOf(site) : (heading.alternates ?? []);
  const podcast: readonly FeedLink[] = heading.hasPodcast
    ? [{ type: FEEDS.rss.type, label: `${words('podcast')} – ${site.title}`, href: href(site, PODCAST_URL) }]
    : [];
  const url = heading.canonical ?? absoluteUrl(site, heading.url);
  return {
    policy: contentPolicyOf({ site: main, assets }),
    language,
    direction: directionOf(language),
    section: colouredSection(heading.sectionUrl ?? heading.url, site),
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
      ...imageProperties(imageOf(heading, site), site),
    ],
    structuredData: heading.structuredData,
    furtherData: heading.furtherData ?? [],
    stylesheets: [
      ...(heading.isFront ? [href(site, assets.frontStylesheet)] : []),
      href(site, assets.stylesheet),
      ...((heading.bodies ?? []).some(hasChart) ? [href(site, assets.chartStylesheet)] : []),
      ...((heading.bodies ?? []).some(hasNotation) ? [href(site, assets.notationStylesheet)] : []),
    ],
    icons: linkIcons(icons, main),
    gate: asHtml(assets.gate),
    loader: asHtml(assets.loader),
    feeds: [
      ...(list ? feedLinks(site, list.url, `${list.name} – ${site.title}`) : []),
      ...feedLinks(site, site.home, site.title),
      ...podcast,
    ],
    texts: heading.texts ?? [],
    follow: [
      ...(list ? [{ label: words('feed'), href: href(site, feedUrl(list.url, 'rss')) }] : []),
      ...podcast.map((link) => ({ ...link, label: words('podcast') })),
    ],
    masthead: makeMasthead({ site, navigation }, isHome ? site.home : (heading.sectionUrl ?? heading.url)),
    footer: makeFooter({ site, navigation }),
  };
}

/** What networks show of a page, if there is anything. */
function imageOf({ image, card: own, title }: Heading, site: Site): SocialImage | undefined {
  if (image) return image;
  const card = own ?? socialCard({ language: site.language }, site);
  return card && { url: cardUrl(card), ...CARD_SIZE, alt: own ? title : site.title };
}

/** Open Graph's `image`, and the kind of card that X makes of a page. */
function imageProperties(image: SocialImage | undefined, site: Site): readonly MetaProperty[] {
  if (!image) return [{ property: 'twitter:card', content: 'summary' }];
  const { url, width, height, alt } = image;
  return [
    { property: 'og:image', content: absoluteUrl(site, url) },
    ...(width === undefined ? [] : [{ property: 'og:image:width', content: String(width) }]),
    ...(height === undefined ? [] : [{ property: 'og:image:height', content: String(height) }]),
    { property: 'og:image:alt', content: alt },
    { property: 'twitter:card', content: 'summary_large_image' },
  ];
}

/** The section at an address or above it, if it has a colour of its own. */
function colouredSection(url: UrlPath, site: Site): string | undefined {
  return site.sections.find((section) => section.colour && sectionUrl(section, site) === url)?.id;
}

/** By the icons of a site: all pages have the same. */
const linked = new WeakMap<Icons, PageIcons>();

function linkIcons(icons: Icons, site: Site): PageIcons {
  const known = linked.get(icons);
  if (known) return known;
  const { icon, touch, manifest, colour } = icons;
  const made: PageIcons = {
    icon: { href: href(site, icon.url), type: icon.type },
    touch: touch && href(site, touch),
    manifest: href(site, manifest),
    colour,
  };
  linked.set(icons, made);
  return made;
}

/** A language as Open Graph writes it: `es_MX`. */
function localeOf(language: string): string {
  return language.replaceAll('-', '_');
}

/** A feed, or a page in another form, with the MIME type of its format. */
export interface FeedLink extends Link {
  readonly type: string;
}

/** The feeds of a list whose front is there, in all formats. */
function feedLinks(site: Site, front: UrlPath, title: string): readonly FeedLink[] {
  return FEED_FORMATS.map((format) => ({
    type: FEEDS[format].type,
    label: `${title} (${FEEDS[format].name})`,
    href: href(site, feedUrl(front, format)),
  }));
}
