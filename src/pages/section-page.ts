import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import type { Section } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { collectionPageJsonLd } from '../formats/web-page.ts';
import { composeFront, type FrontSubject } from './compose-front.ts';
import { type Frame, makeFrame } from './frame.ts';
import { frontOf } from './front.ts';
import { type FrontParts, makeFrontParts, storiesShown } from './front-parts.ts';
import type { Imprint } from './publication.ts';

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
  readonly earlierUrl: UrlPath | undefined;
}

/** The page of each section: as its editor has it, and then all of its stories that are not in its archive. */
export function listSections(
  edition: Pick<Edition, 'sections' | 'fronts' | 'contributors'>,
): readonly SectionSubject[] {
  return edition.sections.map((list) => {
    const { url, stories: newest, earlierUrl } = frontOf(list);
    const curated = edition.fronts.get(list.section.id);
    const front = composeFront({ curated, newest: list.stories, groups: [], top: CARDS, rest: newest.length }, edition);
    return { section: list.section, url, ...front, earlierUrl };
  });
}

/** Makes the page of a section. */
export function makeSectionPage(subject: SectionSubject, imprint: Imprint): Page<SectionPage> {
  const { section, url } = subject;
  const { title, description } = section;
  const { site } = imprint.edition;
  const parts = makeFrontParts(subject, { site, title });
  const page = { url, name: title, description, language: site.language, items: storiesShown(parts) };
  const structuredData = collectionPageJsonLd(page, site);
  const data: SectionPage = {
    frame: makeFrame({ url, title, description, list: { url, name: title }, structuredData }, imprint),
    title,
    description,
    ...parts,
  };
  return { url, layout: 'section', data };
}
