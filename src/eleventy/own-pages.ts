import { basename, relative, resolve, sep } from 'node:path';
import { CONTENT_KINDS } from '../domain/content/content-kinds.ts';
import type { Edition } from '../domain/edition.ts';
import { asHtml } from '../domain/html.ts';
import { isUrlPath, outputPath, type UrlPath } from '../domain/addresses.ts';
import { isMarkdownPage, type OwnPage } from '../domain/site/own-pages.ts';
import { type Finding, keyAt } from '../diagnostics/finding.ts';
import { nameForHosts } from '../domain/site/host-files.ts';
import { PUT_INTO_PUBLIC, quote } from '../diagnostics/wording.ts';
import { joinParts, type TextParts } from '../formats/text-parts.ts';
import { makeOrdinaryPage, type OrdinaryPage } from '../pages/site/own-pages.ts';
import { printBody } from '../pages/story/body.ts';
import type { Surroundings } from '../pages/surroundings.ts';
import { layoutFile, OWN_LAYOUTS } from '../disk/project.ts';
import { ContentFault } from './content-fault.ts';
import type { EleventyConfig, EleventyData, EleventyResult, ProgramFile } from './eleventy-types.ts';
import { allowInlineOf, type LayoutTemplates } from './layout-templates.ts';
import { addTemplates, type MarkdownTemplate } from './own-templates.ts';

/** An edition, as far as Eleventy's templates may see it. */
export interface EditionToRender {
  readonly edition: Edition;
  readonly surroundings: Surroundings;
  /** Absolute path of Eleventy's input folder. */
  readonly pagesFolder: string;
  /** The files of `content/pages/` that Eleventy may run, or take data from. */
  readonly programs: readonly ProgramFile[];
  /** Paths of these and of the pages that are Markdown. */
  readonly templates: readonly string[];
  /** Whether Broadsheet makes something at an address itself, or copies a file there. */
  readonly isTaken: (url: UrlPath) => boolean;
}

/**
 * Gives Eleventy the pages of `content/pages/`. Markdown was read, checked and rendered with the stories, so that Eleventy only lays it
 * out, at the address that was checked; templates are handed over one by one.
 */
export function addOwnPages(config: EleventyConfig, build: EditionToRender, { layouts, templates }: OwnLayouts): void {
  const refuse = (): never => {
    throw new Error('Front matter is YAML here; nothing else is read');
  };
  const others = { json: refuse, js: refuse, javascript: refuse, node: refuse, coffee: refuse, toml: refuse };
  config.setFrontMatterParsingOptions({ engines: others });
  // Their text is HTML already.
  config.setLibrary('md', { render: (html: string) => html });
  const { edition } = build;
  const heldBack = new Set(edition.heldBackPages.map(({ path }) => path));
  // The least of all data, so that whatever a template says itself goes before it.
  config.addGlobalData('permalink', () => ({ page: { inputPath } }: EleventyData): string | undefined => {
    const own = ownPageOf(inputPath, build);
    return own?.url === undefined ? undefined : `/${outputPath(own.url)}`;
  });
  addTemplates(config, {
    markdown: edition.ownPages.flatMap((page) => markdownTemplate(page, edition) ?? []),
    // Eleventy is not to read what is held back: even that may fail.
    programs: build.programs.filter(({ path }) => !heldBack.has(path)),
  });
  for (const name of new Set([...layouts.keys(), ...templates.names])) {
    const file = templates.standInOf(name) ?? layoutFile(`${name}.tsx`);
    config.addLayoutAlias(name, relative(OWN_LAYOUTS, file).replaceAll(sep, '/'));
  }
  config.addExtension('tsx', {
    read: false,
    getData: false,
    compile: (_layout, inputPath) => {
      const name = basename(inputPath, '.tsx');
      const template = templates.printerOf(name);
      const print = layouts.get(name);
      if (!template && !print) throw new Error(`There is no layout ${inputPath}`);
      return (eleventyData) => {
        const data = ownPageData(eleventyData, build);
        const url = eleventyData.page.url as UrlPath;
        if (template) return template({ url, layout: name, data });
        const printed = print && joinParts(named({ layout: name, url }, () => print(data, url)));
        const isText = isMarkdownPage(contentPath(eleventyData.page.inputPath, build));
        return printed === undefined || isText ? printed : allowInlineOf(data.content, printed);
      };
    },
  });
}

/** Says which page it was where a layout fails, as `src/build/workers/print-pages.ts` does for all others. */
function named<Result>(
  { layout, url }: { readonly layout: string; readonly url: string },
  print: () => Result,
): Result {
  try {
    return print();
  } catch (cause) {
    throw new Error(`The layout ${layout} failed for the page ${url}`, { cause });
  }
}

/** What lays out own pages. */
interface OwnLayouts {
  /** What prints a page's data, by the name of its layout. */
  readonly layouts: ReadonlyMap<string, (data: unknown, url?: string) => TextParts>;
  readonly templates: LayoutTemplates;
}

/** A Markdown page as Eleventy lays it out. Nothing of it is run, whatever data for templates say. */
function markdownTemplate(
  { path, url, head, noindex, language, text }: OwnPage,
  { site }: Edition,
): MarkdownTemplate | undefined {
  if (!head || !text || url === undefined) return undefined;
  const { title, description, layout, data } = head;
  const permalink = `/${outputPath(url)}`;
  const fixed = { permalink, templateEngineOverride: 'md' };
  const eleventyComputed = Object.fromEntries(Object.entries(fixed).map(([key, value]) => [key, () => value]));
  const values = { ...data, title, description, layout, noindex, language, ...fixed, dynamicPermalink: false };
  return { path, html: printBody(text, site), values: { ...values, eleventyComputed } };
}

