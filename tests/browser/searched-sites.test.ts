import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildSiteInResident } from '../site/run-broadsheet.ts';
import { test } from './demo-test.ts';
import { ended, SearchedNewsroom, siteOf } from './searched-newsroom.ts';
import { serve } from './serve.ts';
import { visit } from './visit.ts';

let newsroom: SearchedNewsroom;

beforeAll(async () => {
  newsroom = await SearchedNewsroom.open();
  await newsroom.build();
});

afterAll(() => newsroom?.close());

test('a reader of another language searches its stories, in its words, and loads nothing of the others', async ({
  browser,
}) => {
  const { page, faults } = await visit(browser, `${newsroom.origin}/es/`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.locator('.site-footer input[name="q"]').fill('garza');
  await page.locator('.site-footer input[name="q"]').press('Enter');
  await page.waitForURL('**/es/search/?q=garza');
  expect(await ended(page)).toEqual({ status: '1 artículo', headlines: ['Una garza en el muelle'] });
  expect(await page.locator('html').getAttribute('lang')).toBe('es');

  await page.fill('input[name="q"]', 'heron');
  await page.waitForURL('**q=heron**');
  expect((await ended(page)).headlines).toEqual(['Heron, un barco']);
  expect(asked.filter((path) => path.endsWith('.json')).every((path) => path.startsWith('/es/search/'))).toBe(true);
  expect(asked).toContain('/es/search/2026/0-cards.json');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a word of a story that is published is found, and one that is taken out of it is not any more', async ({
  browser,
}) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/?q=zanzibar`);
  expect((await ended(page)).status).toMatch(/^No stories found\./);
  newsroom.story('new', { headline: 'New', date: '2026-11-23 11:59' }, 'A ship from Zanzibar.');
  await newsroom.build();
  await page.reload();
  expect((await ended(page)).headlines).toEqual(['New']);

  newsroom.story('new', { headline: 'New', date: '2026-11-23 11:59' }, 'A ship from afar.');
  await newsroom.build();
  await page.reload();
  expect((await ended(page)).headlines).toEqual([]);
  await page.context().close();
});

test('what is found while the site is published anew is told of as a fault, and never wrong', async ({ browser }) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/`);
  await page.route('**/2026/0-cards.json*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), stamp: 'another' } });
  });
  await page.fill('input[name="q"]', 'heron');
  expect(await ended(page)).toEqual({ status: expect.stringContaining('could not be loaded'), headlines: [] });

  await page.unroute('**/2026/0-cards.json*');
  await page.locator('.search > form button').press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.search-results li').length === 3);
  await page.context().close();
});

test('the search needs nothing that a strict content security policy forbids', async ({ browser }) => {
  const { page, faults } = await visit(browser, `${newsroom.origin}/404.html`);
  const policy =
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; connect-src 'self'; img-src 'self'";
  await page.route('**/search/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(`${newsroom.origin}/search/?q=heron`);
  expect((await ended(page)).headlines).toHaveLength(3);
  await page.locator('.search-results li').last().scrollIntoViewIfNeeded();
  await page.locator('.search-excerpt').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a site in a folder of its host, in a language from right to left, is searched in its own words', async ({
  browser,
}) => {
  const own = { origin: join(newsroom.folder, 'arabic'), output: join(newsroom.folder, 'arabic/paper') };
  // The newsroom of this file is another from here on: this test is the last one.
  newsroom.write('site.yaml', siteOf('https://ledger.example/paper/', 'ar'));
  newsroom.story('arabic', { headline: 'الكِتاب في المدينة', language: 'ar' });
  expect((await buildSiteInResident(join(newsroom.folder, 'content'), own.output)).status).toBe(0);
  const other = await serve(own.origin);
  const { page, faults } = await visit(browser, `${other.origin}/paper/search/?q=${encodeURIComponent('كتاب')}`);

  expect(await ended(page)).toEqual({ status: expect.stringContaining('مقال'), headlines: ['الكِتاب في المدينة'] });
  expect(await page.locator('.search-results mark').allTextContents()).toEqual(['الكِتاب']);
  expect(await page.locator('.search-results a').getAttribute('href')).toBe('/paper/2026/11/23/arabic/');
  expect(
    await page.evaluate(() => getComputedStyle(document.querySelector('.search-results') ?? document.body).direction),
  ).toBe('rtl');
  expect(faults).toEqual([]);
  await page.context().close();
  await other.close();
});
