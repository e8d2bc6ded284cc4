import type { Contributor } from '../../domain/contributors.ts';
import type { Edition, EditionToBe } from '../../domain/edition.ts';
import type { Html } from '../../domain/html.ts';
import { profilePageJsonLd } from '../../formats/structured-data/web-page.ts';
import { directionOf } from '../../words/language-names.ts';
import { wordsIn } from '../../words/words.ts';
import { type PrintedPicture, printPicture } from '../story/card.ts';
import { type NotedRoles, printRoles, rolesIn } from '../story/credits.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { socialCard } from '../site/social-card.ts';
import { type Link, linkTo } from '../site/link.ts';
import { type Front, frontOf, type Listing, makeListing, noteListing } from '../lists/listing.ts';
import { listFormat } from '../story/names.ts';
import type { Materials } from '../surroundings.ts';
import { inSitemap, noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { type Claim, withWhat } from '../../diagnostics/claim.ts';
import { heldContributors } from '../lists/list-holders.ts';

const CARDS = 12;

/** What the layout of a contributor's page prints. */
export interface ContributorPage {
  readonly frame: Frame;
  readonly name: string;
  /** The name in other languages. */
  readonly names: readonly { readonly name: string; readonly language: string; readonly direction: 'ltr' | 'rtl' }[];
  /** “Formerly Jane Roe”. */
  readonly formerly: string | undefined;
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
  /** What they did in each story, in the order of the stories. */
  readonly roles: readonly NotedRoles[];
}

export const contributorPage: PageKind<ContributorSubject, ContributorPage> = {
  list: listContributors,
  urlOf: ownUrl,
  layout: () => 'contributor',
  make: makeContributorPage,
  sitemap: ({ contributors }) => inSitemap('pages', contributors),
  claims: { named: claimContributors },
  everyShard: false,
  changesAt: noMoments,
  navigation: undefined,
  sourceOf: ({ contributor }) => contributor.path,
};

function listContributors({ contributors }: Edition): readonly ContributorSubject[] {
  return contributors.map((list) => ({
    contributor: list.contributor,
    ...frontOf(list),
    roles: rolesIn(list.stories, list.url),
  }));
}

function claimContributors(edition: EditionToBe): readonly Claim[] {
  return heldContributors(edition).map(({ list: { url }, holderOf }) => ({
    url,
    holderOf: withWhat(holderOf, (what) => `${what}’s page`),
  }));
}

/** Makes the page of a contributor, with the newest stories that credit them. */
function makeContributorPage(subject: ContributorSubject, materials: Materials): ContributorPage {
  const { contributor, url, stories, roles, earlierUrl } = subject;
  const { site } = materials;
  const { name, names, role, picture, biography, biographyText, email, links, formerNames } = contributor;
  const words = wordsIn(site.language, site.words);
  const listing = makeListing({ stories, fullCards: CARDS, earlierUrl }, site);
  const description = biographyText === '' ? role && `${name}, ${role}` : biographyText;
  const data: ContributorPage = {
    frame: makeFrame(
      {
        url,
        title: name,
        description,
        list: { url, name },
        card: socialCard({ language: site.language, headline: name }, site),
        properties: [{ property: 'og:type', content: 'profile' }],
        structuredData: profilePageJsonLd(contributor, url, site),
        bodies: [biography],
      },
      materials,
    ),
    name,
    names: names.map((local) => ({ ...local, direction: directionOf(local.language) })),
    formerly: formerNames.length > 0 ? words('formerly', { names: joinNames(formerNames, site.language) }) : undefined,
    role,
    picture: picture && printPicture(picture, 'square', site),
    biography,
    links: [
      ...(email === undefined ? [] : [{ label: email, href: `mailto:${email}` }]),
      ...links.map((link) => linkTo(site, link.label, link.url)),
    ],
    storiesTitle: words('storiesBy', { name }),
    listing: noteListing(listing, printRoles(stories, roles, site)),
  };
  return data;
}

/** Each name keeps its own direction in the list. */
function joinNames(names: readonly string[], language: string): string {
  return listFormat(language).format(names.map((name) => `\u2068${name}\u2069`));
}
