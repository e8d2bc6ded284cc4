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
import { validateArticle } from './validate/article.ts';
import { validateContributor } from './validate/contributor.ts';
import { findControlCharacter } from './validate/control-characters.ts';
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
  const findings: Finding[] = [...files.findings];
  const { media } = files;
  const site = readSite(files, options, findings);
  const hasSections = !findings.some(({ code, path }) => path === SITE_PATH && CATALOGUE[code].severity === 'error');
  const setting: Setting = { site, media, storyLayouts: options.storyLayouts, pageLayouts: options.pageLayouts };

  const contributors = files.contributors.map((file) => read(file, findings, (it) => validateContributor(it, setting)));
  const articles = files.articles.map((file) => read(file, findings, (it) => validateArticle(it, setting)));
  const ownPages = files.pages.map((file) => {
    const manuscript = parseManuscript(file);
    const isPlain = manuscript.frontMatter.kind === 'missing' || manuscript.frontMatter.kind === 'empty-file';
    if (!isPlain) note(findings, validateFrontMatter(file.path, manuscript.frontMatter, file.text));
    const validated = validateOwnPage(manuscript, setting);
    findings.push(...validated.findings);
    return validated.value;
  });

  const related = relateEdition(
    { site, articles, contributors, ownPages, media },
    { now: options.now(site), withDrafts: options.withDrafts },
  );
  findings.push(...related.findings);
  const texts = new Map(allFiles(files).map((file) => [file.path, file]));
  // Without sections that can be read, every story would be said to be in an unknown one.
  const told = hasSections ? findings : findings.filter(({ code }) => code !== 'section-unknown');
  const diagnostics = pinpoint(told, {
    textOf: (path) => texts.get(path)?.text,
    standards: site.standards,
  });
  return { edition: related.edition, diagnostics };
}

function readSite({ site, media }: NewsroomFiles, { url }: EditionOptions, findings: Finding[]): Site {
  if (!site) {
    findings.push({
      code: 'site-missing',
      path: SITE_PATH,
      at: WHOLE_FILE,
      message: 'Unexpected end of the folder, expected `site.yaml`',
      hint: 'add content/site.yaml with two lines: `title: The name of the paper` and `url: https://its.address/`',
    });
  }
  const text = site?.text ?? 'title: "?"\nurl: https://site.invalid/';
  const yaml = readYaml(text, 1);
  if (site) note(findings, findControlCharacter(site));
  if (yaml.kind === 'broken') findings.push(describeYamlProblem(SITE_PATH, yaml.problem, text));
  const given = yaml.kind === 'read' ? yaml.values : { title: '?', url: 'https://site.invalid/' };
  const validated = validateSite(given, { media, url });
  findings.push(...validated.findings);
  return validated.value;
}

/**
 * Parses and validates one file. Where its front matter cannot be read, an empty one stands in, so that links to the
 * file are not reported as broken too.
 */
function read<Value>(
  file: SourceFile,
  findings: Finding[],
  validate: (manuscript: Manuscript) => Validated<Value>,
): Value {
  note(findings, findControlCharacter(file));
  const manuscript = parseManuscript(file);
  const problem = validateFrontMatter(file.path, manuscript.frontMatter, file.text);
  if (problem) {
    findings.push(problem);
    return validate({ ...manuscript, frontMatter: { kind: 'read', values: undefined }, body: '' }).value;
  }
  const { value, findings: found } = validate(manuscript);
  findings.push(...found);
  return value;
}

function note(findings: Finding[], finding: Finding | undefined): void {
  if (finding) findings.push(finding);
}

function allFiles({ site, articles, contributors, pages }: NewsroomFiles): readonly SourceFile[] {
  return [...(site ? [site] : []), ...articles, ...contributors, ...pages];
}
