import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** As it is published for pages: half as long as the other, and it is sent to each page. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe found on a page. */
export interface Looked {
  /** What is wrong, in words: the rule, and the elements that break it. */
  readonly violations: readonly string[];
  /** The rules that something on the page follows; there are few where axe did not see the page. */
  readonly passes: readonly string[];
}

/** Has axe look at a page as it is now. */
export async function lookWithAxe(page: Page, options: RunOptions = {}): Promise<Looked> {
  if (page.frames().length > 1) throw new Error('Unexpected frame, expected a page that axe sees all of');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  return page.evaluate(run, { resultTypes: ['violations'], ...options } satisfies RunOptions);
}

/** It runs in the page, so that only what is asked for comes back. */
async function run(options: RunOptions): Promise<Looked> {
  const { axe } = window as unknown as { readonly axe: { run(it: Document, how: RunOptions): Promise<AxeResults> } };
  const { violations, passes } = await axe.run(document, options);
  return {
    violations: violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target, html }) => `${target} ${html}`).join(', ')}`,
    ),
    passes: passes.map(({ id }) => id),
  };
}
