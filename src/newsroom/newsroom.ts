import type { Article, ArticleRecord } from '../domain/story/article.ts';
import type { BaselineRead } from '../domain/site/baseline.ts';
import type { EachContentKind } from '../domain/content-kinds.ts';
import type { Edition } from '../domain/edition.ts';
import type { Entry } from '../domain/story/entry.ts';
import type { MediaLibrary } from '../domain/media/library.ts';
import { SITE_PATH } from '../domain/site/site.ts';
import type { SourceFile } from '../domain/source.ts';
import { CATALOGUE, type DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { PAGE_KINDS } from '../pages/page-kinds.ts';
import { readContent } from './content-readers.ts';
import { readSite, readTextFile } from './read-files.ts';
import { relateEdition } from '../relate/edition.ts';
import type { EditionOptions } from '../relate/newsroom.ts';
import { textsOf } from '../validate/front-matter/takes-text.ts';
import { articleSchema } from '../validate/story/article-schema.ts';
import { validateArticle } from '../validate/story/article.ts';
import { readDefaults } from '../validate/site/defaults.ts';
import type { Setting, Validated } from '../validate/setting.ts';

/** What is said where a section or a series is not in `site.yaml`. */
const OF_LISTS: readonly DiagnosticCode[] = ['section-unknown', 'front-unknown', 'series-unknown'];

const STORY_TEXTS = textsOf(articleSchema);

/** The files of a newsroom that are read anew for each edition; stories come by their entries. */
export interface NewsroomFiles extends EachContentKind<readonly SourceFile[]> {
  readonly site: SourceFile | undefined;
  readonly media: MediaLibrary;
  /** What was wrong with reading them. */
  readonly findings: readonly Finding[];
}

/** What beside its files decides about the site. */
export interface SettingOptions {
  /** The site's address for this build, in place of the one in `site.yaml`. */
  readonly url: string | undefined;
  /** Derives a baseline from a browserslist query. */
  readonly baselineOf: (query: string) => BaselineRead;
  readonly storyLayouts: readonly string[];
  readonly pageLayouts: readonly string[];
}

/** Reads `site.yaml`, which all else is read by. Never throws for what is in it. */
export function readSetting(
  files: Pick<NewsroomFiles, 'site' | 'media' | 'findings'>,
  { url, baselineOf, storyLayouts, pageLayouts }: SettingOptions,
): Validated<Setting> {
  const {
    value: site,
    given,
    findings,
  } = readSite(files.site, files.findings, { media: files.media, url, baselineOf });
  const setting = { site, media: files.media, storyLayouts, pageLayouts };
  const defaults = readDefaults(given, setting);
  return {
    value: { ...setting, site: { ...site, defaults: defaults.value } },
    findings: [...findings, ...defaults.findings],
  };
}

/** Reads one story: parse → validate. It depends on the setting and on nothing else. */
export function readArticle(file: SourceFile, setting: Setting): Validated<Article> {
  return readTextFile(file, STORY_TEXTS, (manuscript) => validateArticle(manuscript, setting));
}

/** The stories of a newsroom, read one by one. */
export interface ArticlesRead {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** All of an article but its text, for reports; asked for rarely. */
  readonly recordOf: (path: string) => ArticleRecord;
}

/** An edition, and all that is wrong with its content. If any of that is an error, it must not be published. */
export interface EditionRead {
  readonly edition: Edition;
  readonly findings: readonly Finding[];
}

/** Makes an edition of a newsroom: reads what is not read yet, and relates it all. Never throws for what is in its files. */
export function readEdition(
  files: NewsroomFiles,
  articles: ArticlesRead,
  setting: Validated<Setting>,
  options: EditionOptions,
): EditionRead {
  const content = readContent(files, setting.value);
  const related = relateEdition(
    {
      site: setting.value.site,
      media: files.media,
      entries: articles.entries,
      recordOf: articles.recordOf,
      ...content.value,
    },
    options,
    Object.values(PAGE_KINDS).map(({ claims }) => claims),
  );
  const findings = [
    ...files.findings,
    ...setting.findings,
    ...articles.findings,
    ...content.findings,
    ...related.findings,
  ];
  // Without sections that can be read, every story would be said to be in an unknown one; so it is with series.
  const ofSite = [...files.findings, ...setting.findings].filter(({ path }) => path === SITE_PATH);
  const hasSections = !ofSite.some(({ code }) => CATALOGUE[code].severity === 'error');
  const told = hasSections
    ? findings
    : findings.filter(({ code, path }) => path === SITE_PATH || !OF_LISTS.includes(code));
  return { edition: related.edition, findings: told };
}
