import type { Contributor } from '../domain/contributor.ts';
import type { Edition } from '../domain/edition.ts';
import type { Html } from '../domain/html.ts';
import type { Page } from '../domain/page.ts';
import { wordsIn } from '../words/words.ts';
import { type PrintedPicture, printPicture } from './card.ts';
import { type Frame, type Link, linkTo, makeFrame } from './frame.ts';
import { type Front, frontOf } from './front.ts';
import { type Listing, makeListing } from './listing.ts';
import type { Imprint } from './publication.ts';

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

/** What the page of a contributor is made of. */
export interface ContributorSubject extends Front {
  readonly contributor: Contributor;
}

export function listContributors({ contributors }: Edition): readonly ContributorSubject[] {
  return contributors.map((list) => ({ contributor: list.contributor, ...frontOf(list) }));
}

/** Makes the page of a contributor, with the newest stories that credit them. */
export function makeContributorPage(subject: ContributorSubject, imprint: Imprint): Page<ContributorPage> {
  const { contributor, url, stories, earlierUrl } = subject;
  const { site } = imprint.edition;
  const { name, role, picture, biography, biographyText, email, links } = contributor;
  const description = biographyText === '' ? role && `${name}, ${role}` : biographyText;
  const data: ContributorPage = {
    frame: makeFrame(
      { url, title: name, description, list: { url, name }, properties: [{ property: 'og:type', content: 'profile' }] },
      imprint,
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
    listing: makeListing({ stories, fullCards: CARDS, earlierUrl }, site),
  };
  return { url, layout: 'contributor', data };
}
