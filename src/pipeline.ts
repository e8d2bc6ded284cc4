import type { Article, ArticleRecord, StoredStory } from './domain/article.ts';
import type { BaselineRead } from './domain/baseline.ts';
import { correctionFrom } from './domain/correction-from.ts';
import type { FrontSource } from './domain/curated-front.ts';
import type { Edition } from './domain/edition.ts';
import { type CorrectionDate, type Entry, entryOf } from './domain/entry.ts';
import type { Manuscript } from './domain/manuscript.ts';
import type { MediaLibrary } from './domain/media-library.ts';
import type { WrittenRedirect } from './domain/redirect.ts';
import { sectionOf } from './domain/section-of.ts';
import { SITE_PATH, type Site } from './domain/site.ts';
import type { SourceFile } from './domain/source-file.ts';
import { CATALOGUE, type DiagnosticCode } from './diagnostics/catalogue.ts';
import { type Finding, WHOLE_FILE } from './diagnostics/finding.ts';
import { makeCard } from './pages/card.ts';
import { parseManuscript } from './parse/manuscript.ts';
import { readYaml } from './parse/yaml.ts';
import { fingerprintOf, fingerprintOfBytes } from './plan/fingerprint.ts';
import { relateEdition } from './relate/edition.ts';
import type { UnresolvedPage } from './relate/newsroom.ts';
import { storyUrl } from './relate/story-url.ts';
import { isoDay } from './time/print-time.ts';
import { validateArticle } from './validate/article.ts';
import { validateContributor } from './validate/contributor.ts';
import { storyWords } from './formats/story-words.ts';
import { findControlCharacters } from './validate/control-characters.ts';
import { describeYamlProblem, validateFrontMatter } from './validate/front-matter.ts';
import { validateFront } from './validate/front.ts';
import { validateOwnPage } from './validate/own-page.ts';
import { validateRedirects } from './validate/redirects.ts';
import type { Setting } from './validate/setting.ts';
import { type SiteSetting, validateSite } from './validate/site.ts';
import type { Validated } from './validate/validated.ts';

/** What is said where a section or a series is not in `site.yaml`. */
const OF_LISTS: readonly DiagnosticCode[] = ['section-unknown', 'front-unknown', 'series-unknown'];

/** The files of a newsroom that are read anew for each edition; stories come by their entries. */
export interface NewsroomFiles {
  readonly site: SourceFile | undefined;
  readonly contributors: readonly SourceFile[];
  /** Eleventy templates that have front matter. */
  readonly pages: readonly SourceFile[];
  /** Files of `content/fronts/`. */
  readonly fronts: readonly SourceFile[];
  /** `redirects.yaml`. */
  readonly redirects: SourceFile | undefined;
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
  const { value: site, findings } = readSite(files, { media: files.media, url, baselineOf });
  return { value: { site, media: files.media, storyLayouts, pageLayouts }, findings };
}

/** Reads one story: parse → validate. It depends on the setting and on nothing else. */
export function readArticle(file: SourceFile, setting: Setting): Validated<Article> {
  return read(file, (manuscript) => validateArticle(manuscript, setting));
}

/** A story as it is kept: what relations need of it, and all but its text. */
export interface EnteredArticle {
  readonly entry: Entry;
  /** A {@link StoredStory} as JSON, and on a second line the words that it is found by where the site has a search; in UTF-8. */
  readonly record: Buffer;
  /** Its text as HTML, in UTF-8. */
  readonly text: Buffer;
}

/** Gives an article its address, and notes what of it other pages depend on. */
export function enterArticle(article: Article, site: Site): EnteredArticle {
  const { html, ...body } = article.body;
  const stored: StoredStory = { article: { ...article, body }, url: storyUrl(article, site) };
  const { url } = stored;
  const json = JSON.stringify(stored);
  const record = Buffer.from(site.search ? `${json}\n${storyWords(article)}` : json);
  const text = Buffer.from(html);
  // A card in a text has the headline itself, where lists have the short one.
  const shown = [makeCard({ ...stored, section: sectionOf(article, site) }, site), article.headline.html];
  const card = fingerprintOf(JSON.stringify(shown));
  const day = isoDay(article.date.instant, site.timeZone);
  const corrections = article.corrections.map((correction): CorrectionDate => {
    const { instant } = correction.date;
    const from = correctionFrom(correction, article.live);
    const month = isoDay(instant, site.timeZone).slice(0, -3);
    const place = correction.place ? ({ isInText: true } as const) : {};
    return { date: instant, month, ...(from === undefined ? {} : { from }), ...place };
  });
  const version = `${fingerprintOfBytes(record)}${fingerprintOfBytes(text)}`;
  return { entry: entryOf(article, { url, day, corrections, card, version }), record, text };
}

/** Reads a file of `content/fronts/` by itself. */
export function readFront(file: SourceFile, setting: Setting): Validated<FrontSource> {
  const { given, findings: ofYaml } = readYamlFile(file);
  const { value, findings } = validateFront(file.path, given, setting);
  return { value, findings: [...findings, ...ofYaml] };
}

