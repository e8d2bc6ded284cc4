import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFile, aStory, type Keys } from '../newsroom/manuscript.ts';
import { buildSite } from '../site/run-broadsheet.ts';
import { launchChromium } from './chromium.ts';
import { serve, type Served } from './serve.ts';
import { visit } from './visit.ts';

const HOSTILE = '<img src=x onerror=alert(1)></script>';
const FIRST_YEAR = 2003;
const YEARS = 24;

let folder = '';
let browser: Browser;
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-search-'));
  write('site.yaml', siteOf('https://ledger.example/', 'en-GB'));
  write('contributors/ana-ruiz.md', aFile({ name: 'Ana Ruíz' }, 'She writes.'));
  story('heron', { headline: 'A heron at the quay', section: 'news', contributors: ['ana-ruiz'], topics: ['Birds'] });
  story('gulls', {
    headline: `Gulls ${HOSTILE}`,
    dek: 'A *dek* of herons',
    section: 'sport',
    date: '2026-11-20 08:00',
  });
  story(
    'text',
    { headline: 'Only in the text', date: '2026-03-02' },
    `Much before it. ${'Words '.repeat(80)} a <b>heronry</b>.`,
  );
  story('hidden', { headline: 'A heron that is a draft', draft: true });
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1) {
    story(`regatta-${year}`, { headline: `Regatta of ${year}`, date: `${year}-05-01`, section: 'sport' });
  }
  story('beam', { headline: 'Beam', dek: 'Of a lighthouse', date: '2026-01-04' });
  story('keeper', { headline: 'The keeper', date: '2026-01-05' }, 'She sold the lighthouse.');
  story('lighthouse', { headline: 'Lighthouse, sold', date: '2026-01-02' });
  story('lighthouses', { headline: 'Two lighthouses', date: '2026-01-03' }, 'One is sold.');
  story('garza', { headline: 'Una garza en el muelle', language: 'es' });
  story('heron-es', { headline: 'Heron, un barco', language: 'es-MX', date: '2026-11-20' });
  for (let count = 1; count <= 25; count += 1) {
    story(`tern-${count}`, { headline: `Tern ${count}`, date: `2026-02-${String(26 - count).padStart(2, '0')}` });
  }
  build();
  served = await serve(join(folder, 'site'));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

function siteOf(url: string, language: string): string {
  const sections = '[{ id: news, title: News }, { id: sport, title: Sport }]';
  const languages = '[{ language: es, title: El Libro }]';
  return `title: The Ledger\nurl: ${url}\nlanguage: ${language}\nsections: ${sections}\nlanguages: ${languages}\n`;
}

