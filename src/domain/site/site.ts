import type { AdminSettings } from './admin.ts';
import type { SectionColour } from './colours.ts';
import type { Baseline } from './baseline.ts';
import type { PolicySources } from './content-policy.ts';
import type { Dialects } from './dialects.ts';
import { readAddress } from './written-address.ts';
import type { MediaFile } from '../media/files.ts';
import type { Credit, ExternalLink } from '../contributors.ts';
import { parseUrl, type Slug, type UrlPath } from '../addresses.ts';

/** The file that says what holds for every page. */
export const SITE_PATH = 'content/site.yaml';

/** Where in the paper a story stands. schema.org: `articleSection`. */
export interface Section {
  readonly id: Slug;
  readonly title: string;
  readonly description: string | undefined;
  /** Of kickers, links and rules on its pages. */
  readonly colour?: SectionColour;
  /** Which of its list in the file it is, where ones before it are wrong and left out. */
  readonly entry?: number;
}

/** The strip that leads readers to a live channel: “Get more news, live on …”. */
export interface LiveStrip {
  readonly label: string | undefined;
  readonly text: string | undefined;
  readonly url: string | undefined;
  /** The moment from which it is not printed any more, in milliseconds since 1970. */
  readonly until: number | undefined;
}

/** What stands for the site in tabs, among bookmarks and on home screens (W3C Web Application Manifest). */
export interface SiteIcon {
  /** A PNG or an SVG of `content/`; without it, one is drawn of the first letter of the masthead. */
  readonly picture: MediaFile | undefined;
  /** The theme colour, with which browsers surround pages: `#0d5260`. */
  readonly colour: string;
}

/** The accent of `layouts/styles/tokens.css`. */
export const THEME_COLOUR = '#0d5260';

/** What readers of browsers older than the baseline are told, and how. */
export interface UnsupportedBrowser {
  /** Own wording of the message: language → text. */
  readonly message: Readonly<Record<string, string>>;
  /** Where they can get another browser. */
  readonly updateUrl: string;
  /** Whether they are told without JavaScript too, which puts the words into the stylesheet. */
  readonly withoutScript: boolean;
  /** Parts of user agents that nothing is told to. */
  readonly skip: readonly string[];
}

/** What crawlers are told in `robots.txt`. */
export interface Crawlers {
  /** Those that gather texts for language models, see `src/formats/sitemaps/robots.ts`. */
  readonly ai: 'allow' | 'refuse';
}

/** How pictures are published, see `domain/media/recipes.ts`. */
export interface PictureSettings {
  /** What browsers are offered before JPEG or PNG, the best first. */
  readonly formats: readonly ('avif' | 'webp')[];
  /** From 1 to 100, on the scale of JPEG. */
  readonly quality: number;
  /** In pixels, of pictures that are shown whole; the smallest first, at most five. */
  readonly widths: readonly number[];
  /** `link`: pictures in stories lead to their files, which are published as they are, with all that they say of when and where they were taken. */
  readonly original: 'never' | 'link';
  /** Whether a picture is drawn for social networks of pages that have none, see `pages/site/social-card.ts`. */
  readonly cards: boolean;
}

export const PICTURE_DEFAULTS: PictureSettings = {
  formats: ['webp'],
  quality: 75,
  widths: [320, 640, 960, 1280, 1920],
  original: 'never',
  cards: false,
};

