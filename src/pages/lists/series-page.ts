import type { Edition } from '../../domain/edition.ts';
import type { Series, Site } from '../../domain/site/site.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { printPlainNumber } from '../../words/counts.ts';
import { wordsIn } from '../../words/words.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { type Front, frontOf, type Listing, makeListing, noteListing, shownIn } from './listing.ts';
import type { Materials } from '../surroundings.ts';
import { inSitemap, noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { heldSeries } from './list-holders.ts';

const CARDS = 12;

/** What the layout of a series' page prints. */
export interface SeriesPage {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly listing: Listing;
}

/** What the page of a series is made of. */
export interface SeriesSubject extends Front {
  readonly series: Series;
  /** Of the parts, in the order of the stories. */
  readonly numbers: readonly (number | undefined)[];
}

export const seriesPage: PageKind<SeriesSubject, SeriesPage> = {
  list: listSeries,
  urlOf: ownUrl,
  layout: () => 'series',
  make: makeSeriesPage,
  sitemap: ({ series }) => inSitemap('pages', series),
  claims: { list: (edition) => heldSeries(edition).map(({ list: { url }, holderOf }) => ({ url, holderOf })) },
  everyShard: false,
  changesAt: noMoments,
  navigation: undefined,
};

function listSeries({ series }: Edition): readonly SeriesSubject[] {
  return series.map((list) => ({
    series: list.series,
    ...frontOf(list),
    numbers: list.stories.map(({ part }) => part?.number),
  }));
}

/** Makes the page of a series: its parts. */
function makeSeriesPage(subject: SeriesSubject, materials: Materials): SeriesPage {
  const { series, url } = subject;
  const { site } = materials;
  const { title, description } = series;
  const listing = listParts(subject, site);
  const page = { url, name: title, description, language: site.language, items: shownIn(listing) };
  const structuredData = collectionPageJsonLd(page, site);
  const data: SeriesPage = {
    frame: makeFrame({ url, title, description, list: { url, name: title }, structuredData }, materials),
    kicker: wordsIn(site.language, site.words)('series'),
    title,
    description,
    listing,
  };
  return data;
}

/** A series is read from its first part, unless it has become so long that it has an archive. */
function listParts({ stories, numbers, earlierUrl }: SeriesSubject, site: Site): Listing {
  const newestFirst = stories.map((story, index) => ({ story, number: numbers[index] }));
  const parts = earlierUrl === undefined ? newestFirst.reverse() : newestFirst;
  const listing = makeListing({ stories: parts.map(({ story }) => story), fullCards: CARDS, earlierUrl }, site);
  const notes = parts.map(({ story, number }) => {
    if (number === undefined) return undefined;
    const { language } = story.article;
    return wordsIn(language, site.words)('part', { number: printPlainNumber(number, language) });
  });
  const noted = noteListing(listing, notes);
  const { earlier: rest } = noted;
  if (earlierUrl !== undefined || !rest) return noted;
  return { ...noted, earlier: { ...rest, title: wordsIn(site.language, site.words)('later') } };
}
