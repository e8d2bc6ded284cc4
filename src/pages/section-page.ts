import type { SectionStories } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { type Frame, makeFrame } from './frame.ts';
import { type Listing, makeListing } from './listing.ts';
import type { Publication } from './publication.ts';

const CARDS = 13;

/** What the layout of a section's page prints. */
export interface SectionPage {
  readonly frame: Frame;
  readonly title: string;
  readonly description: string | undefined;
  readonly listing: Listing;
}

/** Makes the page of a section: its stories, newest first. */
export function makeSectionPage(
  { section, url, stories }: SectionStories,
  publication: Publication,
): Page<SectionPage> {
  const { title, description } = section;
  const data: SectionPage = {
    frame: makeFrame({ url, title, description }, publication),
    title,
    description,
    listing: makeListing(stories, CARDS, publication.edition.site),
  };
  return { url, layout: 'section', data };
}
