import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { storyPages } from '../site/demo.ts';
import { test } from './demo-test.ts';
import { onEachPage } from './sample.ts';
import { visit } from './visit.ts';

test('every page reads the same without scripts', async ({ browser, site }) => {
  const read = async (javaScriptEnabled: boolean) =>
    onEachPage(await browser.newContext({ javaScriptEnabled }), site, ({ page }) => textOf(page));
  const expected = new Map(await read(true));
  const without = await read(false);
  expect(without.filter(([path, text]) => text !== expected.get(path) || text.length <= 40)).toEqual([]);
});

test('on paper a story is its text, without the way to other pages', async ({ browser, site }) => {
  const story = storyPages().find(({ html }) => html.includes('class="topics"') && html.includes('class="live-strip"'));
  const { page } = await visit(browser, site.origin + String(story?.path));
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.skip-link', 'nav.sections', '.live-strip', '.topics', '.site-footer ul']) {
    expect(await page.locator(part).count(), part).toBe(1);
    expect(await page.locator(part).isVisible(), part).toBe(false);
  }
  for (const part of ['.nameplate', 'h1.headline', '.dek', '.byline', '.story-body > p >> nth=-1']) {
    expect(await page.locator(part).first().isVisible(), part).toBe(true);
  }
  await page.context().close();
});

test('on paper the text is black on white, whatever the screen’s colours are', async ({ browser, site }) => {
  const { page } = await visit(browser, site.origin + String(storyPages()[0]?.path), { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return { color, backgroundColor };
  });
  expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
  await page.context().close();
});

/** The switch of a live blog's order is there only where it can do something. */
async function textOf(page: Page): Promise<string> {
  await page.locator('.live-order').evaluateAll((bars) => {
    for (const bar of bars) bar.setAttribute('hidden', '');
  });
  // biome-ignore lint/performance/useDomNodeTextContent: what is rendered counts
  return page.locator('main').innerText();
}
