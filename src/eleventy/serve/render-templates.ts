import type { Finding } from '../../diagnostics/finding.ts';
import type { PagePrinter } from '../add-pages.ts';
import { NO_PAGES, type PreparedBuild } from '../prepared-build.ts';
import { runEleventy } from '../run-eleventy.ts';
import { findTemplateFault } from '../template-fault.ts';

/** There is no page but those of the templates. */
const NO_PRINTER: PagePrinter = {
  toFiles: undefined,
  toText: () => Promise.reject(new Error('Nothing but templates was to be rendered')),
};

/**
 * Has Eleventy render the templates of `content/pages/`, and nothing else, to a folder.
 *
 * @returns What is wrong with a template, if one is.
 */
export async function renderTemplates(build: PreparedBuild, folder: string): Promise<Finding | undefined> {
  if (build.pagesFolder === NO_PAGES) return undefined;
  const { edition, assets, pagesFolder } = build;
  const job = { build: { edition, assets, pagesFolder }, pages: [], printer: NO_PRINTER, output: '' };
  try {
    // What Eleventy keeps of templates and layouts is of an earlier run in this process.
    await runEleventy(job, folder, (config) => config.setUseTemplateCache(false));
    return undefined;
  } catch (fault) {
    const finding = findTemplateFault(fault, build.bodyLineOf);
    if (!finding) throw fault;
    return finding;
  }
}
