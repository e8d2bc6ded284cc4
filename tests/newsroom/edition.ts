import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { pinpoint } from '../../src/diagnostics/pinpoint.ts';
import type { Article } from '../../src/domain/story/article.ts';
import { eachContentKind } from '../../src/domain/content/content-kinds.ts';
import type { Edition } from '../../src/domain/edition.ts';
import { judgedAsOf } from '../../src/domain/story/entry.ts';
import type { Story } from '../../src/domain/story/story.ts';
import type { Html } from '../../src/domain/html.ts';
import type { Page } from '../../src/pages/page-specs.ts';
import type { UrlPath } from '../../src/domain/addresses.ts';
import { loadPrinters, pageLayouts, storyLayouts } from '../../src/build/layouts.ts';
import { joinParts } from '../../src/formats/text-parts.ts';
import { storyWords } from '../../src/formats/search/story-words.ts';
import type { ArticlePage } from '../../src/pages/story/article-page.ts';
import { shownText } from '../../src/pages/story/body.ts';
import { layOutPages, makePage, specsOf, surroundingsOf } from '../../src/pages/page-specs.ts';
import type { Materials } from '../../src/pages/surroundings.ts';
import { readArticle, readSetting } from '../../src/newsroom/newsroom.ts';
import { readEdition } from '../../src/newsroom/read-edition.ts';
import { enterArticle } from '../../src/newsroom/enter-article.ts';
import { readMoment } from '../../src/time/read-moment.ts';
import { aStory, type Keys } from './manuscript.ts';
import { baselineOf } from './site.ts';
import { aNewsroom, type NewsroomGiven } from './newsroom.ts';

/** When and how to publish. A time without a zone is in the site's. */
export interface PublicationGiven {
  readonly now?: string;
  readonly drafts?: boolean;
  readonly url?: string;
}

export const GATE = '!function(){}()';

/** The script at the end of every page. */
export const LOADER = '!function(w){}(window)';
export const STYLESHEET = '/assets/site.css' as UrlPath;
const CHART_STYLESHEET = '/assets/chart.css' as UrlPath;
export const SEARCH_SCRIPT = '/assets/search.js' as UrlPath;

const LIVE_BLOG = '/assets/live-blog.js' as UrlPath;
const VIEWER = { script: '/assets/viewer.js' as UrlPath, stylesheet: '/assets/viewer.css' as UrlPath };

/** An edition in memory, with all that is wrong with its content, and the texts of its stories. */
export interface EditionMade {
  readonly edition: Edition;
  readonly diagnostics: readonly Diagnostic[];
  /** What is still to do in drafts. */
  readonly toDo: readonly Diagnostic[];
  readonly textOf: (story: Story) => Html;
  readonly wordsOf: (story: Story) => string;
}

/** The edition of a newsroom at noon on the day of its stories, unless the test needs another moment. */
export function editionOf(newsroom: NewsroomGiven, given: PublicationGiven = {}): EditionMade {
  const files = aNewsroom(newsroom);
  const setting = readSetting(files, {
    url: given.url,
    baselineOf,
    storyLayouts: storyLayouts(),
    pageLayouts: pageLayouts(),
  });
  const { site } = setting.value;
  const articles = files.articles.map((file) => readArticle(file, setting.value));
  const entries = articles.map(({ value }) => enterArticle(value, site).entry);
  const byPath = new Map(articles.map(({ value }) => [value.path, value]));
  const { edition, findings, toDo, written } = readEdition(
    files,
    {
      entries,
      findings: articles.flatMap((article) => article.findings),
      recordOf: (path) => articleAt(path, byPath),
    },
    setting,
    { now: instantOf(given.now ?? '2026-11-23 12:00', site.timeZone), withDrafts: given.drafts ?? false },
  );
  const dates = new Map(entries.map((entry) => [entry.path, judgedAsOf(entry)]));
  const texts = new Map(
    [files.site ?? [], files.articles, ...Object.values(eachContentKind((kind) => files[kind]))]
      .flat()
      .map(({ path, text }) => [path, text]),
  );
  const place = (found: readonly Finding[]): readonly Diagnostic[] =>
    pinpoint(found, {
      textOf: (path) => texts.get(path),
      standards: site.standards,
      dateOf: (path) => dates.get(path) ?? written.get(path),
    });
  return {
    edition,
    diagnostics: place(findings),
    toDo: place(toDo),
    textOf: (story) => shownText(articleAt(story.article.path, byPath).body.html, story),
    wordsOf: ({ article }) => storyWords(articleAt(article.path, byPath)),
  };
}

