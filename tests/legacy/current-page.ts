import type { Browser } from 'playwright-core';
import type { Devtools } from './devtools.ts';

/** An empty page in the browser that all other tests use, driven as the old ones are. */
export async function currentPage(browser: Browser): Promise<Devtools> {
  const context = await browser.newContext();
  const session = await context.newCDPSession(await context.newPage());
  return {
    // Playwright has a type for each command; here they are names.
    send: (method, parameters) => session.send(method as 'Page.enable', parameters as undefined),
    on: (event, told) => session.on(event as 'Page.loadEventFired', told),
  };
}
