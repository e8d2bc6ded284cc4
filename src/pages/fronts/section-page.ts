import { type Alternate, siteIn } from '../../domain/languages.ts';
import type { Edition } from '../../domain/edition.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Page } from '../../domain/page.ts';
import { frontName } from '../../domain/fronts.ts';
import type { Section } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { collectionPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { composeFront, type FrontSubject } from './compose-front.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { frontOf } from '../lists/listing.ts';
import { type FrontParts, makeFrontParts, storiesShown } from './front-parts.ts';
import { type Imprint, imprintIn } from '../imprint.ts';

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

/**
 * The page of each section, in the main language of the site and in its others: as its editor has it, and then all of its stories
 * that are not in its archive.
 */
export function listSections(
  edition: Pick<Edition, 'site' | 'sections' | 'languages' | 'fronts' | 'contributors'>,
): readonly SectionSubject[] {
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

/** Makes the page of a section. */
export function makeSectionPage(subject: SectionSubject, given: Imprint): Page<SectionPage> {
  const { section, url, alternates } = subject;
  const imprint = imprintIn(subject.language, given);
  const { title, description } = section;
  const { site } = imprint.edition;
  const parts = makeFrontParts(subject, { site, title });
  const page = { url, name: title, description, language: site.language, items: storiesShown(parts) };
  const structuredData = collectionPageJsonLd(page, site);
  const data: SectionPage = {
    frame: makeFrame({ url, title, description, alternates, list: { url, name: title }, structuredData }, imprint),
    title,
    description,
    ...parts,
  };
  return { url, layout: 'section', data };
}
