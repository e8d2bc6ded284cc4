import { FEED_FORMATS, feedUrl } from '../../domain/feeds.ts';
import { type Section, sectionUrl, type Site, SITE_PATH } from '../../domain/site/site.ts';
import { siteIn } from '../../domain/languages.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { valueAt } from '../../diagnostics/finding.ts';
import type { Addresses, Holder } from '../addresses/addresses.ts';
import type { CheckedStories } from '../story/sorted-stories.ts';
import { claimList, claimPages } from '../addresses/claim-lists.ts';
import { hasSectionFront, storiesByLanguage } from './fronts.ts';
import type { StoryLists } from '../lists/story-lists.ts';

/** Claims the fronts in further languages of a site: those that are there however many stories there are. */
export function claimLanguageFronts(site: Site, addresses: Addresses): void {
  site.languages.forEach((own, index) => {
    const local = siteIn(own.language, site);
    const holder = holderOf(index);
    // Whoever has the front is told of that alone.
    const formats = addresses.has(own.home) ? [] : FEED_FORMATS;
    addresses.claim(own.home, () => ({ ...holder, what: `the front in ${own.language}` }));
    for (const format of formats) {
      addresses.claim(feedUrl(own.home, format), () => ({ ...holder, what: `a feed of the front in ${own.language}` }));
    }
    for (const section of local.sections.filter((one) => hasSectionFront(own, one))) {
      addresses.claim(sectionUrl(section, local), () => ({ ...holder, what: whatOf(section, own.language) }));
    }
  });
}

/**
 * Claims what follows from the stories in each further language: fronts of sections that its navigation does not lead to, and
 * archive pages. Returns the addresses of fronts that will be there when an embargo ends.
 */
export function claimLanguageLists(
  site: Site,
  { embargoed, languages }: Pick<CheckedStories, 'embargoed'> & Pick<StoryLists, 'languages'>,
  addresses: Addresses,
): readonly UrlPath[] {
  if (site.languages.length === 0) return [];
  const embargoedIn = storiesByLanguage(embargoed, site);
  return site.languages.flatMap((own, index) => {
    const local = siteIn(own.language, site);
    const { archive = [], sections = [] } = languages.find(({ language }) => language === own.language) ?? {};
    claimPages(archive, () => ({ ...holderOf(index), what: `the archive of the front in ${own.language}` }), addresses);
    const toCome = new Set(embargoedIn(own.language).map(({ section }) => section?.id));
    return local.sections.flatMap((section) => {
      const url = sectionUrl(section, local);
      const list = sections.find((one) => one.url === url);
      if (!list && !toCome.has(section.id)) return [];
      const ofSection = (): Holder => ({ ...holderOf(index), what: whatOf(section, own.language) });
      claimList({ list: list ?? { url, archive: [] }, holderOf: ofSection }, addresses);
      if (hasSectionFront(own, section)) return [];
      addresses.claimFixed(url, ofSection);
      return list ? [] : [url];
    });
  });
}

function holderOf(index: number): Omit<Holder, 'what'> {
  return { path: SITE_PATH, at: valueAt('languages', index, 'language') };
}

function whatOf({ title }: Section, language: string): string {
  return `the section “${title}” in ${language}`;
}
