import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import type { Section } from '../domain/site.ts';
import { type Frame, makeFrame } from './frame.ts';
import { type Front, frontOf } from './front.ts';
import { type Listing, makeListing } from './listing.ts';
import type { Imprint } from './publication.ts';

const CARDS = 13;

/** What the layout of a section's page prints. */
export interface SectionPage {
  readonly frame: Frame;
  readonly title: string;
  readonly description: string | undefined;
  readonly listing: Listing;
}

/** What the page of a section is made of. */
export interface SectionSubject extends Front {
  readonly section: Section;
}

export function listSections({ sections }: Edition): readonly SectionSubject[] {
  return sections.map((list) => ({ section: list.section, ...frontOf(list) }));
}

/** Makes the page of a section: its newest stories. */
export function makeSectionPage(subject: SectionSubject, imprint: Imprint): Page<SectionPage> {
  const { section, url, stories, earlierUrl } = subject;
  const { title, description } = section;
  const data: SectionPage = {
    frame: makeFrame({ url, title, description }, imprint),
    title,
    description,
    listing: makeListing({ stories, fullCards: CARDS, earlierUrl }, imprint.edition.site),
  };
  return { url, layout: 'section', data };
}
