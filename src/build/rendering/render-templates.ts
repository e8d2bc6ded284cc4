import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../diagnostics/finding.ts';
import type { LayoutTemplates } from '../../eleventy/layout-templates.ts';
import type { PagePrinter } from '../../eleventy/page-templates.ts';
import type { RenderJob } from '../../eleventy/configuration.ts';
import { runEleventy } from '../../eleventy/run-eleventy.ts';
import { makeTemporaryFolder } from '../../disk/temporary-folder.ts';
import { findBlamed } from './find-blamed.ts';
import { loadPrinters } from '../layouts.ts';
import { type PreparedBuild, withoutTemplates } from '../planning/prepared-build.ts';

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
  try {
    await renderOwn(build, folder, (made) => {
      sources = made;
    });
    return { kind: 'rendered', sources };
  } catch (fault) {
    const finding = await findBlamedProgram(fault, build);
    if (!finding) throw fault;
    return { kind: 'failed', finding };
  }
}

/** The program of `content/pages/` that is to blame for a fault of Eleventy's, if one is: see {@link findBlamed}. */
export async function findBlamedProgram(fault: unknown, build: PreparedBuild): Promise<Finding | undefined> {
  const folder = makeTemporaryFolder('trial');
  try {
    return await findBlamed(fault, build, (trial) =>
      renderOwn(trial, join(folder, 'site'), () => {}).then(
        () => undefined,
        (fault) => fault,
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Has Eleventy made ready, and nothing rendered: what prints the pages of layouts that are templates, where pages are made one by one.
 */
export async function openLayoutTemplates(build: PreparedBuild): Promise<Pick<LayoutTemplates, 'printerOf'>> {
  const folder = makeTemporaryFolder('layouts');
  const opened: LayoutTemplates[] = [];
  try {
    const onTemplates = (templates: LayoutTemplates): void => void opened.push(templates);
    const nothing = { build: withoutTemplates(build), pages: [], printer: NO_PRINTER, layouts: await loadPrinters() };
    await runEleventy({ ...nothing, output: '', onTemplates }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [templates] = opened;
  if (!templates) throw new Error('Eleventy was not configured');
  return templates;
}

async function renderOwn(
  build: PreparedBuild,
  folder: string,
  onMade: NonNullable<RenderJob['onMade']>,
): Promise<void> {
  const job = { build, pages: [], printer: NO_PRINTER, layouts: await loadPrinters(), output: '', onMade };
  await runEleventy(job, folder);
}
