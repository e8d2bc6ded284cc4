import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';

/** A page in the browser, and everything that went wrong on it so far. */
export interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** Opens an address in a context of its own. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  // A slow machine is no fault of the page.
  context.setDefaultTimeout(0);
  return new Tab(await context.newPage()).goTo(address);
}

/**
 * A tab that goes from page to page, and notes what a reader's browser would complain about: messages on the console,
 * exceptions, dialogs, requests that fail or leave the site.
 */
export class Tab {
  readonly page: Page;
  private origin = '';
  private faults: string[] = [];
  /** The requests of the page that is open. What is left half done on the page before fails, and is none of its faults. */
  private requests = new WeakSet<Request>();

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`exception: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      this.requests.add(request);
      if (!request.url().startsWith(`${this.origin}/`)) this.faults.push(`leaves the site: ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      // What the browser gave up, for it left the page, did not fail.
      const isGivenUp = request.failure()?.errorText === 'net::ERR_ABORTED';
      if (this.requests.has(request) && !isGivenUp) this.faults.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      const isFault = response.status() >= 400 && this.requests.has(response.request());
      if (isFault) this.faults.push(`${response.status()}: ${response.url()}`);
    });
  }

  async goTo(address: string): Promise<Visit> {
    const faults: string[] = [];
    this.faults = faults;
    this.requests = new WeakSet();
    this.origin = new URL(address).origin;
    await this.page.goto(address, { waitUntil: 'load' });
    return { page: this.page, faults };
  }
}

/** Reads down to the end of a page, so that all pictures that it shows come, and waits for them: one that is hidden never does. */
export async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await frame();
    }
    await Promise.all([...document.images].filter((image) => image.checkVisibility()).map((image) => image.decode()));
    await frame();
    await frame();
  });
}
