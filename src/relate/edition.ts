import type { Article } from '../domain/article.ts';
import type { Edition, HeldBack, Story } from '../domain/edition.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { Addresses } from './addresses.ts';
import { claimArchives } from './claim-archives.ts';
import { claimOwnAddresses } from './claim-own-addresses.ts';
import { claimTopics } from './claim-topics.ts';
import { contributorsOf } from './contributors-of.ts';
import type { Newsroom } from './newsroom.ts';
import { contributorUrl, People } from './people.ts';
import { type Destination, type Destinations, resolveReferences } from './references.ts';
import { sectionsOf } from './sections-of.ts';
import { storyUrl } from './story-url.ts';
import { Topics } from './topics.ts';
import { topicsOfStories } from './topics-of-stories.ts';
import { yearsOf } from './years-of.ts';

/** When to publish, and what beside the finished stories. */
export interface Publication {
  /** Milliseconds since 1970. Stories dated after it are under embargo. */
  readonly now: number;
  readonly withDrafts: boolean;
}

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
  claimOwnAddresses(newsroom, addresses);
  // Stories under embargo are checked too: their build at midnight must not fail.
  const checked = inOrderOfFiles(articles.filter(({ draft }) => !draft || moment.withDrafts));
  for (const article of checked) {
    addresses.claim(urlOf(article), { path: article.path, at: WHOLE_FILE, what: 'this story' });
  }
  const people = new People(newsroom.contributors);
  const topics = new Topics();
  const files = new Set<string>();
  const topicsOf = new Map(
    inOrderOfFiles(articles).map(({ path, topics: texts }) => [path, texts.flatMap((text) => topics.get(text) ?? [])]),
  );
  const creditsOf = new Map(articles.map((article) => [article.path, people.resolve(article, findings)]));
  const inOrder = inOrderOfFiles(published);
  claimTopics(inOrder, topicsOf, addresses);
  const embargoed = checked.filter(({ path }) => heldPaths.has(path));
  const datesToCome = claimArchives(newsroom, { published: inOrder, embargoed, topicsOf, creditsOf }, addresses);
  const redirects = checked.flatMap((article) => {
    const redirected = addresses.claimAliases(article, urlOf(article));
    return heldPaths.has(article.path) ? [] : redirected;
  });

  const destinations = destinationsOf(newsroom, { articles, heldPaths, urlOf, datesToCome, addresses });
  const resolve = (article: Article): Story => ({
    article,
    url: urlOf(article),
    section: site.sections.find(({ id }) => id === article.section),
    topics: [...new Set(topicsOf.get(article.path))],
    credits: creditsOf.get(article.path) ?? [],
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
      topics: topicsOfStories(stories),
      years: yearsOf(site, stories),
      hasArchive: stories.length > 0,
      redirects,
      heldBack,
      ownPages: newsroom.ownPages.map(({ path, url, noindex, language, body }) => {
        for (const media of body?.media ?? []) files.add(media);
        const references = resolveReferences({ path, references: body?.references ?? [] }, destinations, {
          findings,
          files,
        });
        return { path, url, noindex, language, text: body && { html: body.html, references } };
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

function destinationsOf(
  { contributors, ownPages, media }: Newsroom,
  stories: {
    readonly articles: readonly Article[];
    readonly heldPaths: ReadonlySet<string>;
    readonly urlOf: (article: Article) => UrlPath;
    readonly datesToCome: readonly UrlPath[];
    readonly addresses: Addresses;
  },
): Destinations {
  const { articles, heldPaths, urlOf, datesToCome, addresses } = stories;
  const isHeld = (article: Article): boolean => heldPaths.has(article.path);
  const destinations = articles.map(
    (article): Destination => ({ article, url: isHeld(article) ? undefined : urlOf(article) }),
  );
  const heldBackUrls = new Set<string>([...articles.filter(isHeld).map(urlOf), ...datesToCome]);
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
