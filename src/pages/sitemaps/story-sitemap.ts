import type { Edition, EditionToBe } from '../../domain/edition.ts';
import { lastChange } from '../../domain/story/changes.ts';
import { isRaster } from '../../domain/media/files.ts';
import { pictureUrl } from '../../domain/media/shown-pictures.ts';
import { absoluteUrl } from '../../domain/site/site.ts';
import { shownMedia, wantsToBeFound } from '../../domain/story/entry.ts';
import { siteIn } from '../../domain/languages.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { SitemapEntry } from '../../formats/sitemaps/sitemap.ts';
import { SITEMAP_LENGTH, sitemapName, sitemapUrl, splitSitemap } from '../../formats/sitemaps/split-sitemap.ts';
import { isoTime } from '../../time/print-time.ts';
import type { Materials } from '../surroundings.ts';
import { fitsSitemap, sitemapSizeOf } from './sitemap-size.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { type Claim, claimOfSite } from '../../diagnostics/claim.ts';

/** What a sitemap of stories is made of. */
export interface StorySitemapSubject {
  readonly url: UrlPath;
  /** Oldest first. */
  readonly stories: readonly StoryEntrySubject[];
}

/** What the entry of a story in a sitemap is made of. */
export interface StoryEntrySubject {
  readonly url: UrlPath;
  /** When it was changed last, or first published, in milliseconds since 1970. */
  readonly modified: number;
  readonly images: readonly UrlPath[];
}

export const storySitemap: PageKind<StorySitemapSubject, readonly SitemapEntry[]> = {
  list: listStorySitemaps,
  urlOf: ownUrl,
  layout: () => 'sitemap',
  make: makeStorySitemap,
  sitemap: { none: 'it is one' },
  claims: { follows: claimStorySitemaps },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};

/**
 * Of all months in which there is a story, or will be. The parts of one that is too long are nobody else's anyway, see
 * `src/relate/addresses/addresses.ts`.
 */
function* claimStorySitemaps({ site, published, embargoed }: EditionToBe): Generator<Claim> {
  const names = new Set<string>();
  for (const stories of [published, embargoed]) {
    for (const { entry } of stories) {
      if (wantsToBeFound(entry)) names.add(sitemapName(entry.day.slice(0, -3), siteIn(entry.language, site).home));
    }
  }
  for (const name of names) yield claimOfSite(sitemapUrl(name), `the sitemap of ${name}`);
}

type Listed = Pick<Edition, 'site' | 'now' | 'years' | 'pictures'>;

const known = new WeakMap<Edition['years'], readonly StorySitemapSubject[]>();

/** The stories that want to be found, by the month of their first publication and the language of the site. The index asks for the same list. */
export function listStorySitemaps(edition: Listed): readonly StorySitemapSubject[] {
  const { years } = edition;
  const listed = known.get(years) ?? listMonths(edition);
  known.set(years, listed);
  return listed;
}

function listMonths({ site, now, years, pictures }: Listed): readonly StorySitemapSubject[] {
  const sizeOf = (story: StoryEntrySubject): number => sitemapSizeOf(site, story);
  const months = [...years].reverse().flatMap((year) => year.months);
  return months.flatMap(({ date, days }) => {
    const byHome = new Map([site, ...site.languages].map(({ home }) => [home, [] as StoryEntrySubject[]]));
    for (const day of days) {
      for (const { entry } of [...day.stories].reverse()) {
        if (!wantsToBeFound(entry) || !fitsSitemap(site, entry.url)) continue;
        const modified = lastChange(entry, now)?.instant ?? entry.date;
        const { home } = siteIn(entry.language, site);
        byHome
          .get(home)
          ?.push({ url: entry.url, modified, images: listImages(shownMedia(entry, now), { site, pictures }) });
      }
    }
    return [...byHome].flatMap(([home, stories]) => {
      const parts = splitSitemap(stories, { name: sitemapName(date, home), most: SITEMAP_LENGTH, sizeOf });
      return parts.map(({ url, entries }) => ({ url, stories: entries }));
    });
  });
}

/** The most pictures that a page may have in a sitemap, by Google's extension of the protocol. */
const MOST_IMAGES = 1_000;
const NO_IMAGES: readonly UrlPath[] = [];

/** The addresses of those files that a search engine takes for pictures. */
export function listImages(
  media: readonly string[],
  { site, pictures }: Pick<Edition, 'site' | 'pictures'>,
): readonly UrlPath[] {
  if (media.length === 0) return NO_IMAGES;
  const images = media.filter((path) => isRaster({ path })).map((path) => pictureUrl(path, pictures, site.pictures));
  return [...new Set(images)].filter((url) => fitsSitemap(site, url)).slice(0, MOST_IMAGES);
}

/** Makes a sitemap of stories, each with its last change and its pictures. */
function makeStorySitemap({ stories }: StorySitemapSubject, { site }: Materials): readonly SitemapEntry[] {
  return stories.map(
    (story): SitemapEntry => ({
      url: absoluteUrl(site, story.url),
      lastModified: isoTime(story.modified, site.timeZone),
      images: story.images.map((image) => absoluteUrl(site, image)),
    }),
  );
}
