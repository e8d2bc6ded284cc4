import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { storyPages } from '../site/demo.ts';
import { test } from './demo-test.ts';
import { onEachPage } from './sample.ts';

const BANNER = '#unsupported-browser-banner';
const READER = 'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0.4430.212 Safari/537.36';

/** A page as a browser sees it that lacks what the condition asks for. */
async function visitAsOld(browser: Browser, address: string, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ userAgent: READER, ...options });
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'webdriver', { value: false });
    CSS.supports = () => false;
  });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForSelector(BANNER);
  return page;
}

function storyIn(language: string): string {
  return storyPages().find(({ html }) => html.includes(`<html lang="${language}"`))?.path ?? '/no-such-story/';
}

test('a supported browser never asks for the banner', async ({ browser, site }) => {
  const faults = await onEachPage(site, async (address) => {
    const context = await browser.newContext({ userAgent: READER });
    await context.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { value: false }));
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address, { waitUntil: 'networkidle' });
    const hasBanner = (await page.locator(BANNER).count()) > 0;
    await context.close();
    return [...asked.filter((url) => /\/legacy\.[^/]*$/.test(url)), ...(hasBanner ? ['shows the banner'] : [])];
  });
  expect(faults).toEqual([]);
});

test.for([
  ['light', 'en-GB'],
  ['dark', 'en-GB'],
  ['light', 'es-ES'],
  ['light', 'ar'],
] as const)(
  'axe finds nothing wrong with a page that has the banner: %s, %s',
  async ([colorScheme, tag], { browser, site }) => {
    const path = storyPages().find(({ html }) => html.includes(`<html lang="${tag.split('-')[0]}`))?.path;
    const page = await visitAsOld(browser, site.origin + String(path), { colorScheme });
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const box = await page.locator(BANNER).boundingBox();
    await page.context().close();
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
    expect(box?.y ?? 999).toBeLessThan(200);
    expect(box?.height ?? 0).toBeGreaterThan(40);
  },
);

test('the banner is dismissed by the keyboard, for the whole site and for the next visit', async ({
  browser,
  site,
}) => {
  const page = await visitAsOld(browser, `${site.origin}/`);
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

test('the banner is not printed', async ({ browser, site }) => {
  const page = await visitAsOld(browser, `${site.origin}/`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator(BANNER).isVisible()).toBe(false);
  await page.context().close();
});

test('the banner fits a phone, and a page at 400 %', async ({ browser, site }) => {
  for (const width of [320, 360]) {
    const page = await visitAsOld(browser, `${site.origin}/`, { viewport: { width, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  }
});
