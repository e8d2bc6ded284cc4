import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect } from 'vitest';
import { test as it } from '../browser/demo-test.ts';
import { aStory } from '../newsroom/manuscript.ts';
import { removePreviewNewsrooms } from './a-preview.ts';
import { aPreview, closePreviews } from './a-preview.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(address);
  return page;
}

describe('a page in the browser', () => {
  it('is loaded again after each save, as often as there is one', async ({ browser }) => {
    const { newsroom, serving } = await aPreview({ 'articles/bridge.md': aStory() });
    const page = await open(browser, `${serving.address}2026/11/23/bridge/`);

    for (const text of ['It opens.', 'It closes.', 'It opens again.']) {
      newsroom.write({ 'articles/bridge.md': aStory({}, `${text}\n`) });
      await page.getByText(text, { exact: true }).waitFor();
    }
  });

  it('shows what is wrong over it, which the styles of the site do not reach, until it is mended', async ({
    browser,
  }) => {
    const { newsroom, serving } = await aPreview({ 'articles/bridge.md': aStory() });
    const page = await open(browser, `${serving.address}2026/11/23/bridge/`);
    const trouble = page.getByText('This story has an error');

    newsroom.write({ 'articles/bridge.md': aStory({ label: '<img src=x onerror=alert(1)>' }) });
    await trouble.waitFor();
    const overlay = page.locator('#broadsheet-trouble');
    expect(await overlay.getByText('content/articles/bridge.md').isVisible()).toBe(true);
    expect(await page.getByText('The city closed the bridge.').count()).toBe(1);
    expect(await page.locator('#broadsheet-trouble img').count()).toBe(0);

    newsroom.write({ 'articles/bridge.md': aStory({}, 'Mended.\n') });
    await page.getByText('Mended.').waitFor();
    expect(await trouble.count()).toBe(0);
  });

  it('comes by itself where there was nothing to show', async ({ browser }) => {
    const { newsroom, serving } = await aPreview({ 'articles/bridge.md': aStory({ label: 'gossip' }) });
    const page = await open(browser, `${serving.address}2026/11/23/bridge/`);
    await page.getByRole('heading', { name: 'This story has an error' }).waitFor();

    newsroom.write({ 'articles/bridge.md': aStory() });

    await page.getByText('The city closed the bridge.').waitFor();
  });
});
