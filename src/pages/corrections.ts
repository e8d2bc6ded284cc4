import {
  type CorrectionMonth,
  CORRECTIONS_URL,
  correctionsUrl,
  noticeId,
  type StoryCorrection,
} from '../domain/corrections.ts';
import type { Edition } from '../domain/edition.ts';
import type { Story } from '../domain/story/story.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Html } from '../domain/html.ts';
import type { Page } from '../domain/page.ts';
import { href, type Site } from '../domain/site/site.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { collectionPageJsonLd } from '../formats/structured-data/web-page.ts';
import { printDate } from '../time/print-date.ts';
import { type PrintedTime, printTime } from '../time/print-time.ts';
import { wordsIn } from '../words/words.ts';
import { type Breadcrumb, breadcrumbOf } from './dates/breadcrumb.ts';
import { type Frame, makeFrame } from './site/frame.ts';
import type { Link } from './site/link.ts';
import { type Headline, makeHeadline } from './story/headline.ts';
import { makePaging, type Paging } from './lists/listing.ts';
import type { Imprint } from './imprint.ts';

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
  readonly time: PrintedTime;
  readonly text: Html;
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

/** The page of all corrections, and those of months. */
export function listCorrections({ corrections }: Edition): readonly CorrectionsSubject[] {
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

/** Makes the page of all corrections, or one of those of a month. */
export function makeCorrectionsPage(subject: CorrectionsSubject, imprint: Imprint): Page<CorrectionsPage> {
  const { url, date, corrections, months, earlierUrl, laterUrl } = subject;
  const { site } = imprint.edition;
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
  const shown = corrections.flatMap((correction) => printCorrection(correction, site));
  const items = shown.map(({ headline }) => headline);
  const structuredData = collectionPageJsonLd({ url, name, description, language: site.language, items }, site);
  const furtherData = breadcrumb ? [breadcrumbOf(breadcrumb, { title: name, url }, site)] : [];
  const isIndexed = corrections.length > 0;
  const data: CorrectionsPage = {
    frame: makeFrame({ url, title, description, isIndexed, structuredData, furtherData }, imprint),
    breadcrumb,
    title: name,
    empty: corrections.length > 0 ? undefined : words('noCorrections'),
    corrections: shown,
    paging: isPaged ? makePaging({ earlierUrl, laterUrl }, site) : undefined,
    months: months.length > 0 ? { title: words('correctionsByMonth'), years: yearsOf(months, site) } : undefined,
  };
  return { url, layout: 'corrections', data };
}

function printCorrection({ story, index }: CorrectionSubject, site: Site): readonly PrintedCorrection[] {
  const correction = story.article.corrections[index];
  if (!correction) return [];
  const { time: _published, ...headline } = makeHeadline(story, site);
  return [
    {
      headline: { ...headline, href: `${headline.href}#${noticeId('correction', index)}` },
      time: printTime(correction.date, site.language, site.timeZone),
      text: correction.text.html,
    },
  ];
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
