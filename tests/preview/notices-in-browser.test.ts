import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { aPreview, closePreviews, type Files, removePreviewNewsrooms } from './a-preview.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

async function open(files: Files, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { serving } = await aPreview(files);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(serving.address + path);
  return page;
}

const FILES = {
  'articles/bridge.md': aStory({ draft: true, date: '2026-11-23 18:00', headline: 'Long words '.repeat(20) }),
  'articles/new.md': aStory({ label: 'gossip' }),
};
const PAGES = ['2026/11/23/bridge/', '2026/11/23/new/'];

describe.each(['light', 'dark'] as const)('what a preview says, %s', (colorScheme) => {
  it.each([360, 1280])('can be read by everyone, and leaves the page as wide as it is: %i pixels', async (width) => {
    for (const path of PAGES) {
      const page = await open(FILES, path, { colorScheme, viewport: { width, height: 760 } });
      const summary = page.locator('#broadsheet-trouble summary');
      if ((await summary.count()) > 0) await summary.click({ timeout: 5_000 });

      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();

      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });
});

describe('the line of warnings', () => {
  it('opens and closes by keyboard, and covers nothing at the end of the page', async () => {
    const page = await open(FILES, PAGES[0] ?? '', { viewport: { width: 360, height: 760 } });
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
  it('stands before all else of the page', async () => {
    const page = await open(FILES, PAGES[0] ?? '');
    const bar = page.getByRole('region', { name: 'Preview: not published' });

    expect(await bar.textContent()).toMatch(/^Draft: .* Under embargo until 23 November 2026 at 18:00 GMT/);
    expect((await bar.boundingBox())?.y).toBe(0);
  });
});
