import { describe, expect } from 'vitest';
import { lookWithAxe } from '../browser/axe.ts';
import { test } from '../browser/demo-test.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { aPreview, closePreviews, removePreviewNewsrooms } from './a-preview.ts';

const FILES = {
  'articles/bridge.md': aStory({ draft: true, date: '2026-11-23 18:00', headline: 'Long words '.repeat(20) }),
  'articles/new.md': aStory({ label: 'gossip' }),
};
const PAGES = ['2026/11/23/bridge/', '2026/11/23/new/'];

/** The address of a preview of these files, and a tab: nothing of what a test does on a page is kept. */
const it = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs; this needs nothing.
  .extend('address', { scope: 'file' }, async ({}, { onCleanup }) => {
    onCleanup(async () => {
      await closePreviews();
      removePreviewNewsrooms();
    });
    const { serving } = await aPreview(FILES);
    return serving.address;
  })
  .extend('page', { scope: 'file' }, async ({ browser }) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    return page;
  });

describe.each([
  ['light', {}],
  ['dark', { runOnly: 'cat.color' }],
] as const)('what a preview says, %s', (colorScheme, options) => {
  it.for([360, 1280])(
    'can be read by everyone, and leaves the page as wide as it is: %i pixels',
    async (width, { address, page }) => {
      await page.setViewportSize({ width, height: 760 });
      await page.emulateMedia({ colorScheme });
      for (const path of PAGES) {
        await page.goto(address + path);
        const summary = page.locator('#broadsheet-trouble summary');
        if ((await summary.count()) > 0) await summary.click();

        const { violations, passes } = await lookWithAxe(page, options);

        expect(violations).toEqual([]);
        expect(passes).toContain('color-contrast');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    },
  );
});

describe('the policy of a page', () => {
  it('lets through what a preview adds to the page', async ({ address, page }) => {
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    for (const path of PAGES) {
      const connected = page.waitForEvent('websocket');
      await page.goto(address + path, { waitUntil: 'load' });
      await connected;
      expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count()).toBe(path === PAGES[0] ? 1 : 0);
    }
    expect(told.filter((text) => /Content.Security.Policy/i.test(text))).toEqual([]);
  });
});

describe('the line of warnings', () => {
  it('opens and closes by keyboard, and covers nothing at the end of the page', async ({ address, page }) => {
    await page.setViewportSize({ width: 360, height: 760 });
    await page.goto(address + PAGES[0]);
    const panel = page.getByRole('dialog', { name: /Preview: 1 story with errors, 1 warning here/ });
    const report = panel.getByText('content/articles/bridge.md');
    expect([await panel.isVisible(), await report.isVisible()]).toEqual([true, false]);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const [footer, box] = [await page.locator('footer').last().boundingBox(), await panel.boundingBox()];
    expect((footer?.y ?? 0) + (footer?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);

    await panel.getByText('1 story with errors').focus();
    await page.keyboard.press('Enter');
    expect(await report.isVisible()).toBe(true);

    await panel.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    expect(await panel.isVisible()).toBe(false);
  });
});

describe('the bar', () => {
  it('stands before all else of the page', async ({ address, page }) => {
    await page.goto(address + PAGES[0]);
    const bar = page.getByRole('region', { name: 'Preview: not published' });

    expect(await bar.textContent()).toMatch(/^Draft: .* Under embargo until 23 November 2026 at 18:00 GMT/);
    expect((await bar.boundingBox())?.y).toBe(0);
  });
});
