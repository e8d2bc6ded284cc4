import { rmSync } from 'node:fs';
import type { Finding } from '../diagnostics/finding.ts';
import type { Fingerprint } from '../plan/fingerprint.ts';
import { loadPrinters } from '../build/layouts.ts';
import { fingerprintOfTemplates } from '../build/planning/plan-build.ts';
import { NO_PAGES, type PreparedBuild } from '../build/planning/prepared-build.ts';
import type { PreviewCache } from './preview-cache.ts';
import type { PagePrinter } from '../eleventy/page-templates.ts';
import { runEleventy } from '../eleventy/run-eleventy.ts';
import { findTemplateFault } from '../eleventy/run-eleventy.ts';

/** What the templates of `content/pages/` made. */
export interface TemplatesRendered {
  readonly kind: 'rendered';
  /** Absolute path of the folder of their files. */
  readonly folder: string;
  /** Of what they were made of. */
  readonly fingerprint: Fingerprint;
}

/** The templates of `content/pages/`, rendered again whenever they would make something else. */
export class PreviewTemplates {
  private readonly cache: PreviewCache;
  private current: TemplatesRendered | undefined;

  constructor(cache: PreviewCache) {
    this.cache = cache;
  }

  /**
   * What the templates make of an edition, for {@link keep}, or what is wrong with one of them.
   *
   * @param contents Of the files of `content/pages/`.
   */
  async render(
    build: PreparedBuild,
    contents: readonly string[],
  ): Promise<TemplatesRendered | { readonly kind: 'failed'; readonly finding: Finding }> {
    const fingerprint = fingerprintOfTemplates(build, contents);
    if (this.current?.fingerprint === fingerprint) return this.current;
    const folder = this.cache.newFolder('own');
    const finding = await renderTemplates(build, folder);
    if (!finding) return { kind: 'rendered', folder, fingerprint };
    rmSync(folder, { recursive: true, force: true });
    return { kind: 'failed', finding };
  }

  /** Keeps what was rendered, and removes what was kept before: nobody may look at that any more. */
  keep(rendered: TemplatesRendered): void {
    if (this.current && this.current.folder !== rendered.folder) {
      rmSync(this.current.folder, { recursive: true, force: true });
    }
    this.current = rendered;
  }
}

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
async function renderTemplates(build: PreparedBuild, folder: string): Promise<Finding | undefined> {
  if (build.pagesFolder === NO_PAGES) return undefined;
  const { edition, surroundings, pagesFolder } = build;
  const layouts = await loadPrinters();
  const job = { build: { edition, surroundings, pagesFolder }, pages: [], printer: NO_PRINTER, layouts, output: '' };
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
