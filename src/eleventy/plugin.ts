import { basename, join, relative, resolve, sep } from 'node:path';
import type { OwnPage } from '../domain/edition.ts';
import { asHtml } from '../domain/html.ts';
import { isUrlPath } from '../domain/addresses.ts';
import { makeOrdinaryPage, type OrdinaryPage } from '../pages/site/own-pages.ts';
import type { PageSpec } from '../pages/page-specs.ts';
import { printBody } from '../pages/story/body.ts';
import { addPages, INSIDE_THE_OUTPUT, type PagePrinter } from './page-templates.ts';
import type { EleventyConfig, EleventyData, EleventySettings } from './eleventy-types.ts';
import { loadPrinters, type Printer } from '../build/layouts.ts';
import type { PreparedBuild } from '../build/planning/prepared-build.ts';
import { PROJECT } from '../disk/project.ts';
import { prepareFromEnvironment } from '../build/bare-build.ts';

/** Pages for Eleventy to render, and the folder to render them to, from the working folder. */
export interface RenderJob {
  readonly build: Pick<PreparedBuild, 'edition' | 'assets' | 'pagesFolder'>;
  /** Those of the build's pages that must be made. */
  readonly pages: readonly PageSpec[];
  readonly printer: PagePrinter;
  readonly output: string;
}

const jobs = new WeakMap<EleventyConfig, RenderJob>();

/** Hands a build that is already prepared to the configuration that will render it. */
export function useJob(config: EleventyConfig, job: RenderJob): void {
  jobs.set(config, job);
}

/** Eleventy's configuration: every page of the edition, and the templates of `content/pages/`, through `layouts/`. */
export async function broadsheet(config: EleventyConfig): Promise<EleventySettings> {
  const { build, pages, printer, output } = jobs.get(config) ?? (await prepareFromEnvironment(config));
  addPages(config, pages, printer);
  addOwnPages(config, build, await loadPrinters());
  config.setUseGitIgnore(false);
  config.addLinter(INSIDE_THE_OUTPUT, (_content, inputPath, outputPath) => {
    if (outputPath === false || isWithin(outputPath, config.directories.output)) return;
    throw new Error(`The permalink of ${inputPath} leads out of the site`);
  });
  const input = relative(process.cwd(), build.pagesFolder);
  const layouts = relative(build.pagesFolder, join(PROJECT, 'layouts'));
  return {
    dir: { input, output, includes: layouts, layouts, data: '_data' },
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
function addOwnPages(config: EleventyConfig, build: RenderJob['build'], printers: ReadonlyMap<string, Printer>): void {
  const refuse = (): never => {
    throw new Error('Front matter is YAML here; nothing else is read');
  };
  config.setFrontMatterParsingOptions({ engines: { js: refuse, javascript: refuse, node: refuse, coffee: refuse } });
  config.setLibrary('md', new ReadyMarkdown(build));
  for (const name of printers.keys()) config.addLayoutAlias(name, `${name}.tsx`);
  config.addExtension('tsx', {
    read: false,
    getData: false,
    compile: (_layout, inputPath) => {
      const print = printers.get(basename(inputPath, '.tsx'));
      if (!print) throw new Error(`There is no layout ${inputPath}`);
      return (data) => print(ownPageData(data, build));
    },
  });
}

/** Stands for a Markdown library: the texts of `content/pages/` were rendered, and checked, with those of stories. */
class ReadyMarkdown {
  private readonly build: RenderJob['build'];

  constructor(build: RenderJob['build']) {
    this.build = build;
  }

  render(_markdown: string, data: { readonly page: { readonly inputPath: string } }): string {
    const found = ownPageOf(data.page.inputPath, this.build);
    return found?.text ? printBody(found.text, this.build.edition.site) : '';
  }
}

/** What is known of the page that a template makes, if it has front matter. */
function ownPageOf(inputPath: string, { edition, pagesFolder }: RenderJob['build']): OwnPage | undefined {
  const within = relative(pagesFolder, resolve(inputPath)).split(sep).join('/').normalize('NFC');
  return edition.ownPages.find(({ path }) => path === `content/pages/${within}`);
}

function ownPageData(data: EleventyData, build: RenderJob['build']): OrdinaryPage {
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
    build,
  );
}
