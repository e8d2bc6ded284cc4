import { groupBy } from './lists/grouping.ts';
import { localPublisher } from './site/site.ts';
import type { Section, Site, SiteLanguage } from './site/site.ts';
import type { Slug, UrlPath } from './addresses.ts';
import type { Contributor } from './contributors.ts';

/**
 * The site as it is in a language (BCP 47): with the title, the front, the sections, the navigation and the publisher of that
 * language where the site has a front in it, and otherwise the site itself. `es-MX` is part of the front in `es`, unless it has one of
 * its own.
 */
export function siteIn(language: string, site: Site): Site {
  if (site.languages.length === 0) return site;
  const main = mainSiteOf(site);
  const known = found.get(main) ?? new Map<string, Site>();
  found.set(main, known);
  const before = known.get(language);
  if (before) return before;
  const own = frontFor(language, main);
  const local = own ? (known.get(own.language) ?? siteOf(own, main)) : main;
  if (own) known.set(own.language, local);
  known.set(language, local);
  return local;
}

/** The site in its main language. */
export function mainSiteOf(site: Site): Site {
  return mains.get(site) ?? site;
}

/** The sites as they are in a language, by language; and the sites that those are of. */
const found = new WeakMap<Site, Map<string, Site>>();
const mains = new WeakMap<Site, Site>();

function frontFor(language: string, { language: main, languages }: Site): SiteLanguage | undefined {
  if (language === main) return undefined;
  const exact = languages.find((one) => one.language === language);
  if (exact) return exact;
  const written = writtenLanguage(language);
  if (isWhole(main) && writtenLanguage(main) === written) return undefined;
  return languages.find((one) => isWhole(one.language) && writtenLanguage(one.language) === written);
}

/** Whether a code says nothing but language and script, so that it holds for every country. */
function isWhole(language: string): boolean {
  return /^[a-z]{2,8}(-[A-Z][a-z]{3})?$/.test(language);
}

function siteOf(own: SiteLanguage, main: Site): Site {
  const { language, title, description, home, sections: titles } = own;
  const isNamed = ({ id }: Section): boolean => titles === undefined || Object.hasOwn(titles, id);
  const sections = main.sections.map((section) => {
    const known = titles && isNamed(section) ? titles[section.id] : undefined;
    return { ...section, title: known ?? section.title, description: undefined };
  });
  const navigation =
    own.navigation ?? sections.filter(isNamed).map(({ id, title: label }) => ({ label, url: `${home}${id}/` }));
  const publisher = localPublisher(own.publisher, main.publisher);
  const local: Site = { ...main, language, title, description, home, sections, navigation, publisher };
  mains.set(local, main);
  return local;
}

const known = new Map<string, string>();

/** A language and its script, wherever it is spoken: `en-GB` and `en-US` are `en-Latn`, `zh-TW` is `zh-Hant`. */
export function writtenLanguage(code: string): string {
  const found = known.get(code);
  if (found !== undefined) return found;
  const { language, script = '' } = new Intl.Locale(code).maximize();
  const written = `${language}-${script}`;
  known.set(code, written);
  return written;
}

/** A page in one of the languages that it is in. */
export interface Alternate {
  /** BCP 47. */
  readonly language: string;
  readonly url: UrlPath;
}

/** The section of a story, as it is called in the story's language. */
export function sectionOf(
  { section, language }: { readonly section: Slug | undefined; readonly language: string },
  site: Site,
): Section | undefined {
  return section && siteIn(language, site).sections.find(({ id }) => id === section);
}

/** What a contributor is called in a language (BCP 47), or in that language as it is written in another country. */
export function nameIn(language: string, { name, names }: Pick<Contributor, 'name' | 'names'>): string {
  if (names.length === 0) return name;
  const exact = names.find((one) => one.language === language);
  const written = writtenLanguage(language);
  return (exact ?? names.find((one) => writtenLanguage(one.language) === written))?.name ?? name;
}

/** The stories of each language that the site has a front in, and in all others those of the main language; in their order. */
export function storiesByLanguage<Given extends { readonly entry: { readonly language: string } }>(
  stories: readonly Given[],
  site: Site,
): (language: string) => readonly Given[] {
  if (site.languages.length === 0) return () => stories;
  const groups = groupBy(stories, ({ entry }) => [siteIn(entry.language, site)]);
  return (language) => groups.get(siteIn(language, site)) ?? [];
}

/**
 * Whether a section has a front in a further language of the site before there is a story: its navigation leads there. A
 * navigation that followed the stories would change all pages of the language with the first story of a section.
 */
export function hasSectionFront({ sections, navigation }: SiteLanguage, { id }: Section): boolean {
  return sections === undefined ? navigation === undefined : Object.hasOwn(sections, id);
}
