import { dateUrl } from '../../domain/dates.ts';
import type { Edition, EditionToBe } from '../../domain/edition.ts';
import type { DayStories } from '../../domain/lists/lists.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { printDate } from '../../time/print-date.ts';
import { wordsIn } from '../../words/words.ts';
import { type Breadcrumb, breadcrumbOf, makeBreadcrumb } from './breadcrumb.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { type Headline, makeHeadline } from '../story/card.ts';
import type { Materials } from '../surroundings.ts';
import { inForm } from '../lists/short-times.ts';
import { inSitemap, noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import type { Claim } from '../../diagnostics/claim.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { valueAt } from '../../diagnostics/finding.ts';

/** What the layout of the archive of a day prints. It leads to no other day, so that no other day changes it. */
export interface DayPage {
  readonly frame: Frame;
  readonly breadcrumb: Breadcrumb;
  readonly title: string;
  /** Newest first. */
  readonly headlines: readonly Headline[];
}

export const dayPage: PageKind<DayStories, DayPage> = {
  list: listDays,
  urlOf: ownUrl,
  layout: () => 'day',
  make: makeDayPage,
  sitemap: (edition) => inSitemap('archives', listDays(edition)),
  claims: { follows: claimDays },
  everyShard: false,
  changesAt: noMoments,
  navigation: undefined,
};

function listDays({ years }: Edition): readonly DayStories[] {
  return years.flatMap(({ months }) => months.flatMap(({ days }) => days));
}

function* claimDays(edition: EditionToBe): Generator<Claim> {
  for (const { day, ...first } of firstsOfDays(edition))
    yield claimOfDate(dateUrl(day), `the archive of ${day}`, first);
}

/** Makes the page of a day: all its stories. */
function makeDayPage({ date, url, stories }: DayStories, materials: Materials): DayPage {
  const { site } = materials;
  const words = wordsIn(site.language, site.words);
  const title = printDate(date, 'day-of-year', site.language);
  const description = words('archiveDateText', { site: site.title, date: title });
  const breadcrumb = makeBreadcrumb(date, site);
  const headlines = stories.map((story) => inForm('clock', story, makeHeadline(story, site), site));
  const structuredData = collectionPageJsonLd(
    { url, name: title, description, language: site.language, items: headlines },
    site,
  );
  const furtherData = [breadcrumbOf(breadcrumb, { title, url }, site)];
  const heading = { url, title: words('archiveTitle', { date: title }), description, structuredData, furtherData };
  const data: DayPage = {
    frame: makeFrame(heading, materials),
    breadcrumb,
    title,
    headlines,
  };
  return data;
}

/** The first story of a day, in the order of files. */
interface FirstOfDay {
  readonly path: string;
  /** Whether there is none on that day until an embargo ends. */
  readonly isToCome: boolean;
}

/** The days on which there is a story, or will be, each with the first of its stories. */
export function* firstsOfDays({ published, embargoed }: EditionToBe): Generator<FirstOfDay & { readonly day: string }> {
  const days = new Set<string>();
  for (const stories of [published, embargoed]) {
    for (const { entry } of stories) {
      const { day, path } = entry;
      if (days.has(day)) continue;
      days.add(day);
      yield { day, path, isToCome: stories === embargoed };
    }
  }
}

/** The claim of a page of the archive by date, which follows from the first story in it. */
export function claimOfDate(url: UrlPath, what: string, { path, isToCome }: FirstOfDay): Claim {
  return { url, holderOf: () => ({ path, at: valueAt('date'), what }), isToCome };
}
