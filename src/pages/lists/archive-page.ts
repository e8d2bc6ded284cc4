import type { Edition, EditionToBe } from '../../domain/edition.ts';
import type { Story } from '../../domain/story/story.ts';
import type { StoryList } from '../../domain/lists/lists.ts';
import { href, sectionUrl, type Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { breadcrumbJsonLd } from '../../formats/structured-data/web-page.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { siteIn } from '../../domain/languages.ts';
import { printTime } from '../../time/print-time.ts';
import { printPlainNumber } from '../../words/counts.ts';
import { fillPhrase, wordsIn } from '../../words/words.ts';
import { type NotedRoles, printRoles, rolesIn } from '../story/credits.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { socialCard } from '../site/social-card.ts';
import type { Link } from '../site/link.ts';
import { type Headline, makeHeadline } from '../story/card.ts';
import { type Materials, materialsIn } from '../surroundings.ts';
import { makePaging, type Paging } from './listing.ts';
import { inSitemap, noMoments, ownUrl, type PageKind, type PageToFind } from '../page-kind.ts';
import { type Claim, withWhat } from '../../diagnostics/claim.ts';
import { claimsOfPages, heldLists, holderOfLanguage } from './list-holders.ts';

/** What the layout of a page of a list's archive prints. */
export interface ArchivePage {
  readonly frame: Frame;
  /** The list, with its front. */
  readonly list: Link;
  /** “Politics: archive, page 12”, taken apart around the name, which may be in another script. */
  readonly title: { readonly before: string; readonly name: string; readonly after: string };
  /** From which day to which: “2 March 2024 – 9 May 2024”. */
  readonly days: string;
  readonly headlines: readonly Headline[];
  readonly paging: Paging;
}

/** What a page of a list's archive is made of. */
export interface ArchiveSubject {
  readonly url: UrlPath;
  /** Counted from the oldest, from 1. */
  readonly number: number;
  /** Newest first. */
  readonly stories: readonly Story[];
  /** Of the section, the topic, the contributor or the series. */
  readonly name: string;
  /** Of the list, where it holds the stories of one. */
  readonly language: string | undefined;
  readonly frontUrl: UrlPath;
  readonly earlierUrl: UrlPath | undefined;
  /** The next page, or the front. */
  readonly laterUrl: UrlPath;
  /** Of a contributor's archive: what they did in each story. */
  readonly roles?: readonly NotedRoles[];
}

/** One whose stories are as the edition has them. */
type ListedPage = ArchiveSubject & Pick<StoryList['archive'][number], 'stories'>;

export const archivePage: PageKind<ArchiveSubject, ArchivePage> = {
  list: listArchivePages,
  urlOf: ownUrl,
  layout: () => 'archive',
  make: makeArchivePage,
  sitemap: findArchives,
  claims: { follows: claimArchives },
  everyShard: false,
  changesAt: noMoments,
  navigation: undefined,
};

/** The archive pages of all lists. */
function listArchivePages(edition: Edition): readonly ArchiveSubject[] {
  const { site, sections, topics, contributors, series, languages } = edition;
  return [
    ...sections.flatMap((list) => pagesOf(list, list.section.title)),
    ...languages.flatMap((list) => [
      ...pagesOf(list, siteIn(list.language, site).title, list.language),
      ...list.sections.flatMap((section) => pagesOf(section, section.section.title, list.language)),
    ]),
    ...contributors.flatMap((list) =>
      pagesOf(list, list.contributor.name).map((page) => ({ ...page, roles: rolesIn(page.stories, list.url) })),
    ),
    ...topics.flatMap((list) => pagesOf(list, list.topic.name)),
    ...series.flatMap((list) => pagesOf(list, list.series.title)),
  ];
}

function pagesOf({ url: frontUrl, archive }: StoryList, name: string, language?: string): readonly ListedPage[] {
  return archive.map((page, index) => ({
    ...page,
    name,
    language,
    frontUrl,
    earlierUrl: archive[index - 1]?.url,
    laterUrl: archive[index + 1]?.url ?? frontUrl,
  }));
}

/** Those of the main language, and those of each further one. */
function* findArchives(edition: Edition): Generator<PageToFind> {
  const { sections, contributors, topics, series, languages } = edition;
  for (const { archive } of [...sections, ...contributors, ...topics, ...series]) yield* inSitemap('archives', archive);
  for (const language of languages) {
    for (const { archive } of [language, ...language.sections]) {
      for (const { url } of archive) yield { url, sitemap: 'archives', home: language.url };
    }
  }
}

function* claimArchives(edition: EditionToBe): Generator<Claim> {
  for (const { list, holderOf } of heldLists(edition)) {
    yield* claimsOfPages(
      list.archive,
      withWhat(holderOf, (what) => `the archive of ${what}`),
    );
  }
  for (const [index, { language, entry }] of edition.site.languages.entries()) {
    const { archive = [] } = edition.languages.find((list) => list.language === language) ?? {};
    yield* claimsOfPages(archive, () => ({
      ...holderOfLanguage(entry ?? index),
      what: `the archive of the front in ${language}`,
    }));
  }
}

/** Makes a page of a list's archive. */
function makeArchivePage(subject: ArchiveSubject, given: Materials): ArchivePage {
  const materials = materialsIn(subject.language, given);
  const { url, number, stories, name, frontUrl, roles = [] } = subject;
  const { site } = materials;
  const phrase = wordsIn(site.language, site.words)('archivePage', { number: printPlainNumber(number, site.language) });
  const [before = '', after = ''] = phrase.split('{name}');
  const days = printDays(stories, site);
  const notes = printRoles(stories, roles, site);
  const title = fillPhrase(phrase, { name });
  const description = `${title}. ${days}`;
  const list = { label: name, href: href(site, frontUrl) };
  const headlines = stories.map((story, index) => {
    const note = notes[index];
    const headline = makeHeadline(story, site);
    return note === undefined ? headline : { ...headline, note };
  });
  const structuredData = collectionPageJsonLd(
    { url, name: title, description, language: site.language, items: headlines },
    site,
  );
  const furtherData = [breadcrumbJsonLd([list, { label: title, href: href(site, url) }], site)];
  const data: ArchivePage = {
    frame: makeFrame(
      {
        url,
        title,
        description,
        sectionUrl: frontUrl,
        list: frontUrl === site.home ? undefined : { url: frontUrl, name },
        card: socialCard({ language: site.language, headline: name, section: sectionAt(frontUrl, site) }, site),
        structuredData,
        furtherData,
      },
      materials,
    ),
    list,
    title: { before, name, after },
    days,
    headlines,
    paging: makePaging(subject, site),
  };
  return data;
}

function printDays(stories: readonly Story[], { language, timeZone }: Site): string {
  const ends = [stories.at(-1), stories[0]].flatMap((story) => story?.article.date ?? []);
  const days = ends.map(({ instant }) => printTime({ instant, hasTime: false }, language, timeZone).text);
  return [...new Set(days)].join(' – ');
}

/** The id of the section whose front is at an address. */
function sectionAt(url: UrlPath, site: Site): string | undefined {
  return site.sections.find((section) => sectionUrl(section, site) === url)?.id;
}
