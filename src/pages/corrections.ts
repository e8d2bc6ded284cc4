import {
  type CorrectionMonth,
  CORRECTIONS_URL,
  correctionsUrl,
  type StoryCorrection,
} from '../domain/corrections/correction-list.ts';
import type { Edition, EditionToBe } from '../domain/edition.ts';
import type { Story } from '../domain/story/story.ts';
import { groupBy } from '../domain/lists/grouping.ts';
import { href, type Site } from '../domain/site/site.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { collectionPageJsonLd } from '../formats/structured-data/web-page.ts';
import { type PrintedNotice, printNotice } from '../markdown/directives/correction.ts';
import { printDate } from '../time/print-date.ts';
import { type Words, wordsIn } from '../words/words.ts';
import { type Breadcrumb, breadcrumbOf } from './dates/breadcrumb.ts';
import { type Frame, makeFrame } from './site/frame.ts';
import type { Link } from './site/link.ts';
import { type Headline, makeHeadline } from './story/card.ts';
import { makePaging, type Paging } from './lists/listing.ts';
import type { Materials } from './surroundings.ts';
import { inSitemap, noMoments, ownUrl, type PageKind, type PageToFind } from './page-kind.ts';
import { type Claim, claimOfSite, type Holder } from '../diagnostics/claim.ts';
import { correctionSpot } from '../diagnostics/finding.ts';
import { claimsOfPages } from './lists/list-holders.ts';

/** What the layout of the page of all corrections, and of those of a month, prints. */
export interface CorrectionsPage {
  readonly frame: Frame;
  readonly breadcrumb: Breadcrumb | undefined;
  readonly title: string;
  /** What to say where there are none. */
  readonly empty: string | undefined;
  /** Newest first. */
  readonly corrections: readonly PrintedCorrection[];
  readonly paging: Paging | undefined;
  /** The way to those of each month, by year; the newest first. */
  readonly months: { readonly title: string; readonly years: readonly CorrectionYear[] } | undefined;
}

/** A correction in a list: of which story, when, and what it says. */
export interface PrintedCorrection {
  /** Leads to the correction on the page of the story. */
  readonly headline: Omit<Headline, 'time'>;
  /** In the words of the page; its text in the language of the story. */
  readonly notice: PrintedNotice;
}

export interface CorrectionYear {
  readonly label: string;
  readonly months: readonly Link[];
}

/** What such a page is made of. */
export interface CorrectionsSubject {
  readonly url: UrlPath;
  /** `2026-11`; of all corrections, empty. */
  readonly date: string;
  readonly corrections: readonly CorrectionSubject[];
  /** Those that there are pages of; on the page of all corrections only. */
  readonly months: readonly string[];
  readonly earlierUrl: UrlPath | undefined;
  readonly laterUrl: UrlPath | undefined;
}

interface CorrectionSubject {
  readonly story: Story;
  readonly index: number;
  /** Changes with anything of the article. */
  readonly fingerprint: string;
}

export const correctionsPage: PageKind<CorrectionsSubject, CorrectionsPage> = {
  list: listCorrections,
  urlOf: ownUrl,
  layout: () => 'corrections',
  make: makeCorrectionsPage,
  sitemap: findCorrections,
  claims: { follows: claimCorrections },
  everyShard: false,
  changesAt: noMoments,
  // Where the newsroom has a page of its own there, that is what is led to.
  navigation: { place: 'footer', order: 1, label: 'corrections', urlsOf: () => ({ '/': CORRECTIONS_URL }) },
};

/** The page of all corrections, and those of months. */
function listCorrections({ corrections }: Edition): readonly CorrectionsSubject[] {
  if (!corrections) return [];
  const { newest, months } = corrections;
  return [
    {
      url: CORRECTIONS_URL,
      date: '',
      corrections: newest.map(subjectOf),
      months: months.map(({ date }) => date),
      earlierUrl: undefined,
      laterUrl: undefined,
    },
    ...months.flatMap(pagesOf),
  ];
}

function pagesOf({ date, url, corrections, archive }: CorrectionMonth): readonly CorrectionsSubject[] {
  const pages = [...archive, { url, corrections }];
  return pages.map((page, index) => ({
    url: page.url,
    date,
    corrections: page.corrections.map(subjectOf),
    months: [],
    earlierUrl: pages[index - 1]?.url,
    laterUrl: pages[index + 1]?.url,
  }));
}

function subjectOf({ story, index }: StoryCorrection): CorrectionSubject {
  return { story, index, fingerprint: story.entry.fingerprint };
}

