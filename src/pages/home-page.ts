import { ARCHIVE_URL } from '../domain/date-url.ts';
import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { websiteJsonLd } from '../formats/website.ts';
import { wordsIn } from '../words/words.ts';
import { type Card, makeCard } from './card.ts';
import { type Frame, makeFrame } from './frame.ts';
import type { Front } from './front.ts';
import { type Listing, makeListing } from './listing.ts';
import type { Imprint } from './publication.ts';

const CARDS = 12;
const EARLIER = 24;

/** What the layout of the home page prints. */
export interface HomePage {
  readonly frame: Frame;
  readonly title: string;
  /** The newest story, larger than the others. */
  readonly lead: Card | undefined;
  readonly listing: Listing;
}

/** What the home page is made of: the newest stories of all. */
export function listHome({ stories }: Edition): readonly Front[] {
  const shown = stories.slice(0, 1 + CARDS + EARLIER);
  const earlierUrl = shown.length < stories.length ? ARCHIVE_URL : undefined;
  return [{ url: '/' as UrlPath, stories: shown, earlierUrl }];
}

/** Makes the home page: newest first. */
export function makeHomePage({ url, stories, earlierUrl }: Front, imprint: Imprint): Page<HomePage> {
  const { site } = imprint.edition;
  const [lead, ...others] = stories;
  const listing = makeListing({ stories: others, fullCards: CARDS, earlierUrl }, site);
  const data: HomePage = {
    frame: makeFrame({ url, title: site.title, structuredData: websiteJsonLd(site) }, imprint),
    title: wordsIn(site.language, site.words)('latest'),
    lead: lead && makeCard(lead, site),
    listing: lead ? { ...listing, empty: undefined } : listing,
  };
  return { url, layout: 'home', data };
}
