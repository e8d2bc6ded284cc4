import { type CuratedGroup, HOME } from '../domain/curated-front.ts';
import { ARCHIVE_URL } from '../domain/date-url.ts';
import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { collectionPageJsonLd } from '../formats/web-page.ts';
import { websiteJsonLd } from '../formats/website.ts';
import { composeFront, type FrontSubject } from './compose-front.ts';
import { type Frame, makeFrame } from './frame.ts';
import { type FrontParts, makeFrontParts, storiesShown } from './front-parts.ts';
import type { Imprint } from './publication.ts';

/** How many cards are below the lead, and how many headlines at the end: where the page has groups, and where not. */
const WITH_GROUPS = { top: 6, rest: 12 };
const WITHOUT_GROUPS = { top: 12, rest: 24 };

/** What the layout of the home page prints. */
export interface HomePage extends FrontParts {
  readonly frame: Frame;
}

/** What the home page is made of. */
export interface HomeSubject extends FrontSubject {
  readonly url: UrlPath;
  readonly earlierUrl: UrlPath | undefined;
}

/** The home page: as its editor has it, filled with the newest; where they say nothing of groups, one for each section. */
export function listHome(
  edition: Pick<Edition, 'stories' | 'sections' | 'fronts' | 'contributors'>,
): readonly HomeSubject[] {
  const { stories } = edition;
  const curated = edition.fronts.get(HOME);
  const groups = groupsOf(edition);
  const { top, rest } = (curated?.groups ?? groups).length > 0 ? WITH_GROUPS : WITHOUT_GROUPS;
  const front = composeFront({ curated, newest: stories, groups, top, rest }, edition);
  const earlierUrl = countOn(front) < stories.length ? ARCHIVE_URL : undefined;
  return [{ url: '/' as UrlPath, ...front, earlierUrl }];
}

/** A single section would only repeat what is above it. */
function groupsOf({ sections }: Pick<Edition, 'sections'>): readonly CuratedGroup[] {
  const filled = sections.filter(({ stories }) => stories.length > 0);
  if (filled.length < 2) return [];
  return filled.map((list) => ({ title: list.section.title, cards: [], list }));
}

/** How many stories are on a front. */
function countOn({ lead, top, groups, stories }: FrontSubject): number {
  const inGroups = groups.reduce((sum, { cards }) => sum + cards.length, 0);
  return (lead ? 1 : 0) + top.length + inGroups + stories.length;
}

/** Makes the home page. */
export function makeHomePage(subject: HomeSubject, imprint: Imprint): Page<HomePage> {
  const { site } = imprint.edition;
  const { url } = subject;
  const parts = makeFrontParts(subject, { site, title: undefined });
  const items = storiesShown(parts);
  const page = { url, name: site.title, description: site.description, language: site.language, items };
  const structuredData = websiteJsonLd(site);
  const furtherData = [collectionPageJsonLd(page, site)];
  const data: HomePage = {
    frame: makeFrame({ url, title: site.title, structuredData, furtherData }, imprint),
    ...parts,
  };
  return { url, layout: 'home', data };
}
