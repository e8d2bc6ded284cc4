import { ARCHIVE_URL } from '../../domain/dates.ts';
import type { Edition, EditionToBe } from '../../domain/edition.ts';
import type { Topic } from '../../domain/story/story.ts';
import type { SiteSearch } from '../../domain/search/buckets.ts';
import { href } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { webPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { phraseForms } from '../../words/counts.ts';
import type { PhraseName } from '../../words/phrases.ts';
import { wordsIn } from '../../words/words.ts';
import type { Alternate } from '../../domain/languages.ts';
import { type Frame, makeFrame } from '../site/frame.ts';
import { type Materials, materialsIn } from '../surroundings.ts';
import type { Link } from '../site/link.ts';
import { makeSearchForm, type SearchForm } from '../site/footer.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { type Claim, claimOfSite } from '../../diagnostics/claim.ts';
import { searchesToBe } from './searches-to-be.ts';
import { searchUrl } from '../../domain/search/urls.ts';

/** What the layout of the search page prints. */
export interface SearchPage {
  readonly frame: Frame;
  readonly title: string;
  readonly form: SearchForm;
  readonly filters: SearchFilters;
  readonly order: SearchOrder;
  /** What there is for readers whose browser does not run the script. */
  readonly instead: { readonly text: string; readonly groups: readonly LinkGroup[] };
  readonly script: string;
  /** JSON for the script. */
  readonly settings: string;
}

interface LinkGroup {
  readonly title: string;
  readonly links: readonly Link[];
}

/** The names of what results can be narrowed by. */
interface SearchFilters {
  readonly section: string;
  readonly contributor: string;
  readonly topic: string;
  readonly from: string;
  readonly until: string;
  /** The choice that narrows nothing. */
  readonly all: string;
}

/** The names of what results can be ordered by. */
interface SearchOrder {
  readonly label: string;
  readonly newest: string;
  readonly best: string;
}

/** What the search page of a language is made of. */
export interface SearchPageSubject {
  readonly url: UrlPath;
  /** BCP 47: a language that the site has a front in. */
  readonly language: string;
  /** The search pages of all languages, where there are several. */
  readonly alternates: readonly Alternate[] | undefined;
  /** Those that have a front in the language. */
  readonly sections: readonly { readonly title: string; readonly url: UrlPath }[];
  /** Of the newest stories. */
  readonly topics: readonly Topic[];
  /** The newest first. */
  readonly years: readonly { readonly date: string; readonly url: UrlPath }[];
}

/** How many topics are offered to readers who cannot search. */
const TOPICS = 12;

/** Phrases that the script prints. */
const PRINTED = [
  'searching',
  'searchNone',
  'searchNear',
  'searchOlder',
  'searchBackTo',
  'searchMore',
  'searchFailed',
] as const satisfies readonly PhraseName[];

export const searchPage: PageKind<SearchPageSubject, SearchPage> = {
  list: listSearchPages,
  urlOf: ownUrl,
  layout: () => 'search',
  make: makeSearchPage,
  sitemap: { none: 'there is nothing on it to be found' },
  claims: { follows: claimSearchPages },
  everyShard: true,
  changesAt: noMoments,
  navigation: {
    ...{ place: 'search', order: 0, label: 'search' },
    urlsOf: ({ site, searches }) => {
      const urls = new Set(searches.map(({ url }) => url));
      const homes = [site, ...site.languages].map(({ home }) => [home, searchUrl({ home })] as const);
      return Object.fromEntries(homes.filter(([, url]) => urls.has(url)));
    },
  },
};

function claimSearchPages(edition: EditionToBe): readonly Claim[] {
  return searchesToBe(edition).map(({ url, what, isToCome }) => ({ ...claimOfSite(url, what), isToCome }));
}

/** The search page of each language in which there is something to be found. */
function listSearchPages({ site, sections, languages, years, searches }: Edition): readonly SearchPageSubject[] {
  const alternates = searches.map(({ language, url }) => ({ language, url }));
  const fronts = [{ language: site.language, sections }, ...languages];
  return searches.map(({ language, url, stories }) => ({
    url,
    language,
    alternates: alternates.length > 1 ? alternates : undefined,
    sections: fronts
      .filter((one) => one.language === language)
      .flatMap((one) => one.sections.map((list) => ({ title: list.section.title, url: list.url }))),
    topics: newestTopics(stories),
    years: years.map((year) => ({ date: year.date, url: year.url })),
  }));
}

function newestTopics(stories: SiteSearch['stories']): readonly Topic[] {
  const topics = new Set<Topic>();
  for (const story of stories) {
    if (topics.size >= TOPICS) break;
    for (const topic of story.topics) topics.add(topic);
  }
  return [...topics].slice(0, TOPICS);
}

/** Makes the page on which readers search the stories of a language. */
function makeSearchPage(subject: SearchPageSubject, given: Materials): SearchPage {
  const { url, alternates, sections, topics, years } = subject;
  const materials = materialsIn(subject.language, given);
  const { site } = materials;
  const words = wordsIn(site.language, site.words);
  const link = (label: string, to: UrlPath): Link => ({ label, href: href(site, to) });
  const groups = [
    {
      title: words('archive'),
      links: [link(words('archive'), ARCHIVE_URL), ...years.map((year) => link(year.date, year.url))],
    },
    { title: words('sections'), links: sections.map((section) => link(section.title, section.url)) },
    { title: words('topics'), links: topics.map((topic) => link(topic.name, topic.url)) },
  ];
  const title = words('search');
  const description = words('searchText', { site: site.title });
  const structuredData = webPageJsonLd({ url, name: title, description, language: site.language }, site);
  const settings = {
    language: site.language,
    root: href(site, url),
    words: Object.fromEntries(PRINTED.map((name) => [name, words(name)])),
    stories: phraseForms('stories', site.language, site.words),
  };
  const data: SearchPage = {
    frame: makeFrame({ url, title, description, alternates, isIndexed: false, structuredData }, materials),
    title,
    form: makeSearchForm(site),
    filters: {
      section: words('section'),
      contributor: words('contributor'),
      topic: words('topic'),
      from: words('searchFrom'),
      until: words('searchUntil'),
      all: words('searchAll'),
    },
    order: { label: words('searchOrder'), newest: words('searchNewest'), best: words('searchBest') },
    instead: { text: words('searchWithoutScript'), groups: groups.filter(({ links }) => links.length > 0) },
    script: href(site, materials.assets.search ?? ''),
    settings: JSON.stringify(settings),
  };
  return data;
}
