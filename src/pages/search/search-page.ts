import { ARCHIVE_URL } from '../../domain/date-url.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Topic } from '../../domain/related-story.ts';
import type { Page } from '../../domain/page.ts';
import { sectionUrl } from '../../domain/section-url.ts';
import { SEARCH_URL } from '../../domain/search-url.ts';
import { href } from '../../domain/site.ts';
import type { UrlPath } from '../../domain/url-path.ts';
import { webPageJsonLd } from '../../formats/web-page.ts';
import { phraseForms } from '../../words/counts.ts';
import type { PhraseName } from '../../words/phrases.ts';
import { wordsIn } from '../../words/words.ts';
import { type Frame, makeFrame } from '../frame.ts';
import type { Link } from '../link.ts';
import { makeSearchForm, type SearchForm } from '../search-form.ts';
import type { Imprint } from '../publication.ts';

/** What the layout of the search page prints. */
export interface SearchPage {
  readonly frame: Frame;
  readonly title: string;
  readonly form: SearchForm;
  readonly filters: SearchFilters;
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

/** What the search page is made of. */
export interface SearchPageSubject {
  readonly url: UrlPath;
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
  'searchOlder',
  'searchBackTo',
  'searchMore',
  'searchFailed',
] as const satisfies readonly PhraseName[];

export function listSearchPage({ site, hasArchive, stories, years }: Edition): readonly SearchPageSubject[] {
  if (!site.search || !hasArchive) return [];
  const topics = new Set<Topic>();
  for (const story of stories) {
    if (topics.size >= TOPICS) break;
    for (const topic of story.topics) topics.add(topic);
  }
  return [
    { url: SEARCH_URL, topics: [...topics].slice(0, TOPICS), years: years.map(({ date, url }) => ({ date, url })) },
  ];
}

/** Makes the page that readers search the stories on. */
export function makeSearchPage({ url, topics, years }: SearchPageSubject, imprint: Imprint): Page<SearchPage> {
  const { site } = imprint.edition;
  const words = wordsIn(site.language, site.words);
  const link = (label: string, to: UrlPath | string): Link => ({ label, href: href(site, to) });
  const groups = [
    {
      title: words('archive'),
      links: [link(words('archive'), ARCHIVE_URL), ...years.map((year) => link(year.date, year.url))],
    },
    { title: words('sections'), links: site.sections.map((section) => link(section.title, sectionUrl(section, site))) },
    { title: words('topics'), links: topics.map((topic) => link(topic.name, topic.url)) },
  ];
  const title = words('search');
  const description = words('searchText', { site: site.title });
  const structuredData = webPageJsonLd({ url, name: title, description, language: site.language }, site);
  const settings = {
    language: site.language,
    root: href(site, SEARCH_URL),
    words: Object.fromEntries(PRINTED.map((name) => [name, words(name)])),
    stories: phraseForms('stories', site.language, site.words),
  };
  const data: SearchPage = {
    frame: makeFrame({ url, title, description, isIndexed: false, structuredData }, imprint),
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
    instead: { text: words('searchWithoutScript'), groups: groups.filter(({ links }) => links.length > 0) },
    script: href(site, imprint.assets.search ?? ''),
    settings: JSON.stringify(settings),
  };
  return { url, layout: 'search', data };
}