/** Pages on which there is nothing yet are in no sitemap. */
function* findCorrections({ corrections }: Edition): Generator<PageToFind> {
  if (!corrections || corrections.newest.length === 0) return;
  const { months } = corrections;
  yield* inSitemap('pages', [{ url: CORRECTIONS_URL }, ...months]);
  yield* inSitemap(
    'archives',
    months.flatMap(({ archive }) => archive),
  );
}

/** Where the first correction of a month stands, in the order of files. */
type FirstOfMonth = Pick<Holder, 'path' | 'at'>;

/** The pages of corrections: of all, and of all months in which there is one; none where the newsroom has a page of its own. */
function* claimCorrections({ published, embargoed, corrections, isTaken }: EditionToBe): Generator<Claim> {
  if (isTaken(CORRECTIONS_URL)) return;
  yield claimOfSite(CORRECTIONS_URL, 'the page of all corrections');
  const now = firstsOf(published);
  const later = new Map([...firstsOf(embargoed)].filter(([date]) => !now.has(date)));
  const archives = new Map(corrections.months.map(({ date, archive }) => [date, archive]));
  for (const [date, first] of [...now, ...later]) {
    const holderOf = (): Holder => ({ ...first, what: `the corrections of ${date}` });
    yield { url: correctionsUrl(date), holderOf, isToCome: later.has(date) };
    yield* claimsOfPages(archives.get(date) ?? [], holderOf);
  }
}

function firstsOf(stories: EditionToBe['published']): ReadonlyMap<string, FirstOfMonth> {
  const months = new Map<string, FirstOfMonth>();
  for (const story of stories) {
    const { path, corrections } = story.entry;
    corrections.forEach(({ month }, index) => {
      if (!months.has(month)) months.set(month, { path, at: correctionSpot(story, index) });
    });
  }
  return months;
}

/** Makes the page of all corrections, or one of those of a month. */
function makeCorrectionsPage(subject: CorrectionsSubject, materials: Materials): CorrectionsPage {
  const { url, date, corrections, months, earlierUrl, laterUrl } = subject;
  const { site } = materials;
  const words = wordsIn(site.language, site.words);
  const isWhole = date === '';
  const printed = isWhole ? '' : printDate(date, 'month-of-year', site.language);
  const title = isWhole ? words('corrections') : words('correctionsTitle', { date: printed });
  const isPaged = earlierUrl !== undefined || laterUrl !== undefined;
  const description = words('correctionsText', { site: site.title });
  const breadcrumb = isWhole
    ? undefined
    : {
        label: words('breadcrumb'),
        links: [{ label: words('corrections'), href: href(site, CORRECTIONS_URL) }],
      };
  const name = isWhole ? title : printed;
  const shown = corrections.flatMap((correction) => printCorrection(correction, { site, words }));
  const items = shown.map(({ headline }) => headline);
  const structuredData = collectionPageJsonLd({ url, name, description, language: site.language, items }, site);
  const furtherData = breadcrumb ? [breadcrumbOf(breadcrumb, { title: name, url }, site)] : [];
  const isIndexed = corrections.length > 0;
  const data: CorrectionsPage = {
    frame: makeFrame({ url, title, description, isIndexed, structuredData, furtherData }, materials),
    breadcrumb,
    title: name,
    empty: corrections.length > 0 ? undefined : words('noCorrections'),
    corrections: shown,
    paging: isPaged ? makePaging({ earlierUrl, laterUrl }, site) : undefined,
    months: months.length > 0 ? { title: words('correctionsByMonth'), years: yearsOf(months, site) } : undefined,
  };
  return data;
}

function printCorrection(
  { story, index }: CorrectionSubject,
  { site, words }: { readonly site: Site; readonly words: Words },
): readonly PrintedCorrection[] {
  const correction = story.article.corrections[index];
  if (!correction) return [];
  const { time: _published, ...headline } = makeHeadline(story, site);
  const notice = printNotice('correction', { ...correction, index }, { language: site.language, site, words });
  return [{ headline: { ...headline, href: `${headline.href}#${notice.id}` }, notice }];
}

function yearsOf(months: readonly string[], site: Site): readonly CorrectionYear[] {
  const byYear = groupBy(months, (month) => [month.slice(0, -3)]);
  return [...byYear].map(([year, ofYear]) => ({
    label: printDate(year, 'year', site.language),
    months: ofYear.map((month) => ({
      label: printDate(month, 'month', site.language),
      href: href(site, correctionsUrl(month)),
    })),
  }));
}
