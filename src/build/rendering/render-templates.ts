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

/** What came of rendering templates: which page of `content/pages/` each file is, by its path in the output, or what is wrong. */
export type TemplatesEnd =
  | { readonly kind: 'rendered'; readonly sources: ReadonlyMap<string, string> }
  | { readonly kind: 'failed'; readonly finding: Finding };

/** Has Eleventy render the templates of `content/pages/`, and nothing else, to a folder. */
export async function renderTemplates(build: PreparedBuild, folder: string): Promise<TemplatesEnd> {
  let sources: ReadonlyMap<string, string> = new Map();
  if (build.templates.length === 0) return { kind: 'rendered', sources };
  const layouts = await loadPrinters();
  const onMade = (made: ReadonlyMap<string, string>): void => {
    sources = made;
  };
  const job = { build, pages: [], printer: NO_PRINTER, layouts, output: '', onMade };
  try {
    // What Eleventy keeps of templates and layouts is of an earlier run in this process.
    await runEleventy(job, folder, (config) => config.setUseTemplateCache(false));
    return { kind: 'rendered', sources };
  } catch (fault) {
    const finding = findTemplateFault(fault, build);
    if (!finding) throw fault;
    return { kind: 'failed', finding };
  }
}
