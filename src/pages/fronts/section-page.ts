import { CONTENT_KINDS } from '../../domain/content/content-kinds.ts';
import { type Alternate, hasSectionFront, siteIn } from '../../domain/languages.ts';
import type { Edition, EditionToBe } from '../../domain/edition.ts';
import { groupBy } from '../../domain/lists/grouping.ts';
import { frontName } from '../../domain/fronts.ts';
import { type Section, sectionUrl } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { changesOfFronts, composeFront, type FrontSubject } from './compose-front.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { socialCard } from '../site/social-card.ts';
import { frontOf } from '../lists/listing.ts';
import { type FrontParts, makeFrontParts, storiesShown } from './front-parts.ts';
import { type Materials, materialsIn } from '../surroundings.ts';
import { ownUrl, type PageKind, type PageToFind } from '../page-kind.ts';
import type { Claim } from '../../diagnostics/claim.ts';
import { heldLocalSections, heldSections, holderOfSection } from '../lists/list-holders.ts';

/** Below the lead. */
const CARDS = 12;

/** What the layout of a section's page prints. */
export interface SectionPage extends FrontParts {
  readonly frame: Frame;
  readonly title: string;
  readonly description: string | undefined;
}

/** What the page of a section is made of. */
export interface SectionSubject extends FrontSubject {
  readonly section: Section;
  readonly url: UrlPath;
  readonly language: string;
  /** Its fronts in all languages, where there are several. */
  readonly alternates: readonly Alternate[] | undefined;
  readonly earlierUrl: UrlPath | undefined;
}

export const sectionPage: PageKind<SectionSubject, SectionPage> = {
  list: listSections,
  urlOf: ownUrl,
  layout: () => 'section',
  make: makeSectionPage,
  sitemap: findSections,
  claims: {
    section: (edition) => heldSections(edition).map(({ list: { url }, holderOf }) => ({ url, holderOf })),
    named: claimLocalSections,
    follows: claimFurtherSections,
  },
  everyShard: true,
  changesAt: changesOfFronts,
  // The masthead leads to the sections of `site.yaml`, or where that says.
  navigation: undefined,
  sourceOf: ({ url }) => `${CONTENT_KINDS.fronts.folder}${url.slice(1, -1)}.yaml`,
};

/**
 * The page of each section, in the main language of the site and in its others: as its editor has it, and then all of its stories
 * that are not in its archive.
 */
function listSections(edition: Edition): readonly SectionSubject[] {
  const all = [...edition.sections, ...edition.languages.flatMap(({ sections }) => sections)];
  const byId = groupBy(all, ({ section }) => [section.id]);
  return all.map((list) => {
    const { section, language } = list;
    const { url, stories: newest, earlierUrl } = frontOf(list);
    const curated = edition.fronts.get(frontName(section, siteIn(language, edition.site)));
    const front = composeFront(
      { curated, newest: list.stories, isInLanguage: () => true, groups: [], top: CARDS, rest: newest.length },
      edition,
    );
    const fronts = (byId.get(section.id) ?? []).map((one) => ({ language: one.language, url: one.url }));
    return { section, url, language, alternates: fronts.length > 1 ? fronts : undefined, ...front, earlierUrl };
  });
}

/** Sections without a story are in no sitemap. */
function findSections({ site, sections, languages }: Edition): readonly PageToFind[] {
  const all = [{ url: site.home, sections }, ...languages];
  return all.flatMap((language) => {
    const filled = language.sections.filter(({ stories }) => stories.length > 0);
    return filled.map(({ url }) => ({ url, sitemap: 'pages', home: language.url }));
  });
}

/** The fronts of sections in further languages that are there however many stories there are. */
function claimLocalSections({ site }: EditionToBe): readonly Claim[] {
  return site.languages.flatMap((own, index) => {
    const local = siteIn(own.language, site);
    const named = local.sections.filter((section) => hasSectionFront(own, section));
    return named.map((section) => ({
      url: sectionUrl(section, local),
      holderOf: () => holderOfSection(section, own, index),
    }));
  });
}

/** Those that the navigation does not lead to: they follow from the stories in them. */
function claimFurtherSections(edition: EditionToBe): readonly Claim[] {
  const further = heldLocalSections(edition).filter(({ isNamed }) => !isNamed);
  return further.map(({ list: { url }, holderOf, isToCome }) => ({ url, holderOf, isToCome }));
}

/** Makes the page of a section. */
function makeSectionPage(subject: SectionSubject, given: Materials): SectionPage {
  const { section, url, alternates } = subject;
  const materials = materialsIn(subject.language, given);
  const { title, description } = section;
  const { site } = materials;
  const parts = makeFrontParts(subject, { site, title });
  const page = { url, name: title, description, language: site.language, items: storiesShown(parts) };
  const structuredData = collectionPageJsonLd(page, site);
  const data: SectionPage = {
    frame: makeFrame(
      {
        url,
        title,
        isFront: true,
        description,
        alternates,
        list: { url, name: title },
        card: socialCard({ language: site.language, headline: title, section: section.id }, site),
        structuredData,
      },
      materials,
    ),
    title,
    description,
    ...parts,
  };
  return data;
}