function articleAt(path: string, articles: ReadonlyMap<string, Article>): Article {
  const article = articles.get(path);
  if (!article) throw new Error(`There is no story ${path}`);
  return article;
}

/** Every page of a newsroom, laid out. */
export function pagesOf(newsroom: NewsroomGiven, given: PublicationGiven = {}): readonly Page[] {
  return layOut(editionOf(newsroom, given));
}

/** The data of the one page at an address. */
export function pageAt<Data>(newsroom: NewsroomGiven, url: string, given: PublicationGiven = {}): Data {
  return only(pagesOf(newsroom, given), url).data as Data;
}

/** The data of the page of a story with these keys. */
export function storyPage(keys: Keys, newsroom: NewsroomGiven = {}, given: PublicationGiven = {}): ArticlePage {
  const all = { ...newsroom, articles: { ...newsroom.articles, 'bridge.md': aStory({ slug: 'bridge', ...keys }) } };
  const page = pagesOf(all, given).find(({ url }) => url.endsWith('/bridge/'));
  if (!page) throw new Error('The story is not published');
  return page.data as ArticlePage;
}

/** A page of a newsroom as a browser gets it, through the real layouts. */
export async function renderedPage(
  newsroom: NewsroomGiven,
  url: string,
  given: PublicationGiven = {},
): Promise<string> {
  const page = only(pagesOf(newsroom, given), url);
  const print = (await loadPrinters()).get(page.layout);
  if (!print) throw new Error(`There is no layout ${page.layout}`);
  return joinParts(print(page.data));
}

export function layOut(made: EditionMade): readonly Page[] {
  return layOutPages(made.edition, materialsOf(made));
}

/** Those pages alone that are wanted. */
export function layOutSome(made: EditionMade, isWanted: (url: UrlPath) => boolean): readonly Page[] {
  const stories = new Map(made.edition.stories.map((story) => [story.entry.path, story]));
  const materials = materialsOf(made);
  return [...specsOf(made.edition)]
    .filter(({ url }) => isWanted(url))
    .map((spec) => makePage(spec, (path) => stories.get(path) as Story, materials));
}

function materialsOf({ edition, textOf, wordsOf }: EditionMade): Materials {
  const search = edition.site.search ? SEARCH_SCRIPT : undefined;
  const frontStylesheet = '/assets/front.css' as UrlPath;
  const files = {
    stylesheet: STYLESHEET,
    frontStylesheet,
    chartStylesheet: CHART_STYLESHEET,
    notationStylesheet: '/assets/notation.css' as UrlPath,
    liveBlog: LIVE_BLOG,
    viewer: VIEWER,
    search,
  };
  const assets = { ...files, gate: GATE, loader: LOADER };
  return { ...surroundingsOf(edition, assets), textOf, wordsOf };
}

function only(pages: readonly Page[], url: string): Page {
  const [page, ...others] = pages.filter((candidate) => candidate.url === url);
  if (!page || others.length > 0) {
    throw new Error(`${others.length + (page ? 1 : 0)} pages at ${url}, of ${pages.map((one) => one.url).join(' ')}`);
  }
  return page;
}

function instantOf(now: string, timeZone: string): number {
  const read = readMoment(now, timeZone);
  if (read.kind !== 'moment') throw new Error(`There is no time ${now}`);
  return read.moment.instant;
}
