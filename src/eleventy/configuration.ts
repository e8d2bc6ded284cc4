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
import type { EleventyConfig, EleventySettings, TemplateConfig } from './eleventy-types.ts';
import { LayoutFault } from '../disk/layouts/templates.ts';
import { EMPTY_FOLDER, OWN_LAYOUTS, SETTINGS } from '../disk/project.ts';

/** What Eleventy is to render, and the folder to render it to, from the working folder. */
export interface RenderJob {
  readonly build: EditionToRender;
  /** Those of the build's pages that must be made. */
  readonly pages: readonly PageSpec[];
  readonly printer: PagePrinter;
  /** What prints a page's data, by the name of its layout. */
  readonly layouts: ReadonlyMap<string, (data: unknown, url?: string) => TextParts>;
  readonly output: string;
  /** Is told which page of `content/pages/` each file is that was made, by its path in the output. */
  readonly onMade?: (sources: ReadonlyMap<string, string>) => void;
  /** Is given the layouts that are templates. */
  readonly onTemplates?: (templates: LayoutTemplates) => void;
}

const jobs = new WeakMap<EleventyConfig, RenderJob>();
/** Jobs of which Eleventy was told. */
const told = new WeakSet<RenderJob>();

/** Throws where `.eleventy.ts` has not handed a job on to Eleventy, which would then render nothing, and say nothing. */
export function demandTold(config: EleventyConfig | undefined): void {
  const job = config && jobs.get(config);
  if (job && told.has(job)) return;
  throw new LayoutFault(
    `${SETTINGS} Unexpected configuration without that of Broadsheet, expected one that calls it\n  hint: write \`export { default } from 'broadsheet';\`, or \`import broadsheet from 'broadsheet';\` and \`return broadsheet(config);\``,
  );
}

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
  return async (config) => {
    const job = jobs.get(config);
    if (job) told.add(job);
    return configure(config, job ?? (await prepare(config)));
  };
}

function configure(
  config: EleventyConfig,
  { build, pages, printer, layouts, output, onMade, onTemplates }: RenderJob,
): EleventySettings {
  config.on('eleventy.config', demandSettings);
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
    markdownTemplateEngine: NO_ENGINE,
    htmlTemplateEngine: false,
  };
}

/** Texts are no templates: what looks like one in a text would be run. */
const NO_ENGINE = false;

/** Throws where what {@link configure} returns does not reach Eleventy: it would look for templates and layouts where it does by itself. */
function demandSettings(templateConfig: TemplateConfig): void {
  if (templateConfig.getConfig().markdownTemplateEngine === NO_ENGINE) return;
  throw new LayoutFault(
    `${SETTINGS} Unexpected configuration that hands over other settings than that of Broadsheet, expected these\n  hint: write \`return broadsheet(config);\` as its last line`,
  );
}

/** Whether a file is in a folder, however its path is written. */
function isWithin(file: string, folder: string): boolean {
  return resolve(file).startsWith(resolve(folder) + sep);
}
