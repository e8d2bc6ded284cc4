// eleventy/: what Eleventy sees, and nothing else: its configuration, its templates, a run of it, and the faults it
// reports.
// May import: domain, diagnostics, formats, parse, pages, disk.

import { relative, resolve, sep } from 'node:path';
import type { TextParts } from '../formats/text-parts.ts';
import type { PageSpec } from '../pages/page-specs.ts';
import { ContentFault } from './content-fault.ts';
import { addOwnPages, type EditionToRender, findWrongAddress, sourcesOf } from './own-pages.ts';
import { LayoutTemplates } from './layout-templates.ts';
import { addPages, INSIDE_THE_OUTPUT, type PagePrinter } from './page-templates.ts';
import type { EleventyConfig, EleventySettings } from './eleventy-types.ts';
import { EMPTY_FOLDER, OWN_LAYOUTS } from '../disk/project.ts';

/** What Eleventy is to render, and the folder to render it to, from the working folder. */
export interface RenderJob {
  readonly build: EditionToRender;
  /** Those of the build's pages that must be made. */
  readonly pages: readonly PageSpec[];
  readonly printer: PagePrinter;
  /** What prints a page's data, by the name of its layout. */
  readonly layouts: ReadonlyMap<string, (data: unknown) => TextParts>;
  readonly output: string;
  /** Is told which page of `content/pages/` each file is that was made, by its path in the output. */
  readonly onMade?: (sources: ReadonlyMap<string, string>) => void;
  /** Is given the layouts that are templates. */
  readonly onTemplates?: (templates: LayoutTemplates) => void;
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

function configure(
  config: EleventyConfig,
  { build, pages, printer, layouts, output, onMade, onTemplates }: RenderJob,
): EleventySettings {
  const templates = new LayoutTemplates(config, layouts);
  onTemplates?.(templates);
  addPages(config, pages, { printer, templateOf: (layout) => templates.printerOf(layout) });
  addOwnPages(config, build, { layouts, templates });
  config.setUseGitIgnore(false);
  // What Eleventy may read is handed over; it is to find nothing itself, neither templates nor data.
  config.ignores.add('**/*');
  config.setDataFileSuffixes([]);
  config.on('eleventy.after', ({ results }) => {
    const folder = resolve(config.directories.output);
    const wrong = findWrongAddress(results, build, folder);
    if (wrong) throw new ContentFault(wrong);
    onMade?.(sourcesOf(results, build, folder));
  });
  config.addLinter(INSIDE_THE_OUTPUT, (_content, inputPath, outputPath) => {
    if (outputPath === false || isWithin(outputPath, config.directories.output)) return;
    throw new Error(`The permalink of ${inputPath} leads out of the site`);
  });
  const input = relative(process.cwd(), build.pagesFolder);
  const folder = relative(build.pagesFolder, OWN_LAYOUTS);
  const data = relative(build.pagesFolder, EMPTY_FOLDER);
  return {
    dir: { input, output, includes: folder, layouts: folder, data },
    templateFormats: ['md', 'html', 'njk', 'liquid', '11ty.js', 'broadsheet'],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

/** Whether a file is in a folder, however its path is written. */
function isWithin(file: string, folder: string): boolean {
  return resolve(file).startsWith(resolve(folder) + sep);
}
