import { CONTENT_KINDS } from '../../domain/content/content-kinds.ts';
import { type CuratedGroup, frontName, HOME } from '../../domain/fronts.ts';
import { ARCHIVE_URL } from '../../domain/dates.ts';
import type { Edition, EditionToBe } from '../../domain/edition.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import { isHeard } from '../../domain/story/entry.ts';
import type { Site } from '../../domain/site/site.ts';
import { siteIn } from '../../domain/languages.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { collectionPageJsonLd, websiteJsonLd } from '../../formats/structured-data/web-page.ts';
import { changesOfFronts, composeFront, type FrontSubject } from './compose-front.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { frontOf } from '../lists/listing.ts';
import { type FrontParts, makeFrontParts, storiesShown } from './front-parts.ts';
import { type Materials, materialsIn } from '../surroundings.ts';
import { inSitemap, ownUrl, type PageKind, type PageToFind } from '../page-kind.ts';
import { type Claim, claimOfSite } from '../../diagnostics/claim.ts';
import { feedUrls } from '../../domain/feeds.ts';
import { holderOfLanguage } from '../lists/list-holders.ts';

/** How many cards are below the lead, and how many headlines at the end: where the page has groups, and where not. */
const WITH_GROUPS = { top: 6, rest: 12 };
const WITHOUT_GROUPS = { top: 12, rest: 24 };

const HOME_URL = '/' as UrlPath;

/** What the layout of the home page prints. */
export interface HomePage extends FrontParts {
  readonly frame: Frame;
}

/** What the home page is made of, or the front in a further language of the site. */
export interface HomeSubject extends FrontSubject {
  readonly url: UrlPath;
  readonly language: string;
  readonly earlierUrl: UrlPath | undefined;
  readonly hasPodcast: boolean;
}

export const homePage: PageKind<HomeSubject, HomePage> = {
  list: listHome,
  urlOf: ownUrl,
  layout: () => 'home',
  make: makeHomePage,
  sitemap: () => inSitemap('pages', [{ url: HOME_URL }]),
  claims: { needed: () => [claimOfSite(HOME_URL, 'the home page')] },
  everyShard: true,
  changesAt: changesOfFronts,
  navigation: undefined,
  sourceOf: fileOfFront,
};

/** The front in a further language of the site. */
export const languageFront: PageKind<HomeSubject, HomePage> = {
  list: listLanguageFronts,
  urlOf: ownUrl,
  layout: () => 'home',
  make: makeHomePage,
  sitemap: findLanguageFronts,
  claims: { named: claimLanguageFronts },
  everyShard: true,
  changesAt: changesOfFronts,
  navigation: undefined,
  sourceOf: fileOfFront,
};

function fileOfFront({ url }: HomeSubject): string {
  return `${CONTENT_KINDS.fronts.folder}${url.slice(1)}home.yaml`;
}

/** The home page: as its editor has it, filled with the newest; where they say nothing of groups, one for each section. */
function listHome(edition: Edition): readonly HomeSubject[] {
  const { site, stories, mainStories } = edition;
  const curated = edition.fronts.get(HOME);
  const groups = groupsOf(edition);
  const { top, rest } = (curated?.groups ?? groups).length > 0 ? WITH_GROUPS : WITHOUT_GROUPS;
  const front = composeFront({ curated, newest: mainStories, isInLanguage: isIn(site), groups, top, rest }, edition);
  const earlierUrl = countOn(front) < mainStories.length ? ARCHIVE_URL : undefined;
  return [
    {
      url: HOME_URL,
      language: site.language,
      ...front,
      earlierUrl,
      hasPodcast: stories.some(({ entry }) => isHeard(entry)),
    },
  ];
}

/** The fronts in further languages, each like the home page, and then all of its stories that are not in its archive. */
function listLanguageFronts(edition: Edition): readonly HomeSubject[] {
  const hasPodcast = edition.stories.some(({ entry }) => isHeard(entry));
  return edition.languages.map((list) => {
    const { url, stories: newest, earlierUrl } = frontOf(list);
    const local = siteIn(list.language, edition.site);
    const curated = edition.fronts.get(frontName(undefined, local));
    const groups = groupsOf(list);
    const { top } = (curated?.groups ?? groups).length > 0 ? WITH_GROUPS : WITHOUT_GROUPS;
    const isInLanguage = isIn(local);
    const given = { curated, newest: list.stories, isInLanguage, groups, top, rest: newest.length };
    return { url, language: list.language, ...composeFront(given, edition), earlierUrl, hasPodcast };
  });
}

function findLanguageFronts({ languages }: Edition): readonly PageToFind[] {
  const filled = languages.filter(({ stories }) => stories.length > 0);
  return filled.map(({ url }) => ({ url, sitemap: 'pages', home: url }));
}

/** The fronts, with the feeds that go with them, however many stories there are. */
function* claimLanguageFronts({ site, isTaken }: EditionToBe): Generator<Claim> {
  for (const [index, { language, home, entry }] of site.languages.entries()) {
    const holder = holderOfLanguage(entry ?? index);
    // Whoever has the front is told of that alone.
    const feeds = isTaken(home) ? [] : feedUrls(home);
    yield { url: home, holderOf: () => ({ ...holder, what: `the front in ${language}` }) };
    for (const url of feeds) {
      yield { url, holderOf: () => ({ ...holder, what: `a feed of the front in ${language}` }) };
    }
  }
}

/** Whether a story is on the fronts of a site as it is in a language. */
function isIn(site: Site): (story: RelatedStory) => boolean {
  return ({ entry: { language } }) => siteIn(language, site) === site;
}

/** A single section would only repeat what is above it. */
function groupsOf({ sections }: Pick<Edition, 'sections'>): readonly CuratedGroup[] {
  const filled = sections.filter(({ stories }) => stories.length > 0);
  if (filled.length < 2) return [];
  return filled.map((list) => ({ title: list.section.title, layout: undefined, cards: [], list }));
}

/** How many stories are on a front. */
function countOn({ lead, top, groups, stories }: FrontSubject): number {
  const inGroups = groups.reduce((sum, { cards }) => sum + cards.length, 0);
  return (lead ? 1 : 0) + top.length + inGroups + stories.length;
}

/** Makes the home page, or the front in a further language of the site. */
function makeHomePage(subject: HomeSubject, given: Materials): HomePage {
  const materials = materialsIn(subject.language, given);
  const { site } = materials;
  const { url, hasPodcast } = subject;
  const parts = makeFrontParts(subject, { site, title: undefined });
  const items = storiesShown(parts);
  const page = { url, name: site.title, description: site.description, language: site.language, items };
  const structuredData = websiteJsonLd(site);
  const furtherData = [collectionPageJsonLd(page, site)];
  const data: HomePage = {
    frame: makeFrame({ url, title: site.title, isFront: true, hasPodcast, structuredData, furtherData }, materials),
    ...parts,
  };
  return data;
}
