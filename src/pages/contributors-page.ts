import type { Contributor } from '../domain/contributor.ts';
import type { Edition } from '../domain/edition.ts';
import { CONTRIBUTORS_URL, contributorUrl } from '../domain/contributor-url.ts';
import type { Page } from '../domain/page.ts';
import { href } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { collectionPageJsonLd } from '../formats/web-page.ts';
import { wordsIn } from '../words/words.ts';
import { type PrintedPicture, printPicture } from './card.ts';
import { type Frame, makeFrame } from './frame.ts';
import { groupByInitial } from './initials.ts';
import type { Imprint } from './publication.ts';

/** From so many people on, they are grouped by the letters that their names begin with. */
const MANY = 30;
/** With more people than this, the page has no pictures: it would load hundreds of them. */
const MOST_PICTURES = 200;

/** What the layout of the page of all contributors prints. */
export interface ContributorsPage {
  readonly frame: Frame;
  readonly title: string;
  /** One without a letter, or one for each. */
  readonly groups: readonly { readonly initial: string | undefined; readonly people: readonly PrintedPerson[] }[];
}

/** Someone in the list of all. */
export interface PrintedPerson {
  readonly name: string;
  readonly href: string;
  readonly role: string | undefined;
  readonly picture: PrintedPicture | undefined;
}

/** What the page of all contributors is made of: no story is. */
export interface ContributorsSubject {
  readonly url: UrlPath;
  /** By name, in the site's alphabet. */
  readonly people: readonly Pick<Contributor, 'id' | 'name' | 'role' | 'picture'>[];
}

/** There is one unless the newsroom has nobody, or a page of its own at this address. */
export function listContributorsPage({
  contributors,
  ownPages,
}: Pick<Edition, 'contributors' | 'ownPages'>): readonly ContributorsSubject[] {
  if (contributors.length === 0 || ownPages.some(({ url }) => url === CONTRIBUTORS_URL)) return [];
  const people = contributors.map(({ contributor: { id, name, role, picture } }) => ({ id, name, role, picture }));
  return [{ url: CONTRIBUTORS_URL, people }];
}

/** Makes the page of all contributors. */
export function makeContributorsPage({ url, people }: ContributorsSubject, imprint: Imprint): Page<ContributorsPage> {
  const { site } = imprint.edition;
  const title = wordsIn(site.language, site.words)('contributors');
  const printed = people.map(({ id, name, role, picture }) => ({
    name,
    href: href(site, contributorUrl({ id })),
    role,
    picture: picture && people.length <= MOST_PICTURES ? printPicture(picture, site) : undefined,
  }));
  const groups =
    people.length < MANY
      ? [{ initial: undefined, people: printed }]
      : groupByInitial(printed, site.language).map(({ initial, items }) => ({ initial, people: items }));
  const structuredData = collectionPageJsonLd(
    { url, name: title, description: undefined, language: site.language, items: printed },
    site,
  );
  const frame = makeFrame({ url, title, structuredData }, imprint);
  return { url, layout: 'contributors', data: { frame, title, groups } };
}
