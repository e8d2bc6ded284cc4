import type { Article } from '../domain/article.ts';
import type {
  ContributorStories,
  Edition,
  HeldBack,
  SectionStories,
  Story,
  Topic,
  TopicStories,
} from '../domain/edition.ts';
import { groupBy } from '../domain/group-by.ts';
import { mediaUrl } from '../domain/media-url.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { type Finding, keyAt, valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { Addresses } from './addresses.ts';
import type { Newsroom } from './newsroom.ts';
import { contributorUrl, People } from './people.ts';
import { type Destination, type Destinations, resolveReferences } from './references.ts';
import { storyUrl } from './story-url.ts';
import { Topics } from './topics.ts';

/** When to publish, and what beside the finished stories. */
export interface Publication {
  /** Milliseconds since 1970. Stories dated after it are under embargo. */
  readonly now: number;
  readonly withDrafts: boolean;
}

/** Addresses that Broadsheet itself needs, and what for. */
const OWN_ADDRESSES: Readonly<Record<string, string>> = {
  '/': 'the home page',
  '/feed.xml': 'the RSS feed',
  '/sitemap.xml': 'the sitemap',
  '/.broadsheet.txt': 'Broadsheet’s mark',
};
const SITE_PATH = 'content/site.yaml';
const NOT_FOUND = '/404.html' as UrlPath;

/** Everything that a newsroom publishes at one moment, and what is wrong between its files. */
export function relateEdition(
  newsroom: Newsroom,
  moment: Publication,
): { readonly edition: Edition; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const { site } = newsroom;
  const articles = [...newsroom.articles].sort(newestFirst);
  const heldBack = articles.flatMap((article) => holdBack(article, moment) ?? []);
  const heldPaths = new Set(heldBack.map(({ path }) => path));
  const urls = new Map(articles.map((article) => [article.path, storyUrl(article, site)]));
  const urlOf = (article: Article): UrlPath => urls.get(article.path) as UrlPath;
  const published = articles.filter(({ path }) => !heldPaths.has(path));

  const addresses = new Addresses(findings);
  claimOwn(newsroom, addresses);
  // Stories under embargo are checked too: their build at midnight must not fail.
  for (const article of inOrderOfFiles(articles.filter((article) => !article.draft || moment.withDrafts))) {
    addresses.claim(urlOf(article), { path: article.path, at: WHOLE_FILE, what: 'this story' });
  }
  const people = new People(newsroom.contributors);
  const topics = new Topics();
  const files = new Set<string>();
  const topicsOf = new Map(
    inOrderOfFiles(articles).map(({ path, topics: texts }) => [path, texts.flatMap((text) => topics.get(text) ?? [])]),
  );
  claimTopics(published, topicsOf, addresses);
  const redirects = inOrderOfFiles(articles.filter(({ draft }) => !draft || moment.withDrafts)).flatMap((article) => {
    const redirected = addresses.claimAliases(article, urlOf(article));
    return heldPaths.has(article.path) ? [] : redirected;
  });

  const destinations = destinationsOf(newsroom, { articles, heldPaths, urlOf, addresses });
  const resolve = (article: Article): Story => ({
    article,
    url: urlOf(article),
    section: site.sections.find(({ id }) => id === article.section),
    topics: [...new Set(topicsOf.get(article.path))],
    credits: people.resolve(article, findings),
    references: resolveReferences({ path: article.path, references: article.body.references }, destinations, {
      findings,
      files,
    }),
  });
  // Held-back stories are resolved for their findings only.
  const all = articles.map(resolve);
  const stories = all.filter(({ article }) => !heldPaths.has(article.path));
  const shown = [
    ...stories.map(({ article }) => article.body.media),
    ...newsroom.contributors.map(({ media }) => media),
  ];
  for (const path of shown.flat()) files.add(path);

  return {
    edition: {
      site,
      now: moment.now,
      stories,
      sections: sectionsOf(newsroom, stories),
      contributors: contributorsOf(newsroom, stories),
      topics: topicsWith(stories),
      redirects,
      heldBack,
      ownPages: newsroom.ownPages.map(({ path, url, noindex, body }) => {
        for (const media of body?.media ?? []) files.add(media);
        const references = resolveReferences({ path, references: body?.references ?? [] }, destinations, {
          findings,
          files,
        });
        return { path, url, noindex, text: body && { html: body.html, references } };
      }),
      files: [...files].sort(),
    },
    findings,
  };
}

function newestFirst(a: Article, b: Article): number {
  return b.date.instant - a.date.instant || (a.path < b.path ? -1 : 1);
}

