import type { Edition } from '../../domain/edition.ts';
import type { DayStories } from '../../domain/lists.ts';
import type { Page } from '../../domain/page.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { printDate } from '../../time/print-date.ts';
import { wordsIn } from '../../words/words.ts';
import { type Breadcrumb, breadcrumbOf, makeBreadcrumb } from './breadcrumb.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { type Headline, makeHeadline } from '../story/headline.ts';
import type { Imprint } from '../imprint.ts';

/** What the layout of the archive of a day prints. It leads to no other day, so that no other day changes it. */
export interface DayPage {
  readonly frame: Frame;
  readonly breadcrumb: Breadcrumb;
  readonly title: string;
  /** Newest first. */
  readonly headlines: readonly Headline[];
}

export function listDays({ years }: Edition): readonly DayStories[] {
  return years.flatMap(({ months }) => months.flatMap(({ days }) => days));
}

/** Makes the page of a day: all its stories. */
export function makeDayPage({ date, url, stories }: DayStories, imprint: Imprint): Page<DayPage> {
  const { site } = imprint.edition;
  const words = wordsIn(site.language, site.words);
  const title = printDate(date, 'day-of-year', site.language);
  const description = words('archiveDateText', { site: site.title, date: title });
  const breadcrumb = makeBreadcrumb(date, site);
  const headlines = stories.map((story) => makeHeadline(story, site));
  const structuredData = collectionPageJsonLd(
    { url, name: title, description, language: site.language, items: headlines },
    site,
  );
  const furtherData = [breadcrumbOf(breadcrumb, { title, url }, site)];
  const heading = { url, title: words('archiveTitle', { date: title }), description, structuredData, furtherData };
  const data: DayPage = {
    frame: makeFrame(heading, imprint),
    breadcrumb,
    title,
    headlines,
  };
  return { url, layout: 'day', data };
}
