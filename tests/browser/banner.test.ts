import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { storyPages } from '../site/demo.ts';
import { lookWithAxe } from './axe.ts';
import { test as base } from './demo-test.ts';
import { faultsOf, onEachPage } from './sample.ts';

const BANNER = '#unsupported-browser-banner';
const READER = 'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0.4430.212 Safari/537.36';

/** A tab of a browser that lacks what the condition asks for. */
async function tabOfOld(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ userAgent: READER });
  context.setDefaultTimeout(0);
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'webdriver', { value: false });
    CSS.supports = () => false;
  });
  return context.newPage();
}

async function openWithBanner(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForSelector(BANNER);
}

/** Most tests look at the banner in one tab, and leave it there. */
const test = base.extend('old', { scope: 'file' }, async ({ browser }) => tabOfOld(browser));

function storyIn(language: string): string {
  return storyPages().find(({ html }) => html.includes(`<html lang="${language}"`))?.path ?? '/no-such-story/';
}

test('a supported browser never asks for the banner', async ({ browser, site }) => {
  const context = await browser.newContext({ userAgent: READER });
  await context.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { value: false }));
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  // What the gate asks for is asked for before the page is loaded.
  const visits = await onEachPage(context, site, ({ page }) => page.locator(BANNER).count());
  expect(faultsOf(visits, (count) => (count > 0 ? ['shows the banner'] : []))).toEqual([]);
  expect(asked.filter((url) => /\/legacy\.[^/]*$/.test(url))).toEqual([]);
  expect(asked.length).toBeGreaterThan(2 * visits.length);
});

test.for([
  ['light', 'en-GB'],
  ['dark', 'en-GB'],
  ['light', 'es-ES'],
  ['light', 'ar'],
] as const)(
  'axe finds nothing wrong with a page that has the banner: %s, %s',
  async ([colorScheme, tag], { old: page, site }) => {
    const path = storyPages().find(({ html }) => html.includes(`<html lang="${tag.split('-')[0]}`))?.path;
    await page.emulateMedia({ colorScheme });
    await openWithBanner(page, site.origin + String(path));
    const { violations, passes } = await lookWithAxe(page);
    const box = await page.locator(BANNER).boundingBox();
    expect(violations).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
    expect(box?.y ?? 999).toBeLessThan(200);
    expect(box?.height ?? 0).toBeGreaterThan(40);
  },
);

test('the banner is dismissed by the keyboard, for the whole site and for the next visit', async ({
  browser,
  site,
}) => {
  const page = await tabOfOld(browser);
  await openWithBanner(page, `${site.origin}/`);
  for (const expected of ['skip-link', '', '']) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe(expected);
  }
  await page.keyboard.press('Enter');
  expect(await page.locator(BANNER).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  const asked: string[] = [];
  page.on('requestfinished', (request) => asked.push(request.url()));
  await page.goto(site.origin + storyIn('en-GB'), { waitUntil: 'networkidle' });
  expect(asked.some((url) => /legacy\.[0-9a-f]+\.js$/.test(url))).toBe(true);
  expect(await page.locator(BANNER).count()).toBe(0);
  await page.context().close();
});

test('the banner is not printed', async ({ old: page, site }) => {
  await openWithBanner(page, `${site.origin}/`);
  expect(await page.locator(BANNER).isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator(BANNER).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
});

test('the banner fits a phone, and a page at 400 %', async ({ old: page, site }) => {
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 640 });
    await openWithBanner(page, `${site.origin}/`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('the banner is as wide as the masthead, and moves nothing in it to another place of it', async ({
  old: page,
  site,
}) => {
  const pages = [['/'], [storyIn('en-GB')], [storyIn('ar')]].flatMap(([path = '']) =>
    [360, 700, 1000, 1600].map((width) => [path, width] as const),
  );
  for (const [path, width] of pages) {
    await page.setViewportSize({ width, height: 800 });
    await openWithBanner(page, site.origin + path);
    const seen = await page.evaluate((selector) => {
      const header = document.querySelector('.site-header') as HTMLElement;
      const parts = [...header.querySelectorAll<HTMLElement>('.nameplate, .search-link, .languages, .sections')].filter(
        // The menu of a phone is closed.
        (part) => part.offsetWidth > 0,
      );
      const places = (): readonly string[] => {
        const [first] = parts.map((part) => part.getBoundingClientRect().top);
        return parts.map((part) => {
          const { left, top, width, height } = part.getBoundingClientRect();
          return [part.className, left, top - (first ?? 0), width, height].join(' ');
        });
      };
      const banner = document.querySelector(selector) as HTMLElement;
      const { width, bottom } = banner.getBoundingClientRect();
      const top = Math.min(...parts.map((part) => part.getBoundingClientRect().top));
      const withBanner = places();
      banner.remove();
      return { width, headerWidth: header.clientWidth, isAbove: bottom <= top, withBanner, without: places() };
    }, BANNER);
    expect(seen.withBanner.length).toBeGreaterThan(2);
    expect(seen.withBanner).toEqual(seen.without);
    expect([path, width, seen.width, seen.isAbove]).toEqual([path, width, seen.headerWidth, true]);
  }
});