/** The stories of a newsroom, read one by one. */
export interface ArticlesRead {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** All of an article but its text, for reports; asked for rarely. */
  readonly recordOf: (path: string) => ArticleRecord;
}

/** When to publish, and what. */
export interface EditionOptions {
  /** The moment of publication, in milliseconds since 1970. */
  readonly now: number;
  readonly withDrafts: boolean;
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
  const contributors = files.contributors.map((file) => read(file, (it) => validateContributor(it, setting.value)));
  const ownPages = files.pages.map((file) => readOwnPage(file, setting.value));
  const fronts = files.fronts.map((file) => readFront(file, setting.value));
  const redirects = readRedirects(files.redirects, setting.value.site);
  const related = relateEdition(
    {
      site: setting.value.site,
      media: files.media,
      entries: articles.entries,
      recordOf: articles.recordOf,
      contributors: contributors.map(({ value }) => value),
      ownPages: ownPages.map(({ value }) => value),
      fronts: fronts.map(({ value }) => value),
      redirects: redirects.value,
    },
    options,
  );
  const findings = [
    ...files.findings,
    ...setting.findings,
    ...articles.findings,
    ...[...contributors, ...ownPages, ...fronts, redirects].flatMap((validated) => validated.findings),
    ...related.findings,
  ];
  // Without sections that can be read, every story would be said to be in an unknown one; so it is with series.
  const ofSite = [...files.findings, ...setting.findings].filter(({ path }) => path === SITE_PATH);
  const hasSections = !ofSite.some(({ code }) => CATALOGUE[code].severity === 'error');
  const told = hasSections ? findings : findings.filter(({ code }) => !OF_LISTS.includes(code));
  return { edition: related.edition, findings: told };
}

function readSite(
  { site: file, findings: read }: Pick<NewsroomFiles, 'site' | 'findings'>,
  setting: SiteSetting,
): Validated<Site> {
  const unknown = { title: '?', url: 'https://site.invalid/' };
  if (!file) {
    const missing: Finding = {
      code: 'site-missing',
      path: SITE_PATH,
      at: WHOLE_FILE,
      message: 'Unexpected end of the folder, expected `site.yaml`',
      hint: 'add content/site.yaml with two lines: `title: The name of the paper` and `url: https://its.address/`',
    };
    // One that could not be read was told of then.
    const isTold = read.some(({ path }) => path === SITE_PATH);
    return { value: validateSite(unknown, setting).value, findings: isTold ? [] : [missing] };
  }
  const { given, isBroken, findings: ofYaml } = readYamlFile(file);
  if (isBroken) return { value: validateSite(unknown, setting).value, findings: ofYaml };
  const { value, findings } = validateSite(given, setting);
  return { value, findings: [...findings, ...ofYaml] };
}

/** What a file holds that is YAML from its first line to its last; nothing where it cannot be read. */
function readYamlFile(file: SourceFile): {
  readonly given: unknown;
  readonly isBroken: boolean;
  readonly findings: readonly Finding[];
} {
  const control = findControlCharacters(file);
  const yaml = readYaml(file.text, 1);
  if (yaml.kind === 'read') return { given: yaml.values, isBroken: false, findings: control };
  const problem = describeYamlProblem(file.path, yaml.problem, file.text);
  // A control character breaks YAML, and is the better explanation.
  return { given: undefined, isBroken: true, findings: control.length > 0 ? control : [problem] };
}

function readRedirects(file: SourceFile | undefined, site: Site): Validated<readonly WrittenRedirect[]> {
  if (!file) return { value: [], findings: [] };
  const { given, findings: ofYaml } = readYamlFile(file);
  const { value, findings } = validateRedirects(given, site);
  return { value, findings: [...findings, ...ofYaml] };
}

/** A page of `content/pages/` may do without front matter. */
function readOwnPage(file: SourceFile, setting: Setting): Validated<UnresolvedPage> {
  const manuscript = parseManuscript(file);
  const { kind } = manuscript.frontMatter;
  const isPlain = kind === 'missing' || kind === 'empty-file';
  return isPlain ? validateOwnPage(manuscript, setting) : read(file, (it) => validateOwnPage(it, setting));
}

/**
 * Parses and validates one file. Where its front matter cannot be read, an empty one stands in, so that links to the
 * file are not reported as broken too.
 */
function read<Value>(file: SourceFile, validate: (manuscript: Manuscript) => Validated<Value>): Validated<Value> {
  const control = findControlCharacters(file);
  const manuscript = parseManuscript(file);
  const problem = validateFrontMatter(file.path, manuscript.frontMatter, file.text);
  if (problem) {
    const empty = { ...manuscript, frontMatter: { kind: 'read', values: undefined }, body: '' } as const;
    // A control character breaks YAML, and is the better explanation.
    const isExplained = problem.code === 'yaml-broken' && control.length > 0;
    return { value: validate(empty).value, findings: isExplained ? control : [problem, ...control] };
  }
  const { value, findings } = validate(manuscript);
  return { value, findings: [...findings, ...control] };
}
