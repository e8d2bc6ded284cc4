import type { Edition } from '../../domain/edition.ts';
import { href, type Series, type Site } from '../../domain/site/site.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { printPlainNumber } from '../../words/counts.ts';
import { fillPhrase, wordsIn } from '../../words/words.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { socialCard } from '../site/social-card.ts';
import { type Front, frontOf, type Listing, makeListing, noteListing, shownIn } from './listing.ts';
import type { Materials } from '../surroundings.ts';
import { inSitemap, noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { heldSeries } from './list-holders.ts';
import type { SeriesPart, Story } from '../../domain/story/story.ts';
import { type Headline, makeHeadline } from '../story/card.ts';
import { fillParts, type TextPart } from '../story/names.ts';

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
  const card = socialCard({ language: site.language, headline: title }, site);
  const data: SeriesPage = {
    frame: makeFrame({ url, title, description, list: { url, name: title }, card, structuredData }, materials),
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

/** A story's place in its series, as the story prints it. */
export interface PrintedPart {
  /** What it is called for whoever hears it. */
  readonly label: string;
  /** “Part 2 of the series The long repair”, which leads to the series. */
  readonly text: readonly TextPart[];
  /** The parts beside it, the earlier one first. */
  readonly beside: readonly { readonly label: string; readonly headline: Headline; readonly rel: 'prev' | 'next' }[];
}

/** Prints the place of a story in its series, in the language of the story. */
export function printPart({ series, number, earlier, later }: PartOnPage, language: string, site: Site): PrintedPart {
  const words = wordsIn(language, site.words);
  const phrase =
    number === undefined
      ? words('partOfLong')
      : fillPhrase(words('partOf'), { number: printPlainNumber(number, language) });
  const beside = (story: Story | undefined, label: string, rel: 'prev' | 'next'): PrintedPart['beside'] =>
    story ? [{ label, headline: makeHeadline(story, site), rel }] : [];
  return {
    label: words('series'),
    text: fillParts(phrase, 'name', [{ text: series.title, href: href(site, series.url) }]),
    beside: [...beside(earlier, words('earlierPart'), 'prev'), ...beside(later, words('laterPart'), 'next')],
  };
}

/** A story's place in its series, as its own page says it. */
export interface PartOnPage extends Omit<SeriesPart, 'number'> {
  /** Of the first parts only. */
  readonly number: number | undefined;
}

/**
 * So many parts of a series say on their own pages which they are. When an early part comes or goes, the numbers of all after
 * it change: in a series that goes on for years those would be hundreds of pages. Lists have the numbers of all.
 */
const MOST_NUMBERED = 20;

/** What the page of a story says of its place in a series. */
export function partOnPage(part: SeriesPart): PartOnPage {
  return part.number > MOST_NUMBERED ? { ...part, number: undefined } : part;
}