function write(path: string, text: string): void {
  const target = join(folder, 'content', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function story(name: string, keys: Keys, body?: string): void {
  write(`articles/${name}.md`, aStory(keys, body));
}

function build(...args: readonly string[]): void {
  const ended = buildSite(join(folder, 'content'), join(folder, 'site'), ...args);
  if (ended.status !== 0) throw new Error(ended.stdout + ended.stderr);
}

/** What a reader sees once a search has ended. */
async function ended(page: Page): Promise<{ readonly status: string; readonly headlines: readonly string[] }> {
  await page.waitForFunction(() => {
    const root = document.getElementById('search');
    const status = document.querySelector('.search-status')?.textContent ?? '';
    return root !== null && !root.hasAttribute('aria-busy') && status !== '';
  });
  const status = (await page.locator('.search-status').textContent()) ?? '';
  return { status, headlines: await page.locator('.search-results:not([hidden]) h2').allTextContents() };
}

test('a reader without a mouse searches, opens what was found, and comes back to it', async () => {
  const { page, faults } = await visit(browser, `${served.origin}/news/`);
  await page.locator('.sections a[href="/search/"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
  await page.keyboard.type('HÉRON quay');
  await page.keyboard.press('Enter');

  expect(await ended(page)).toEqual({ status: expect.stringMatching(/^1 story/), headlines: ['A heron at the quay'] });
  expect(new URL(page.url()).searchParams.get('q')).toBe('HÉRON quay');

  await page.locator('.search-results a').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/heron/');
  await page.goBack();

  expect((await ended(page)).headlines).toEqual(['A heron at the quay']);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('words are found by how they begin, in headlines, deks and texts, and are marked where they stand', async () => {
  const { page, faults } = await visit(browser, `${served.origin}/search/?q=heron`);
  const { headlines } = await ended(page);
  expect(headlines).toEqual(['A heron at the quay', `Gulls ${HOSTILE}`, 'Only in the text']);
  await page.locator('.search-excerpt').waitFor();

  expect(await page.locator('.search-results mark').allTextContents()).toEqual(['heron', 'herons', 'heronry']);
  expect(await page.locator('.search-excerpt').textContent()).toMatch(/^… (?:Words )+a <b>heronry<\/b>\.$/);
  expect(await page.locator('.search-results img, .search-results script').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('results are narrowed by section, contributor, topic and date, which the address keeps', async () => {
  const { page } = await visit(browser, `${served.origin}/search/?q=heron`);
  await ended(page);
  const options = await page.locator('select[name="section"] option').allTextContents();
  expect(options).toEqual(['All', 'News (2)', 'Sport (1)']);

  await page.selectOption('select[name="section"]', 'Sport');
  await page.waitForURL('**section=Sport**');
  expect((await ended(page)).headlines).toEqual([`Gulls ${HOSTILE}`]);

  for (const [query, headlines] of [
    ['q=heron&contributor=Ana+Ru%C3%ADz', ['A heron at the quay']],
    ['q=heron&topic=Birds', ['A heron at the quay']],
    ['q=heron&from=2026-03-02&until=2026-03-02', ['Only in the text']],
    ['q=heron&section=Nowhere', []],
  ] as const) {
    await page.goto(`${served.origin}/search/?${query}`);
    expect([query, (await ended(page)).headlines]).toEqual([query, headlines]);
  }
  await page.context().close();
});

test('older stories are searched when the reader asks for them, and the focus stays with what is new', async () => {
  const { page } = await visit(browser, `${served.origin}/search/?q=regatta`);
  const first = await ended(page);
  expect(first.headlines).toHaveLength(16);
  expect(first.status).toMatch(/^16 stories Searched back to 1 May 2011\.$/);
  expect(await page.locator('.search-further button').textContent()).toBe('Search older stories');

  await page.locator('.search-further button').press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.search-results li').length > 16);
  expect((await ended(page)).status).toBe('24 stories');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Regatta of 2010');

  expect((await ended(page)).headlines).toHaveLength(24);
  expect(await page.locator('.search-further').isVisible()).toBe(false);
  await page.context().close();
});

test('older stories that were searched stay so while results are narrowed and ordered in other ways', async () => {
  const { page } = await visit(browser, `${served.origin}/search/?q=regatta&order=best`);
  await ended(page);
  await page.locator('.search-further button').press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.search-results li').length === 24);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Regatta of 2010');

  await page.selectOption('select[name="section"]', 'Sport');
  await page.waitForURL('**section=Sport**');
  expect((await ended(page)).status).toBe('24 stories');
  await page.selectOption('select[name="order"]', '');
  await page.waitForURL((url) => !url.searchParams.has('order'));
  expect((await ended(page)).status).toBe('24 stories');
  await page.context().close();
});

test('the best match is first where a reader without a mouse wants it so, which the address keeps', async () => {
  const { page, faults } = await visit(browser, `${served.origin}/search/?q=lighthouse`);
  const byTime = ['The keeper', 'Beam', 'Two lighthouses', 'Lighthouse, sold'];
  const byMatch = ['Two lighthouses', 'Lighthouse, sold', 'Beam', 'The keeper'];
  expect((await ended(page)).headlines).toEqual(byTime);

  await page.locator('select[name="order"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForURL('**order=best**');
  expect((await ended(page)).headlines).toEqual(byMatch);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('order');
  await page.reload();
  expect((await ended(page)).headlines).toEqual(byMatch);
  await page.goto(`${served.origin}/search/?q=lighthouse+sold&order=best`);
  expect((await ended(page)).headlines).toEqual(['Lighthouse, sold', 'Two lighthouses', 'The keeper']);
  await page.goto(`${served.origin}/search/?q=lighthouse&order=sideways`);
  expect((await ended(page)).headlines).toEqual(byTime);
  expect(await page.locator('select[name="order"] option').allTextContents()).toEqual(['Newest', 'Best match']);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a reader of another language searches its stories, in its words, and loads nothing of the others', async () => {
  const { page, faults } = await visit(browser, `${served.origin}/es/`);
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

test('results are shown twenty at a time', async () => {
  const { page } = await visit(browser, `${served.origin}/search/?q=tern`);
  const { status, headlines } = await ended(page);
  expect([status.split(' ')[0], headlines.length]).toEqual(['25', 20]);
  await page.locator('.search-further button', { hasText: 'Show more' }).press('Enter');
  expect((await ended(page)).headlines).toHaveLength(25);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tern 21');
  await page.context().close();
});

test('a word of a story that is published is found, and one that is taken out of it is not any more', async () => {
  const { page } = await visit(browser, `${served.origin}/search/?q=zanzibar`);
  expect((await ended(page)).status).toMatch(/^No stories found\./);
  story('new', { headline: 'New', date: '2026-11-23 11:59' }, 'A ship from Zanzibar.');
  build();
  await page.reload();
  expect((await ended(page)).headlines).toEqual(['New']);

  story('new', { headline: 'New', date: '2026-11-23 11:59' }, 'A ship from afar.');
  build();
  await page.reload();
  expect((await ended(page)).headlines).toEqual([]);
  await page.context().close();
});

test('what is found while the site is published anew is told of as a fault, and never wrong', async () => {
  const { page } = await visit(browser, `${served.origin}/search/`);
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

test('a search that the reader takes back while it is loaded ends, and finds nothing any more', async () => {
  const { page } = await visit(browser, `${served.origin}/search/`);
  const held: (() => void)[] = [];
  await page.route('**/search/index.json*', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await page.fill('input[name="q"]', 'heron');
  await page.locator('#search[aria-busy]').waitFor();
  await page.fill('input[name="q"]', '');
  await page.locator('#search:not([aria-busy])').waitFor();
  const answered = page.waitForResponse('**/search/index.json*');
  for (const release of held) release();
  await answered;

  expect(await page.locator('.search-status').textContent()).toBe('');
  expect(await page.locator('.search-results').isVisible()).toBe(false);
  await page.context().close();
});

test('the search needs nothing that a strict content security policy forbids', async () => {
  const { page, faults } = await visit(browser, `${served.origin}/404.html`);
  const policy =
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; connect-src 'self'; img-src 'self'";
  await page.route('**/search/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(`${served.origin}/search/?q=heron`);
  expect((await ended(page)).headlines).toHaveLength(3);
  await page.locator('.search-excerpt').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing wrong with results, in colours of the %s',
  async (colorScheme) => {
    const { page } = await visit(browser, `${served.origin}/search/?q=regatta`, { colorScheme });
    await ended(page);
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
    await page.context().close();
  },
);

test('results fit on a small screen', async () => {
  const { page } = await visit(browser, `${served.origin}/search/?q=heron`, { viewport: { width: 320, height: 600 } });
  await ended(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.context().close();
});

test('a reader without scripts is told what to do, and led to every story', async () => {
  const { page } = await visit(browser, `${served.origin}/news/`, { javaScriptEnabled: false });
  await page.locator('.site-footer input[name="q"]').fill('heron');
  await page.locator('.site-footer input[name="q"]').press('Enter');
  await page.waitForURL('**/search/?q=heron');
  expect(await page.locator('.search-instead').isVisible()).toBe(true);
  expect(await page.locator('.search-filters').isVisible()).toBe(false);
  await page.locator('.search-instead a', { hasText: '2026' }).click();
  await page.waitForURL('**/2026/');
  await page.context().close();
});

test('a site in a folder of its host, in a language from right to left, is searched in its own words', async () => {
  const own = { origin: join(folder, 'arabic'), output: join(folder, 'arabic/paper') };
  write('site.yaml', siteOf('https://ledger.example/paper/', 'ar'));
  story('arabic', { headline: 'الكِتاب في المدينة', language: 'ar' });
  expect(buildSite(join(folder, 'content'), own.output).status).toBe(0);
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

test('the script of the search page puts nothing into the page but texts', () => {
  const html = readFileSync(join(folder, 'site/search/index.html'), 'utf8');
  const [, src = ''] = /<script type="module" src="([^"]+)"/.exec(html) ?? [];
  const script = readFileSync(join(folder, 'site', src), 'utf8');

  expect(script.length).toBeGreaterThan(2_000);
  expect(script.length).toBeLessThan(16_000);
  expect(/innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(/.exec(script)).toBeNull();
});
