import { ARCHIVE_URL, dateUrl } from '../../domain/dates.ts';
import type { Edition, EditionToBe } from '../../domain/edition.ts';
import type { MonthStories, YearStories } from '../../domain/lists/lists.ts';
import { href } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { type DateParts, printDate } from '../../time/print-date.ts';
import { countsIn } from '../../words/counts.ts';
import { wordsIn } from '../../words/words.ts';
import { type Breadcrumb, breadcrumbOf, makeBreadcrumb } from './breadcrumb.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import type { Link } from '../site/link.ts';
import type { Materials } from '../surroundings.ts';
import { inSitemap, noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import type { Claim } from '../../diagnostics/claim.ts';
import { claimOfDate, firstsOfDays } from './day-page.ts';

/** What the layout of the archive by date, of a year and of a month prints. */
export interface DateArchivePage {
  readonly frame: Frame;
  readonly breadcrumb: Breadcrumb | undefined;
  readonly title: string;
  /** The years, months or days in it, and how many stories each has: “12 stories”. */
  readonly entries: readonly (Link & { readonly count: string })[];
}

/** What such a page is made of. */
export interface DateArchiveSubject {
  readonly kind: 'archive' | 'year' | 'month';
  readonly url: UrlPath;
  /** `2026` or `2026-11`; of the whole archive, empty. */
  readonly date: string;
  readonly entries: readonly { readonly date: string; readonly url: UrlPath; readonly count: number }[];
}

export const dateArchive: PageKind<DateArchiveSubject, DateArchivePage> = {
  list: listDateArchives,
  urlOf: ownUrl,
  layout: () => 'date-archive',
  make: makeDateArchivePage,
  sitemap: (edition) => inSitemap('archives', listDateArchives(edition)),
  claims: { follows: claimDateArchives },
  everyShard: false,
  changesAt: noMoments,
  navigation: {
    ...{ place: 'footer', order: 3, label: 'archive' },
    urlsOf: ({ years }) => (years.length > 0 ? { '/': ARCHIVE_URL } : {}),
  },
};

/** The pages of the archive by date that lead to those of days. */
function listDateArchives({ years }: Edition): readonly DateArchiveSubject[] {
  if (years.length === 0) return [];
  const months = years.flatMap((year) => year.months);
  return [
    { kind: 'archive', url: ARCHIVE_URL, date: '', entries: years.map((year) => entryOf(year, countYear(year))) },
    ...years.map((year): DateArchiveSubject => {
      const entries = year.months.map((month) => entryOf(month, countMonth(month)));
      return { kind: 'year', url: year.url, date: year.date, entries };
    }),
    ...months.map((month): DateArchiveSubject => {
      const entries = month.days.map((day) => entryOf(day, day.stories.length));
      return { kind: 'month', url: month.url, date: month.date, entries };
    }),
  ];
}

function entryOf(
  { date, url }: { readonly date: string; readonly url: UrlPath },
  count: number,
): DateArchiveSubject['entries'][number] {
  return { date, url, count };
}

function countYear({ months }: YearStories): number {
  return months.reduce((sum, month) => sum + countMonth(month), 0);
}

function countMonth({ days }: MonthStories): number {
  return days.reduce((sum, { stories }) => sum + stories.length, 0);
}

/** The archive, and each year and month in which there is a story, or will be. */
function* claimDateArchives(edition: EditionToBe): Generator<Claim> {
  const claimed = new Set<string>();
  for (const { day, ...first } of firstsOfDays(edition)) {
    for (const date of ['', day.slice(0, -6), day.slice(0, -3)]) {
      if (claimed.has(date)) continue;
      claimed.add(date);
      const isWhole = date === '';
      yield claimOfDate(
        isWhole ? ARCHIVE_URL : dateUrl(date),
        isWhole ? 'the archive by date' : `the archive of ${date}`,
        first,
      );
    }
  }
}

/** How the page and its entries are called. */
const PARTS: Readonly<Record<DateArchiveSubject['kind'], { readonly title: DateParts; readonly entry: DateParts }>> = {
  archive: { title: 'year', entry: 'year' },
  year: { title: 'year', entry: 'month' },
  month: { title: 'month-of-year', entry: 'day' },
};

/** Makes the page of the archive by date, of a year or of a month. */
function makeDateArchivePage({ kind, url, date, entries }: DateArchiveSubject, materials: Materials): DateArchivePage {
  const { site } = materials;
  const { language } = site;
  const words = wordsIn(language, site.words);
  const counts = countsIn(language, site.words);
  const parts = PARTS[kind];
  const isWhole = kind === 'archive';
  const printed = isWhole ? '' : printDate(date, parts.title, language);
  const heading = isWhole
    ? { title: words('archive'), description: words('archiveText', { site: site.title }) }
    : {
        title: words('archiveTitle', { date: printed }),
        description: words('archiveDateText', { site: site.title, date: printed }),
      };
  const title = isWhole ? words('archive') : printed;
  const breadcrumb = isWhole ? undefined : makeBreadcrumb(date, site);
  const links = entries.map((entry) => ({
    label: printDate(entry.date, parts.entry, language),
    href: href(site, entry.url),
    count: counts('stories', entry.count),
  }));
  const items = links.map((link) => ({ name: link.label, href: link.href }));
  const structuredData = collectionPageJsonLd(
    { url, name: title, description: heading.description, language, items },
    site,
  );
  const furtherData = breadcrumb ? [breadcrumbOf(breadcrumb, { title, url }, site)] : [];
  const data: DateArchivePage = {
    frame: makeFrame({ url, ...heading, structuredData, furtherData }, materials),
    breadcrumb,
    title,
    entries: links,
  };
  return data;
}
