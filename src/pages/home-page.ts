import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { websiteJsonLd } from '../formats/website.ts';
import { wordsIn } from '../words/words.ts';
import { type Card, makeCard } from './card.ts';
import { type Frame, makeFrame } from './frame.ts';
import { type Listing, makeListing } from './listing.ts';
import type { Publication } from './publication.ts';

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

/** Makes the home page: newest first. Where there are no sections to hold them, it lists every story. */
export function makeHomePage(publication: Publication): Page<HomePage> {
  const { site, stories } = publication.edition;
  const [lead, ...others] = stories;
  const url = '/' as UrlPath;
  const shown = site.sections.length > 0 ? others.slice(0, CARDS + EARLIER) : others;
  const listing = makeListing(shown, CARDS, site);
  const data: HomePage = {
    frame: makeFrame({ url, title: site.title, structuredData: websiteJsonLd(site) }, publication),
    title: wordsIn(site.language, site.words)('latest'),
    lead: lead && makeCard(lead, site),
    listing: lead ? { ...listing, empty: undefined } : listing,
  };
  return { url, layout: 'home', data };
}