/** What `content/site.yaml` says: the masthead and what holds for every page. schema.org: `WebSite`. */
export interface Site {
  readonly title: string;
  /** Scheme and host, without a slash at the end: `https://ledger.example`. */
  readonly origin: string;
  /** The folder of the host under which the site lives: empty, or `/paper`. */
  readonly basePath: string;
  readonly description: string | undefined;
  /** Who is asked to tell readers of feeds of news at once (W3C WebSub). */
  readonly hub: string | undefined;
  /** BCP 47. */
  readonly language: string;
  /** Address of the front: `/`, or that of a further language, see {@link siteIn}. */
  readonly home: UrlPath;
  /** Further languages with a front of their own, in the order of `site.yaml`. */
  readonly languages: readonly SiteLanguage[];
  /** IANA name of the zone in which every time is read and shown. */
  readonly timeZone: string;
  /** Pattern of a story's address: `/{yyyy}/{mm}/{dd}/{slug}/`. */
  readonly permalink: string;
  readonly sections: readonly Section[];
  /** Those that have a title of their own. */
  readonly series: readonly Series[];
  readonly navigation: readonly ExternalLink[] | undefined;
  /** Undefined where it could not be derived; such a site is not published. */
  readonly baseline: Baseline | undefined;
  readonly unsupportedBrowser: UnsupportedBrowser;
  readonly liveStrip: LiveStrip | undefined;
  /** Whether readers can search the stories. */
  readonly search: boolean;
  /** Whether stories can be read as Markdown and JSON beside their pages, see `domain/story/clean-text.ts`. */
  readonly cleanText: boolean;
  /** What becomes of HTML in stories: a safe set of it is kept, or all of it is shown as the text that it is. */
  readonly html: 'safe' | 'text';
  readonly publisher: Publisher;
  readonly icon: SiteIcon;
  readonly pictures: PictureSettings;
  readonly social: readonly ExternalLink[];
  readonly crawlers: Crawlers;
  /** What the Content Security Policy of its pages allows beside the site's own files; undefined where they have no policy. */
  readonly policySources: PolicySources | undefined;
  /** What its texts have beyond CommonMark. */
  readonly markdown: Dialects;
  /** Whether `content/pages/` may hold programs, see `programs.ts`, or nothing but text. */
  readonly pages: 'text' | 'programs';
  /** Where the published editor reads and writes; undefined where none is published. */
  readonly admin?: AdminSettings | undefined;
  /** Patterns of paths on the host of the site that something else serves, see `isElsewhere`. */
  readonly elsewhere: readonly string[];
  /** Severities that the newsroom has set for itself, by code: of several, the first that fits a story holds. */
  readonly standards: Readonly<Record<string, readonly Standard[]>>;
  /** Keys that stories lack: of several that give one, the first that fits a story does. */
  readonly defaults: readonly Defaults[];
  /** Own wording of printed phrases: language → phrase → text. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How grave a newsroom finds something. */
export interface Standard {
  readonly severity: 'error' | 'warn' | 'off';
  /** Only for stories dated before this, in milliseconds since 1970. */
  readonly before: number | undefined;
}

/** The key of `site.yaml` that has them. A credit under it was given to a story by the site. */
export const DEFAULTS_KEY = 'defaults';

/** Values for keys that stories lack. */
export interface Defaults {
  /** Only for stories dated before this, in milliseconds since 1970. */
  readonly before: number | undefined;
  /** Only for stories below this folder: `content/articles/archive/`. */
  readonly folder: string | undefined;
  /** As front matter gives them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The contributors among them, with where they stand in `site.yaml`. */
  readonly credits: readonly Credit[];
  /** The topics among them, as stories have them. */
  readonly topics: readonly string[];
  /** The address among them to which a live strip leads. */
  readonly stripUrl: string | undefined;
  /** Where in `site.yaml` all of this stands. */
  readonly keys: readonly (string | number)[];
}

const NEEDS_NO_ENCODING = /^[\w/.~-]*$/;

/** A page's address as it is written into a link: with the site's base path, percent-encoded. */
export function href(site: Site, url: UrlPath | string): string {
  const path = site.basePath + url;
  return NEEDS_NO_ENCODING.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');
}

/** A page's address as the rest of the world knows it. */
export function absoluteUrl(site: Site, url: UrlPath | string): string {
  return site.origin + href(site, url);
}

/** An address of `site.yaml` or a front, as it is written into a link: of a page of the site, or elsewhere. */
export function hrefOf({ basePath }: Site, written: string): string {
  return written.startsWith('/') ? encodeURI(basePath) + written : written;
}

/** The path within the site, with what follows it, if a web address leads to a page of it: with `http:` or `https:`, or without. */
export function pathOnSite({ origin, basePath }: Site, address: string): string | undefined {
  const home = origin + encodeURI(basePath);
  if (address.startsWith(`${home}/`)) return address.slice(home.length);
  const host = origin.slice(origin.indexOf('//') + '//'.length);
  if (!mayName(host, address)) return undefined;
  const url = parseUrl(address.startsWith('//') ? origin.slice(0, origin.indexOf('//')) + address : address);
  if (!url || !/^https?:$/.test(url.protocol) || url.host !== host) return undefined;
  const parts = url.pathname.split('/');
  const depth = basePath.split('/').length;
  if (decoded(parts.slice(0, depth).join('/')) !== basePath) return undefined;
  return `/${parts.slice(depth).join('/')}${url.search}${url.hash}`;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Whether an address may be on a host, which nearly no link to another site is: of a host in other letters only a parser can say. */
function mayName(host: string, address: string): boolean {
  return address.includes(host) || address.toLowerCase().includes(host) || IN_OTHER_LETTERS.test(address);
}

/** A host that is percent-encoded, or has letters beyond ASCII, of which a browser makes others. */
const IN_OTHER_LETTERS = /^[a-z]*:?[/\\]{2}[\w.:@-]*[^\w.:@/\\?#-]/i;

/** What of an address, written as a path or as a whole, is to be looked up on the site; nothing of one that leads elsewhere. */
export function pathToCheck(address: string, site: Site): string | undefined {
  return readAddress(address).kind === 'path' ? address : pathOnSite(site, address);
}

/** A further language of a site, in which it has a front, sections and feeds of its own. schema.org: `inLanguage`. */
export interface SiteLanguage {
  /** BCP 47. */
  readonly language: string;
  /** Address of its front: `/es/`. */
  readonly home: UrlPath;
  readonly title: string;
  readonly description: string | undefined;
  /** Titles of the sections in its navigation, by id; all of them, as they are called anyway, where it does not say. */
  readonly sections: Readonly<Record<string, string>> | undefined;
  readonly navigation: readonly ExternalLink[] | undefined;
  readonly publisher: LocalPublisher;
  /** Which of its list in the file it is, where ones before it are wrong and left out. */
  readonly entry?: number;
}

/** Stories that belong together, in the order of their dates. schema.org: `CreativeWorkSeries`. */
export interface Series {
  readonly id: Slug;
  readonly title: string;
  readonly description: string | undefined;
}

/** The address of the front of a section, in the language that a site is in: `/news/`, `/es/news/`. */
export function sectionUrl({ id }: Section, { home }: Site): UrlPath {
  return `${home}${id}/` as UrlPath;
}

/** The organisation that publishes the site. schema.org: `NewsMediaOrganization`. */
export interface Publisher {
  readonly name: string;
  /** Path of the logo in `content/`. */
  readonly logo: string | undefined;
  readonly contact: string | undefined;
  readonly corrections: string | undefined;
  readonly ethics: string | undefined;
  readonly ownership: string | undefined;
}

/** What is said of the publisher in a further language. */
export type LocalPublisher = { readonly [Key in keyof Publisher]: Publisher[Key] | undefined };

/** The publisher in a further language; where nothing is said in that, it is as in the main one. */
export function localPublisher(own: LocalPublisher, main: Publisher): Publisher {
  return {
    name: own.name ?? main.name,
    logo: own.logo ?? main.logo,
    contact: own.contact ?? main.contact,
    corrections: own.corrections ?? main.corrections,
    ethics: own.ethics ?? main.ethics,
    ownership: own.ownership ?? main.ownership,
  };
}

/** What of it is the address of a page. */
export const PUBLISHER_PAGES = ['contact', 'corrections', 'ethics', 'ownership'] as const;
