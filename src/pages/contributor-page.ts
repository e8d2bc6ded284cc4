import type { ContributorStories } from '../domain/edition.ts';
import type { Html } from '../domain/html.ts';
import type { Page } from '../domain/page.ts';
import { wordsIn } from '../words/words.ts';
import { type PrintedPicture, printPicture } from './card.ts';
import { type Frame, type Link, linkTo, makeFrame } from './frame.ts';
import { type Listing, makeListing } from './listing.ts';
import type { Publication } from './publication.ts';

const CARDS = 12;

/** What the layout of a contributor's page prints. */
export interface ContributorPage {
  readonly frame: Frame;
  readonly name: string;
  readonly role: string | undefined;
  readonly picture: PrintedPicture | undefined;
  readonly biography: Html;
  readonly links: readonly Link[];
  readonly storiesTitle: string;
  readonly listing: Listing;
}

/** Makes the page of a contributor, with all stories that credit them. */
export function makeContributorPage(
  { contributor, url, stories }: ContributorStories,
  publication: Publication,
): Page<ContributorPage> {
  const { site } = publication.edition;
  const { name, role, picture, biography, biographyText, email, links } = contributor;
  const description = biographyText === '' ? role && `${name}, ${role}` : biographyText;
  const data: ContributorPage = {
    frame: makeFrame(
      { url, title: name, description, properties: [{ property: 'og:type', content: 'profile' }] },
      publication,
    ),
    name,
    role,
    picture: picture && printPicture(picture, site),
    biography,
    links: [
      ...(email === undefined ? [] : [{ label: email, href: `mailto:${email}` }]),
      ...links.map((link) => linkTo(site, link.label, link.url)),
    ],
    storiesTitle: wordsIn(site.language, site.words)('storiesBy', { name }),
    listing: makeListing(stories, CARDS, site),
  };
  return { url, layout: 'contributor', data };
}
