import { type Contributor, CONTRIBUTORS_URL, contributorUrl } from '../../domain/contributors.ts';
import type { Edition } from '../../domain/edition.ts';
import { href } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { wordsIn } from '../../words/words.ts';
import { type PrintedPicture, printPicture } from '../story/card.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import type { Materials } from '../surroundings.ts';
import { inSitemap, noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { claimUnlessOwn } from '../../diagnostics/claim.ts';

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

export const contributorsPage: PageKind<ContributorsSubject, ContributorsPage> = {
  list: listContributorsPage,
  urlOf: ownUrl,
  layout: () => 'contributors',
  make: makeContributorsPage,
  sitemap: (edition) => inSitemap('pages', listContributorsPage(edition)),
  claims: {
    'unless-own': (edition) =>
      edition.people.length > 0 ? claimUnlessOwn(CONTRIBUTORS_URL, 'the page of all contributors', edition) : [],
  },
  everyShard: false,
  changesAt: noMoments,
  navigation: {
    ...{ place: 'footer', order: 2, label: 'contributors' },
    urlsOf: ({ contributors }) => (contributors.length > 0 ? { '/': CONTRIBUTORS_URL } : {}),
  },
};

/** There is one unless the newsroom has nobody, or a page of its own at this address. */
function listContributorsPage({
  contributors,
  ownPages,
}: Pick<Edition, 'contributors' | 'ownPages'>): readonly ContributorsSubject[] {
  if (contributors.length === 0 || ownPages.some(({ url }) => url === CONTRIBUTORS_URL)) return [];
  const people = contributors.map(({ contributor: { id, name, role, picture } }) => ({ id, name, role, picture }));
  return [{ url: CONTRIBUTORS_URL, people }];
}

/** Makes the page of all contributors. */
function makeContributorsPage({ url, people }: ContributorsSubject, materials: Materials): ContributorsPage {
  const { site } = materials;
  const title = wordsIn(site.language, site.words)('contributors');
  const printed = people.map(({ id, name, role, picture }) => ({
    name,
    href: href(site, contributorUrl({ id })),
    role,
    picture: picture && people.length <= MOST_PICTURES ? printPicture(picture, 'square', site) : undefined,
  }));
  const groups =
    people.length < MANY
      ? [{ initial: undefined, people: printed }]
      : groupByInitial(printed, site.language).map(({ initial, items }) => ({ initial, people: items }));
  const structuredData = collectionPageJsonLd(
    { url, name: title, description: undefined, language: site.language, items: printed },
    site,
  );
  const frame = makeFrame({ url, title, structuredData }, materials);
  return { frame, title, groups };
}

/** Names that begin with the same letter. */
export interface InitialGroup<Item> {
  /** `#` where they begin with none. */
  readonly initial: string;
  readonly items: readonly Item[];
}

const NO_LETTER = '#';

/**
 * Groups names, which are in the order of a language's alphabet, by what they begin with. Letters that the language takes for
 * one are one: É is under E in English and French, Ö under O in German but on its own in Swedish.
 */
function groupByInitial<Item extends { readonly name: string }>(
  inOrder: readonly Item[],
  language: string,
): readonly InitialGroup<Item>[] {
  const { compare } = new Intl.Collator([language, 'en'], { sensitivity: 'base' });
  const groups = new Map<string, { readonly initial: string; readonly items: Item[] }>();
  let last: { readonly initial: string; readonly items: Item[] } | undefined;
  for (const item of inOrder) {
    const initial = initialOf(item.name, language);
    const isAsLast =
      last && initial !== NO_LETTER && last.initial !== NO_LETTER && compare(last.initial, initial) === 0;
    const group = groups.get(initial) ?? (isAsLast ? last : undefined) ?? { initial, items: [] };
    groups.set(initial, group);
    group.items.push(item);
    last = group;
  }
  return [...new Set(groups.values())].map((group) => ({ ...group, initial: plainest(group, compare, language) }));
}

function initialOf(name: string, language: string): string {
  const [first = ''] = name.normalize('NFC').match(/\p{L}/u) ?? [];
  const begins = /^[\p{P}\p{S}\p{Z}]*\p{L}/u.test(name.normalize('NFC'));
  return begins ? first.toLocaleUpperCase(language) : NO_LETTER;
}

/** The letter without a mark, where the language has both for one. */
function plainest(
  { initial }: { readonly initial: string },
  compare: (a: string, b: string) => number,
  language: string,
): string {
  const bare = initial.normalize('NFD').charAt(0).toLocaleUpperCase(language);
  return bare !== '' && compare(bare, initial) === 0 ? bare : initial;
}
