import { layoutTemplates } from '../disk/layouts/templates.ts';
import type { PreparedBuild } from '../build/planning/prepared-build.ts';
import { openLayoutTemplates } from '../build/rendering/render-templates.ts';
import { printPage, printThroughTemplate } from '../build/workers/print-pages.ts';
import { loadPrinters } from '../build/layouts.ts';
import { joinParts } from '../formats/text-parts.ts';
import type { Page } from '../pages/page-specs.ts';

let opened: ReturnType<typeof openLayoutTemplates> | undefined;

/**
 * Prints a page as it is asked for. Where its layout is a template, Eleventy is made ready first, once in a process: another one is started
 * when a layout changes.
 */
export async function printForPreview(page: Page, build: PreparedBuild): Promise<string> {
  if (!layoutTemplates().has(page.layout)) return joinParts(printPage(page, await loadPrinters()));
  opened ??= openLayoutTemplates(build).catch((fault: unknown) => {
    opened = undefined;
    throw fault;
  });
  const template = (await opened).printerOf(page.layout);
  if (!template) throw new Error(`There is no layout ${page.layout}`);
  return printThroughTemplate(page, template);
}
