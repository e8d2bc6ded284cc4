import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { asHtml } from '../domain/html.ts';
import { isUrlPath } from '../domain/url-path.ts';
import { makeOrdinaryPage, type OrdinaryPage } from '../pages/own-page.ts';
import type { Publication } from '../pages/publication.ts';
import { printBody } from '../pages/story-body.ts';
import { addPages, INSIDE_THE_OUTPUT } from './add-pages.ts';
import { contentError } from './content-error.ts';
import type { EleventyConfig, EleventyData, EleventySettings } from './eleventy-types.ts';
import type { FileWriter } from './file-writer.ts';
import { loadPrinters, type Printer } from './layouts.ts';
import { optionsFromEnvironment } from './options.ts';
import { type PreparedBuild, readNewsroomOnDisk } from './prepared-build.ts';
import { PROJECT } from './project.ts';
import { makeStaging, publish } from './publish.ts';

/** A build that is ready to be rendered, and the folder to render it to, from the working folder. */
interface RenderJob {
  readonly build: PreparedBuild;
  readonly output: string;
  /** Takes the pages that Broadsheet lays out, instead of Eleventy. */
  readonly writer?: FileWriter;
}

const jobs = new WeakMap<EleventyConfig, RenderJob>();

const OUTPUT = '_site';

/** Hands a build that is already prepared to the configuration that will render it. */
export function useJob(config: EleventyConfig, job: RenderJob): void {
  jobs.set(config, job);
  config.on('eleventy.after', ({ directories }) => copyFiles(job.build.copies, directories.output));
}

/** Eleventy's configuration: every page of the edition, and the templates of `content/pages/`, through `layouts/`. */
export async function broadsheet(config: EleventyConfig): Promise<EleventySettings> {
  const { build, output, writer } = jobs.get(config) ?? jobFromEnvironment(config);
  const printers = await loadPrinters();
  addPages(config, build.pages, printers, writer);
  addOwnPages(config, build, printers);
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

/**
 * The build of Eleventy's own command, which has nothing but the environment to go by. It too is put in place only when
 * all of it is there, unless Eleventy serves or watches its output.
 */
function jobFromEnvironment(config: EleventyConfig): RenderJob {
  const { diagnostics, prepare } = readNewsroomOnDisk(optionsFromEnvironment(process.env));
  if (diagnostics.some(({ severity }) => severity === 'error')) throw contentError(diagnostics);
  const build = prepare();
  if (process.env['ELEVENTY_RUN_MODE'] !== 'build') return { build, output: OUTPUT };
  const target = resolve(OUTPUT);
  const staging = makeStaging(target);
  process.on('exit', () => rmSync(staging, { recursive: true, force: true }));
  config.on('eleventy.after', ({ directories }) => {
    copyFiles(build.copies, directories.output);
    if (resolve(directories.output) === staging) publish(staging, target);
  });
  return { build, output: relative(process.cwd(), staging) };
}

/** Templates of `content/pages/` find `layout: page` in `layouts/`, and never run what stands in their front matter. */
function addOwnPages(config: EleventyConfig, build: PreparedBuild, printers: ReadonlyMap<string, Printer>): void {
  const refuse = (): never => {
    throw new Error('Front matter is YAML here; nothing else is read');
  };
  config.setFrontMatterParsingOptions({ engines: { js: refuse, javascript: refuse, node: refuse, coffee: refuse } });
  config.setLibrary('md', new ReadyMarkdown(build.publication));
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
  private readonly publication: Publication;

  constructor(publication: Publication) {
    this.publication = publication;
  }

  render(_markdown: string, data: { readonly page: { readonly inputPath: string } }): string {
    const { ownPages, site } = this.publication.edition;
    const found = ownPages.find(({ path }) => data.page.inputPath.endsWith(path.slice('content'.length)));
    return found?.text ? printBody(found.text, site) : '';
  }
}

function ownPageData(data: EleventyData, { publication }: PreparedBuild): OrdinaryPage {
  const url = data.page.url;
  if (url === false || !isUrlPath(url))
    throw new Error(`Unexpected address ${String(url)}, expected a path of letters, digits and hyphens`);
  const text = (key: string): string | undefined => (typeof data[key] === 'string' ? data[key] : undefined);
  return makeOrdinaryPage(
    {
      url,
      title: text('title') ?? publication.edition.site.title,
      description: text('description'),
      language: text('language'),
      isIndexed: data['noindex'] !== true,
      content: asHtml(text('content') ?? ''),
    },
    publication,
  );
}

function copyFiles(copies: ReadonlyMap<string, string>, output: string): void {
  for (const [from, to] of copies) {
    const target = join(output, to);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(from, target);
  }
}
