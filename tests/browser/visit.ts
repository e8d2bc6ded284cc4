import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page in the browser, and everything that went wrong on it so far. */
export interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
}

/**
 * Opens an address in a context of its own and notes what a reader's browser would complain about: messages on the
 * console, exceptions, dialogs, requests that fail or leave the site.
 */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  // A slow machine is no fault of the page.
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(address);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) faults.push(`leaves the site: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, faults };
}

/** Reads down to the end of a page, so that all its pictures come, and waits for them. */
export async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await frame();
    }
    await Promise.all([...document.images].map((image) => image.decode()));
    await frame();
    await frame();
  });
}
