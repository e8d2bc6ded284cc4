import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { lookWithAxe } from '../axe.ts';
import { test } from '../demo-test.ts';

const GALLERY = '/2026/11/22/harbour-in-pictures/';
const MAP = '/2026/11/21/the-long-repair/';
const PLACE = '.viewer-place';

/** Opens the nth picture of a page over the window. */
async function openPicture(page: Page, nth: number): Promise<void> {
  await page.locator('.viewer-open').nth(nth).click();
  await page.getByRole('dialog').waitFor();
}

/** Which pictures of the dialog are in the window, by what they show. */
async function seenIn(page: Page): Promise<readonly string[]> {
  return page.locator('.viewer-slide').evaluateAll((slides) =>
    slides.flatMap((slide) => {
      const { left, right } = slide.getBoundingClientRect();
      const middle = (left + right) / 2;
      return middle > 0 && middle < window.innerWidth ? [slide.querySelector('img')?.alt ?? ''] : [];
    }),
  );
}

test('a gallery opens over the window, and is gone through by keyboard', async ({ browser, site }) => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(site.origin + GALLERY);
  const alts = await page
    .locator('.gallery img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).alt));
  await page.locator('.viewer-open').nth(1).press('Enter');
  const places = [await page.locator(PLACE).textContent()];
  const seen = [await seenIn(page)];
  for (const key of ['ArrowRight', 'End', 'ArrowRight', 'Home', 'ArrowLeft']) {
    await page.keyboard.press(key);
    places.push(await page.locator(PLACE).textContent());
  }
  await expect.poll(() => seenIn(page)).toEqual([alts[0]]);
  const { violations } = await lookWithAxe(page);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await page.close();

  const { length } = alts;
  expect(length).toBeGreaterThan(3);
  expect(seen).toEqual([[alts[1]]]);
  expect(places).toEqual([2, 3, length, length, 1, 1].map((number) => `${number} of ${length}`));
  expect(violations).toEqual([]);
  expect(focused).toBe(`Open full screen: ${alts[0]}`);
  expect(faults).toEqual([]);
});

test('pictures that were opened are gone through by buttons and by swiping', async ({ browser, site }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(site.origin + GALLERY);
  await openPicture(page, 0);
  const isFirst = await page.getByRole('button', { name: 'Previous picture' }).isDisabled();
  await page.getByRole('button', { name: 'Previous picture' }).press('Enter');
  await page.getByRole('button', { name: 'Next picture' }).click();
  await expect.poll(() => page.locator(PLACE).textContent()).toMatch(/^2 of /);
  const track = page.locator('.viewer-track');
  await expect.poll(() => track.evaluate(({ scrollLeft, clientWidth }) => scrollLeft / clientWidth)).toBe(1);
  await track.evaluate((track) => track.scrollBy(track.clientWidth, 0));
  await expect.poll(() => page.locator(PLACE).textContent()).toMatch(/^3 of /);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.close();

  expect([isFirst, wide]).toEqual([true, 360]);
});

test('a page from right to left goes on to the left', async ({ browser, site }) => {
  const page = await browser.newPage();
  await page.route(`**${GALLERY}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('<html ', '<html dir="rtl" ') });
  });
  await page.goto(site.origin + GALLERY);
  await openPicture(page, 0);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await seenIn(page))[0]).toMatch(/^A covered fish market/);
  const place = await page.locator(PLACE).textContent();
  await page.keyboard.press('ArrowRight');
  const back = await page.locator(PLACE).textContent();
  await page.close();

  expect([place, back]).toEqual(['2 of 4', '1 of 4']);
});

test('a map opens alone, and larger than the window when it is tapped', async ({ browser, site }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(site.origin + MAP);
  await page.getByRole('button', { name: /^Open full screen: A map of the harbour/ }).click();
  const width = async (): Promise<number> => (await page.locator('.viewer img').boundingBox())?.width ?? 0;
  const fit = await width();
  await page.locator('.viewer img').click();
  const zoomed = await width();
  await page.getByRole('button', { name: 'Enlarge' }).click();
  const again = await width();
  const place = await page.locator(PLACE).textContent();
  await page.close();

  expect(fit).toBe(360);
  expect(zoomed).toBe(900);
  expect(again).toBe(360);
  expect(place).toBe('');
});

test('without scripts the pictures stand in the page, and nothing says that they open', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.origin + GALLERY);
  const seen = [await page.locator('.gallery figure img').count(), await page.locator('.gallery button').count()];
  await context.close();

  expect(seen).toEqual([4, 0]);
});
