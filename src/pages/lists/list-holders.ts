import { allStoriesOf, type StoryList } from '../../domain/lists/lists.ts';
import { contributorUrl } from '../../domain/contributors.ts';
import type { EditionToBe } from '../../domain/edition.ts';
import type { Entry } from '../../domain/story/entry.ts';
import { hasSectionFront, siteIn, storiesByLanguage } from '../../domain/languages.ts';
import { type Section, sectionUrl, SITE_PATH, type SiteLanguage } from '../../domain/site/site.ts';
import { type Claim, type Holder, type HolderOf, withWhat } from '../../diagnostics/claim.ts';
import { valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import type { UrlPath } from '../../domain/addresses.ts';

/** A list of stories, as far as addresses follow from it. */
export interface HeldList {
  readonly list: Pick<StoryList, 'url' | 'archive'>;
  /** Who has all its addresses; `what` is what it is called, as in “a feed of …”. */
  readonly holderOf: HolderOf;
}

/** The sections of a site in its main language. */
export function heldSections({ sections }: EditionToBe): readonly HeldList[] {
  return sections.map((list, index) => ({
    list,
    holderOf: () => ({
      path: SITE_PATH,
      at: valueAt('sections', list.section.entry ?? index, 'id'),
      what: `the section “${list.section.title}”`,
    }),
  }));
}

/** The lists of stories of everybody who can be credited, in the order of their files. */
export function heldContributors({ people, contributors }: EditionToBe): readonly HeldList[] {
  const byUrl = new Map(contributors.map((list) => [list.url, list]));
  return people.map((contributor) => {
    const { path, name } = contributor;
    const url = contributorUrl(contributor);
    const list = byUrl.get(url) ?? { url, archive: [] };
    return { list, holderOf: () => ({ path, at: WHOLE_FILE, what: name }) };
  });
}

/** The topics of published stories. Each belongs to the first of them that has it. */
export function heldTopics({ topics }: EditionToBe): readonly HeldList[] {
  return topics.map((list) => ({
    list,
    holderOf: () => {
      const { name } = list.topic;
      const { path, topics: named } = firstOf(list);
      return { path, at: valueAt('topics', named.indexOf(name)), what: `the topic “${name}”` };
    },
  }));
}

/** The series of published stories. Each belongs to the first of them that is a part of it. */
export function heldSeries({ series }: EditionToBe): readonly HeldList[] {
  return series.map((list) => ({
    list,
    holderOf: () => ({ path: firstOf(list).path, at: valueAt('series'), what: `the series “${list.series.title}”` }),
  }));
}

/** The story of a list that is the first in the order of files. */
function firstOf(list: StoryList): Pick<Entry, 'path' | 'topics'> {
  let first: Entry | undefined;
  for (const { entry } of allStoriesOf(list)) if (first === undefined || entry.path < first.path) first = entry;
  return first ?? { path: SITE_PATH, topics: [] };
}

/** A section in a further language of the site. */
export interface HeldLocalSection extends HeldList {
  /** Whether its front is there however many stories there are. */
  readonly isNamed: boolean;
  /** Whether there is nothing in it until an embargo ends. */
  readonly isToCome: boolean;
}

/** The sections in further languages that have a front, or will have one when an embargo ends. */
export function heldLocalSections({ site, languages, embargoed }: EditionToBe): readonly HeldLocalSection[] {
  if (site.languages.length === 0) return [];
  const embargoedIn = storiesByLanguage(embargoed, site);
  return site.languages.flatMap((own, index) => {
    const local = siteIn(own.language, site);
    const { sections = [] } = languages.find(({ language }) => language === own.language) ?? {};
    const toCome = new Set(embargoedIn(own.language).map(({ section }) => section?.id));
    return local.sections.flatMap((section) => {
      const url = sectionUrl(section, local);
      const list = sections.find((one) => one.url === url);
      if (!list && !toCome.has(section.id)) return [];
      return {
        list: list ?? { url, archive: [] },
        holderOf: () => holderOfSection(section, own, index),
        isNamed: hasSectionFront(own, section),
        isToCome: list === undefined,
      };
    });
  });
}

/** Who has a section in a further language; `index` is the language's among those of the site. */
export function holderOfSection({ title }: Section, { language, entry }: SiteLanguage, index: number): Holder {
  return { ...holderOfLanguage(entry ?? index), what: `the section “${title}” in ${language}` };
}

/** Where the addresses of a further language come from; `index` is its in `site.yaml`. */
export function holderOfLanguage(index: number): Omit<Holder, 'what'> {
  return { path: SITE_PATH, at: valueAt('languages', index, 'language') };
}

/** All lists that have an archive and feeds beside their fronts, but for the fronts of languages. */
export function heldLists(edition: EditionToBe): readonly HeldList[] {
  return [
    ...heldSections(edition),
    ...heldContributors(edition),
    ...heldTopics(edition),
    ...heldSeries(edition),
    ...heldLocalSections(edition),
  ];
}

/** The claims of the pages of an archive, the oldest first; the holder’s `what` is what they are pages of. */
export function claimsOfPages(archive: readonly { readonly url: UrlPath }[], holderOf: HolderOf): readonly Claim[] {
  return archive.map(({ url }, index) => ({
    url,
    holderOf: withWhat(holderOf, (what) => `page ${index + 1} of ${what}`),
  }));
}
