import type { BaselineRead } from './domain/baseline.ts';
import type { Edition } from './domain/edition.ts';
import type { MediaLibrary } from './domain/media-library.ts';
import type { Manuscript } from './domain/manuscript.ts';
import type { Site } from './domain/site.ts';
import type { SourceFile } from './domain/source-file.ts';
import { CATALOGUE } from './diagnostics/catalogue.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { type Finding, WHOLE_FILE } from './diagnostics/finding.ts';
import { pinpoint } from './diagnostics/pinpoint.ts';
import { parseManuscript } from './parse/manuscript.ts';
import { readYaml } from './parse/yaml.ts';
import { relateEdition } from './relate/edition.ts';
import type { UnresolvedPage } from './relate/newsroom.ts';
import { validateArticle } from './validate/article.ts';
import { validateContributor } from './validate/contributor.ts';
import { findControlCharacters } from './validate/control-characters.ts';
import { describeYamlProblem, validateFrontMatter } from './validate/front-matter.ts';
import { validateOwnPage } from './validate/own-page.ts';
import type { Setting } from './validate/setting.ts';
import { validateSite } from './validate/site.ts';
import type { Validated } from './validate/validated.ts';

const SITE_PATH = 'content/site.yaml';

/** The files of a newsroom, as they were read. */
export interface NewsroomFiles {
  readonly site: SourceFile | undefined;
  readonly articles: readonly SourceFile[];
  readonly contributors: readonly SourceFile[];
  /** Eleventy templates that have front matter. */
  readonly pages: readonly SourceFile[];
  readonly media: MediaLibrary;
  /** What was wrong with reading them. */
  readonly findings: readonly Finding[];
}

/** What beside its files decides about an edition. */
export interface EditionOptions {
  /** The moment of publication, in milliseconds since 1970, once the site's zone is known. */
  readonly now: (site: Site) => number;
  readonly withDrafts: boolean;
  /** The site's address for this build, in place of the one in `site.yaml`. */
  readonly url: string | undefined;
  /** Derives a baseline from a browserslist query. */
  readonly baselineOf: (query: string) => BaselineRead;
  readonly storyLayouts: readonly string[];
  readonly pageLayouts: readonly string[];
}

/** An edition, and all that is wrong with its content. If any of that is an error, it must not be published. */
export interface EditionRead {
  readonly edition: Edition;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes an edition of a newsroom's files: parse → validate → relate. Never throws for what is in them. */
export function readEdition(files: NewsroomFiles, options: EditionOptions): EditionRead {
  const { value: site, findings: siteFindings } = readSite(files, options);
  const { storyLayouts, pageLayouts } = options;
  const setting: Setting = { site, media: files.media, storyLayouts, pageLayouts };
  const newsroom = {
    articles: files.articles.map((file) => read(file, (manuscript) => validateArticle(manuscript, setting))),
    contributors: files.contributors.map((file) =>
      read(file, (manuscript) => validateContributor(manuscript, setting)),
    ),
    ownPages: files.pages.map((file) => readOwnPage(file, setting)),
  };
  const related = relateEdition(
    {
      site,
      media: files.media,
      articles: newsroom.articles.map(({ value }) => value),
      contributors: newsroom.contributors.map(({ value }) => value),
      ownPages: newsroom.ownPages.map(({ value }) => value),
    },
    { now: options.now(site), withDrafts: options.withDrafts },
  );
  const findings = [
    ...files.findings,
    ...siteFindings,
    ...Object.values(newsroom).flatMap((values) => values.flatMap((validated) => validated.findings)),
    ...related.findings,
  ];
  // Without sections that can be read, every story would be said to be in an unknown one.
  const ofSite = [...files.findings, ...siteFindings].filter(({ path }) => path === SITE_PATH);
  const hasSections = !ofSite.some(({ code }) => CATALOGUE[code].severity === 'error');
  const told = hasSections ? findings : findings.filter(({ code }) => code !== 'section-unknown');
  const texts = new Map(allFiles(files).map(({ path, text }) => [path, text]));
  const diagnostics = pinpoint(told, { textOf: (path) => texts.get(path), standards: site.standards });
  return { edition: related.edition, diagnostics };
}

function readSite({ site: file, media, findings: read }: NewsroomFiles, options: EditionOptions): Validated<Site> {
  const setting = { media, url: options.url, baselineOf: options.baselineOf };
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
  const control = findControlCharacters(file);
  const yaml = readYaml(file.text, 1);
  if (yaml.kind === 'broken') {
    const problem = describeYamlProblem(SITE_PATH, yaml.problem, file.text);
    return { value: validateSite(unknown, setting).value, findings: control.length > 0 ? control : [problem] };
  }
  const { value, findings } = validateSite(yaml.values, setting);
  return { value, findings: [...findings, ...control] };
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

function allFiles({ site, articles, contributors, pages }: NewsroomFiles): readonly SourceFile[] {
  return [...(site ? [site] : []), ...articles, ...contributors, ...pages];
}
