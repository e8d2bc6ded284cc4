import type { Site } from '../domain/site.ts';
import { type BannerWords, bannerWords } from './banner-words.ts';

/** What the script of the banner is given, see `layouts/scripts/unsupported-browser.js`. */
export interface BannerSettings {
  readonly words: Readonly<Record<string, BannerWords>>;
  /** The language of pages that have none, or one without words. */
  readonly language: string;
  readonly update: string;
  /** A regular expression for user agents that are not told. */
  readonly skip: string;
  /** Under which a dismissal is remembered; another baseline is another matter. */
  readonly key: string;
  readonly days: number;
  /** For which part of the host a dismissal holds. */
  readonly path: string;
}

/** Programs that open pages without a reader: crawlers, previews of links, tests, archives, printers. */
const NO_READERS = [
  'bot',
  'crawl',
  'spider',
  'slurp',
  'archiv',
  'preview',
  'facebookexternalhit',
  'feed',
  'headless',
  'lighthouse',
  'pagespeed',
  'prerender',
  'scrape',
  'validator',
  'wkhtml',
];

/**
 * Settles what the banner says and does on a site.
 *
 * @param languages The languages of its pages, BCP 47.
 */
export function settleBanner(site: Site, condition: string, languages: readonly string[]): BannerSettings {
  const { message, updateUrl, skip } = site.unsupportedBrowser;
  const known = bannerWords([...languages, site.language], message);
  const words = Object.keys(known).length > 0 ? known : bannerWords(['en'], {});
  const tag = site.language.toLowerCase();
  const own = [tag, tag.split('-')[0] ?? '', 'en'].find((language) => Object.hasOwn(words, language));
  return {
    words,
    language: own ?? Object.keys(words)[0] ?? 'en',
    update: updateUrl,
    skip: [...NO_READERS, ...skip.map(escapeForRegExp)].join('|'),
    key: `unsupported${condition.replace(/[^a-z0-9]+/gi, '-')}`,
    days: 30,
    path: `${site.basePath}/`,
  };
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