/** The path of one of Eleventy's input files from the content folder's parent. */
function contentPath(inputPath: string, { pagesFolder }: EditionToRender): string {
  const within = relative(pagesFolder, resolve(inputPath)).split(sep).join('/').normalize('NFC');
  return `${CONTENT_KINDS.ownPages.folder}${within}`;
}

/** What is known of the page that a template makes, if it is text. */
function ownPageOf(inputPath: string, build: EditionToRender): OwnPage | undefined {
  const wanted = contentPath(inputPath, build);
  return build.edition.ownPages.find(({ path }) => path === wanted);
}

function ownPageData(data: EleventyData, build: EditionToRender): OrdinaryPage {
  const { inputPath } = data.page;
  const own = ownPageOf(inputPath, build);
  const path = contentPath(inputPath, build);
  const url = own?.url ?? data.page.url;
  if (url === false || !isUrlPath(url)) throw new ContentFault(wrongAddress(path, url));
  const text = (key: string): string | undefined => (typeof data[key] === 'string' ? data[key] : undefined);
  const title = text('title')?.trim();
  if (!title) throw new ContentFault(missingTitle(path));
  return makeOrdinaryPage(
    {
      url,
      title,
      description: text('description'),
      language: own?.language ?? text('language'),
      alternates: own?.alternates ?? [],
      isIndexed: data['noindex'] !== true,
      content: asHtml(text('content') ?? ''),
    },
    build.surroundings,
  );
}

function missingTitle(path: string): Finding {
  return {
    code: 'key-missing',
    path,
    at: keyAt('title'),
    message: 'Unexpected page without a title, expected `title`',
    hint: 'add a line `title: …` with text',
  };
}

function wrongAddress(path: string, url: string | false): Finding {
  return {
    code: 'permalink-invalid',
    path,
    at: keyAt('permalink'),
    message: `Unexpected address ${quote(url)}, expected a path of letters, digits and hyphens`,
    hint: 'correct what makes the `permalink`: `/about-us/`',
  };
}

/** Which page of `content/pages/` each file is that templates made, by its path in the output in Unicode's NFC. */
export function sourcesOf(
  results: readonly EleventyResult[],
  build: EditionToRender,
  output: string,
): ReadonlyMap<string, string> {
  const templates = new Set(build.templates);
  const sources = new Map<string, string>();
  for (const { inputPath, outputPath: file } of results) {
    const path = contentPath(inputPath, build);
    if (file !== false && templates.has(path)) sources.set(pathWithin(output, file).normalize('NFC'), path);
  }
  return sources;
}

/** The path of a file in the output. */
function pathWithin(output: string, file: string): string {
  return relative(output, resolve(file)).split(sep).join('/');
}

function obeyedAddress(path: string, name: string): Finding {
  return {
    code: 'permalink-invalid',
    path,
    at: keyAt('permalink'),
    message: `Unexpected ${quote(name)} in the address of a page, expected a name that no host obeys`,
    hint: PUT_INTO_PUBLIC,
  };
}

/** What is wrong with the files that templates made: addresses that are none, are others than was checked, or are taken. */
export function findWrongAddress(
  results: readonly EleventyResult[],
  build: EditionToRender,
  output: string,
): Finding | undefined {
  const templates = new Set(build.templates);
  const made = new Set<string>();
  for (const { inputPath, outputPath: file } of results) {
    const path = contentPath(inputPath, build);
    if (file === false || isMarkdownPage(path) || !templates.has(path)) continue;
    const written = `/${pathWithin(output, file)}`;
    const url = written.replace(/\/index\.html$/, '/');
    if (!isUrlPath(url)) return wrongAddress(path, url);
    const obeyed = nameForHosts(url);
    if (obeyed !== undefined) return obeyedAddress(path, obeyed);
    const own = ownPageOf(inputPath, build);
    made.add(path);
    if (own && !own.isComputed && own.url !== url) return otherAddress(path, url, own.url);
    if (!own?.url && (build.isTaken(url) || isOfPage(url, build))) return takenAddress(path, url);
  }
  const missing = build.edition.ownPages.find(({ path, head, url }) => !head && url !== undefined && !made.has(path));
  return missing && otherAddress(missing.path, false, missing.url);
}

function isOfPage(url: UrlPath, { edition }: EditionToRender): boolean {
  return edition.ownPages.some((page) => page.url === url);
}

function otherAddress(path: string, url: string | false, checked: UrlPath | undefined): Finding {
  return {
    code: 'permalink-invalid',
    path,
    at: keyAt('permalink'),
    message: `Unexpected address ${quote(url)} by the data of Eleventy, expected ${checked === undefined ? 'none' : quote(checked)}`,
    hint: 'write `permalink`, or `draft: true`, into the front matter of the page itself',
  };
}

function takenAddress(path: string, url: UrlPath): Finding {
  return {
    code: 'url-duplicate',
    path,
    at: keyAt('permalink'),
    message: `Unexpected address ${quote(url)} for this page, expected one that no other page has`,
    hint: 'give it another `permalink`',
  };
}
