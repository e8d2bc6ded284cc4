import type { Finding } from '../../diagnostics/finding.ts';
import type { PagePrinter } from '../../eleventy/page-templates.ts';
import { findTemplateFault, runEleventy } from '../../eleventy/run-eleventy.ts';
import { loadPrinters } from '../layouts.ts';
import type { PreparedBuild } from '../planning/prepared-build.ts';

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
  if (build.templates.length === 0) return undefined;
  const layouts = await loadPrinters();
  const job = { build, pages: [], printer: NO_PRINTER, layouts, output: '' };
  try {
    // What Eleventy keeps of templates and layouts is of an earlier run in this process.
    await runEleventy(job, folder, (config) => config.setUseTemplateCache(false));
    return undefined;
  } catch (fault) {
    const finding = findTemplateFault(fault, build);
    if (!finding) throw fault;
    return finding;
  }
}