/** Whatever is named or reported first does not depend on dates. */
function inOrderOfFiles(articles: readonly Article[]): readonly Article[] {
  return [...articles].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function holdBack({ path, headline, draft, date }: Article, moment: Publication): HeldBack | undefined {
  const story = { path, headline: headline.text };
  if (draft && !moment.withDrafts) return { ...story, reason: 'draft', until: undefined };
  return date.instant > moment.now ? { ...story, reason: 'embargo', until: date.instant } : undefined;
}

function claimOwn({ site, contributors, ownPages, media }: Newsroom, addresses: Addresses): void {
  for (const [url, what] of Object.entries(OWN_ADDRESSES)) {
    addresses.claim(url as UrlPath, { path: SITE_PATH, at: WHOLE_FILE, what });
  }
  site.sections.forEach(({ id, title }, index) => {
    addresses.claim(sectionUrl(id), {
      path: SITE_PATH,
      at: valueAt('sections', index, 'id'),
      what: `the section “${title}”`,
    });
  });
  for (const contributor of contributors) {
    addresses.claim(contributorUrl(contributor), {
      path: contributor.path,
      at: WHOLE_FILE,
      what: `${contributor.name}’s page`,
    });
  }
  for (const { path, url } of ownPages) {
    if (url !== undefined) addresses.claim(url, { path, at: keyAt('permalink'), what: 'this page' });
  }
  if (!addresses.has(NOT_FOUND)) {
    addresses.claim(NOT_FOUND, { path: SITE_PATH, at: WHOLE_FILE, what: 'the page for addresses that lead nowhere' });
  }
  for (const path of media.paths.filter((file) => file.startsWith('content/media/'))) {
    addresses.claim(mediaUrl(path), { path, at: WHOLE_FILE, what: 'this file' });
  }
}

/** The page of a topic belongs to the first story that has it. */
function claimTopics(
  published: readonly Article[],
  topicsOf: ReadonlyMap<string, readonly Topic[]>,
  addresses: Addresses,
): void {
  const claimed = new Set<UrlPath>();
  for (const { path, topics } of inOrderOfFiles(published)) {
    for (const { url, name } of topicsOf.get(path) ?? []) {
      if (claimed.has(url)) continue;
      claimed.add(url);
      addresses.claim(url, { path, at: valueAt('topics', topics.indexOf(name)), what: `the topic “${name}”` });
    }
  }
}

function sectionUrl(id: string): UrlPath {
  return `/${id}/` as UrlPath;
}

function destinationsOf(
  { contributors, ownPages, media }: Newsroom,
  stories: {
    readonly articles: readonly Article[];
    readonly heldPaths: ReadonlySet<string>;
    readonly urlOf: (article: Article) => UrlPath;
    readonly addresses: Addresses;
  },
): Destinations {
  const { articles, heldPaths, urlOf, addresses } = stories;
  const isHeld = (article: Article): boolean => heldPaths.has(article.path);
  const destinations = articles.map(
    (article): Destination => ({ article, url: isHeld(article) ? undefined : urlOf(article) }),
  );
  const heldBackUrls = new Set<string>(articles.filter(isHeld).map(urlOf));
  return {
    storiesByPath: new Map(destinations.map((destination) => [destination.article.path, destination])),
    // The newest of several stories with one slug.
    storiesBySlug: new Map([...destinations].reverse().map((destination) => [destination.article.slug, destination])),
    pagesByPath: new Map([
      ...contributors.map((contributor) => [contributor.path, contributorUrl(contributor)] as const),
      ...ownPages.flatMap(({ path, url }) => (url === undefined ? [] : [[path, url] as const])),
    ]),
    urls: addresses.urls.filter((url) => !heldBackUrls.has(url)),
    hasUrl: (url) => addresses.has(url) && !heldBackUrls.has(url),
    heldBackUrls,
    media,
    hasUnknownUrls: ownPages.some(({ url }) => url === undefined),
  };
}

function sectionsOf({ site }: Newsroom, stories: readonly Story[]): readonly SectionStories[] {
  return site.sections.map((section) => ({
    section,
    url: sectionUrl(section.id),
    stories: stories.filter((story) => story.section?.id === section.id),
  }));
}

function contributorsOf({ site, contributors }: Newsroom, stories: readonly Story[]): readonly ContributorStories[] {
  const byUrl = groupBy(stories, ({ credits }) => credits.flatMap(({ url }) => url ?? []));
  return [...contributors]
    .sort((a, b) => a.name.localeCompare(b.name, site.language) || (a.id < b.id ? -1 : 1))
    .map((contributor) => {
      const url = contributorUrl(contributor);
      return { contributor, url, stories: byUrl.get(url) ?? [] };
    });
}

function topicsWith(stories: readonly Story[]): readonly TopicStories[] {
  const byUrl = groupBy(stories, ({ topics }) => topics.map(({ url }) => url));
  const topics = new Map(stories.flatMap((story) => story.topics).map((topic) => [topic.url, topic]));
  return [...topics.values()]
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map((topic) => ({ topic, stories: byUrl.get(topic.url) ?? [] }));
}
