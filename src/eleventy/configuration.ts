// eleventy/: what Eleventy sees, and nothing else: its configuration, its templates, a run of it, and the faults it
// reports.
// May import: domain, diagnostics, formats, parse, pages, disk.

import { basename, join, relative, resolve, sep } from 'node:path';
import type { Edition, OwnPage } from '../domain/edition.ts';
import { asHtml } from '../domain/html.ts';
import { isUrlPath } from '../domain/addresses.ts';
import { makeOrdinaryPage, type OrdinaryPage } from '../pages/site/own-pages.ts';
import type { TextParts } from '../formats/text-parts.ts';
import type { Surroundings } from '../pages/surroundings.ts';
import type { PageSpec } from '../pages/page-specs.ts';
import { printBody } from '../pages/story/body.ts';
import { addPages, INSIDE_THE_OUTPUT, type PagePrinter } from './page-templates.ts';
import type { EleventyConfig, EleventyData, EleventySettings } from './eleventy-types.ts';
import { readPageValues } from './page-values.ts';
import { PROJECT } from '../disk/project.ts';

/** An edition, as far as Eleventy's templates may see it. */
export interface EditionToRender {
  readonly edition: Edition;
  readonly surroundings: Surroundings;
  /** Absolute path of Eleventy's input folder. */
  readonly pagesFolder: string;
}

/** What Eleventy is to render, and the folder to render it to, from the working folder. */
export interface RenderJob {
  readonly build: EditionToRender;
  /** Those of the build's pages that must be made. */
  readonly pages: readonly PageSpec[];
  readonly printer: PagePrinter;
  /** What prints a page's data, by the name of its layout. */
  readonly layouts: ReadonlyMap<string, (data: unknown) => TextParts>;
  readonly output: string;
}

const jobs = new WeakMap<EleventyConfig, RenderJob>();

/** Hands a job to the configuration that will render it. */
export function useJob(config: EleventyConfig, job: RenderJob): void {
  jobs.set(config, job);
}

/**
 * Eleventy's configuration: every page of an edition, and the templates of `content/pages/`, through `layouts/`.
 *
 * @param prepare Makes a job where Eleventy was started by its own command, and nobody has handed one over.
 */
export function configurationWith(
  prepare: (config: EleventyConfig) => Promise<RenderJob>,
): (config: EleventyConfig) => Promise<EleventySettings> {
  return async (config) => configure(config, jobs.get(config) ?? (await prepare(config)));
}

function configure(config: EleventyConfig, { build, pages, printer, layouts, output }: RenderJob): EleventySettings {
  addPages(config, pages, printer);
  addOwnPages(config, build, layouts);
  config.setUseGitIgnore(false);
  config.addLinter(INSIDE_THE_OUTPUT, (_content, inputPath, outputPath) => {
    if (outputPath === false || isWithin(outputPath, config.directories.output)) return;
    throw new Error(`The permalink of ${inputPath} leads out of the site`);
  });
  const input = relative(process.cwd(), build.pagesFolder);
  const folder = relative(build.pagesFolder, join(PROJECT, 'layouts'));
  return {
    dir: { input, output, includes: folder, layouts: folder, data: '_data' },
    templateFormats: ['md', 'html', 'njk', 'liquid', '11ty.js', 'broadsheet'],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

/** Whether a file is in a folder, however its path is written. */
function isWithin(file: string, folder: string): boolean {
  return resolve(file).startsWith(resolve(folder) + sep);
}

/** Templates of `content/pages/` find `layout: page` in `layouts/`, and never run what stands in their front matter. */
function addOwnPages(config: EleventyConfig, build: EditionToRender, layouts: RenderJob['layouts']): void {
  const refuse = (): never => {
    throw new Error('Front matter is YAML here; nothing else is read');
  };
  const others = { json: refuse, js: refuse, javascript: refuse, node: refuse, coffee: refuse, toml: refuse };
  config.setFrontMatterParsingOptions({ engines: { ...others, yaml: readPageValues } });
  config.setLibrary('md', new ReadyMarkdown(build));
  for (const name of layouts.keys()) config.addLayoutAlias(name, `${name}.tsx`);
  config.addExtension('tsx', {
    read: false,
    getData: false,
    compile: (_layout, inputPath) => {
      const print = layouts.get(basename(inputPath, '.tsx'));
      if (!print) throw new Error(`There is no layout ${inputPath}`);
      return (data) => print(ownPageData(data, build));
    },
  });
}

/** Stands for a Markdown library: the texts of `content/pages/` were rendered, and checked, with those of stories. */
class ReadyMarkdown {
  private readonly build: EditionToRender;

  constructor(build: EditionToRender) {
    this.build = build;
  }

  render(_markdown: string, data: { readonly page: { readonly inputPath: string } }): string {
    const found = ownPageOf(data.page.inputPath, this.build);
    return found?.text ? printBody(found.text, this.build.edition.site) : '';
  }
}

/** What is known of the page that a template makes, if it has front matter. */
function ownPageOf(inputPath: string, { edition, pagesFolder }: EditionToRender): OwnPage | undefined {
  const within = relative(pagesFolder, resolve(inputPath)).split(sep).join('/').normalize('NFC');
  return edition.ownPages.find(({ path }) => path === `content/pages/${within}`);
}

function ownPageData(data: EleventyData, build: EditionToRender): OrdinaryPage {
  const url = data.page.url;
  if (url === false || !isUrlPath(url))
    throw new Error(`Unexpected address ${String(url)}, expected a path of letters, digits and hyphens`);
  const own = ownPageOf(data.page.inputPath, build);
  const text = (key: string): string | undefined => (typeof data[key] === 'string' ? data[key] : undefined);
  return makeOrdinaryPage(
    {
      url,
      title: text('title') ?? build.edition.site.title,
      description: text('description'),
      language: own?.language ?? text('language'),
      alternates: own?.alternates ?? [],
      isIndexed: data['noindex'] !== true,
      content: asHtml(text('content') ?? ''),
    },
    build.surroundings,
  );
}
