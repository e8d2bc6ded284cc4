import { afterAll, beforeAll, expect } from 'vitest';
import { lookWithAxe } from './axe.ts';
import { test } from './demo-test.ts';
import { ended, HOSTILE, SearchedNewsroom } from './searched-newsroom.ts';
import { visit } from './visit.ts';
import { atNight, each } from '../at-night.ts';

let newsroom: SearchedNewsroom;

beforeAll(async () => {
  newsroom = await SearchedNewsroom.open();
  await newsroom.build();
});

afterAll(() => newsroom?.close());

test('a reader without a mouse searches, opens what was found, and comes back to it', async ({ browser }) => {
  const { page, faults } = await visit(browser, `${newsroom.origin}/news/`);
  await page.locator('a.search-link').focus();
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

test('words are found by how they begin, in headlines, deks and texts, and are marked where they stand', async ({
  browser,
}) => {
  const { page, faults } = await visit(browser, `${newsroom.origin}/search/?q=heron`);
  const { headlines } = await ended(page);
  expect(headlines).toEqual(['A heron at the quay', `Gulls ${HOSTILE}`, 'Only in the text']);
  await page.locator('.search-results li').last().scrollIntoViewIfNeeded();
  await page.locator('.search-excerpt').waitFor();

  expect(await page.locator('.search-results mark').allTextContents()).toEqual(['heron', 'herons', 'heronry']);
  expect(await page.locator('.search-excerpt').textContent()).toMatch(/^… (?:Words )+a heronry\.$/);
  expect(await page.locator('.search-results img, .search-results script').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('results are narrowed by section, contributor, topic and date, which the address keeps', async ({ browser }) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/?q=heron`);
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
    await page.goto(`${newsroom.origin}/search/?${query}`);
    expect([query, (await ended(page)).headlines]).toEqual([query, headlines]);
  }
  await page.context().close();
});

test('older stories are searched when the reader asks for them, and the focus stays with what is new', async ({
  browser,
}) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/?q=regatta`);
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

test('older stories that were searched stay so while results are narrowed and ordered in other ways', async ({
  browser,
}) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/?q=regatta&order=best`);
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

test('the best match is first where a reader without a mouse wants it so, which the address keeps', async ({
  browser,
}) => {
  const { page, faults } = await visit(browser, `${newsroom.origin}/search/?q=lighthouse`);
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
  await page.goto(`${newsroom.origin}/search/?q=lighthouse+sold&order=best`);
  expect((await ended(page)).headlines).toEqual(['Lighthouse, sold', 'Two lighthouses', 'The keeper']);
  await page.goto(`${newsroom.origin}/search/?q=lighthouse&order=sideways`);
  expect((await ended(page)).headlines).toEqual(byTime);
  expect(await page.locator('select[name="order"] option').allTextContents()).toEqual(['Newest', 'Best match']);
  expect(faults).toEqual([]);
  await page.context().close();
});

test.for(
  each(2, [
    ['ligthhouse', ['The keeper', 'Beam', 'Two lighthouses', 'Lighthouse, sold'], 'lighthouse and lighthouses'],
    ['lighthous e', [], undefined],
    ['regata', Array.from({ length: 16 }, (_, index) => `Regatta of ${2026 - index}`), 'Regatta'],
    ['riuz', ['A heron at the quay'], 'Ruíz'],
    ['xeeper', ['The keeper'], 'keeper'],
    ['tren', Array.from({ length: 20 }, (_, index) => `Tern ${index + 1}`), 'Tern'],
    ['ber', [], undefined],
    ['2062', [], undefined],
  ] as const),
)('a word with a slip finds, and the reader is told: %s', async ([typed, headlines, near], { browser }) => {
  const { page, faults } = await visit(browser, `${newsroom.origin}/search/?q=${encodeURIComponent(typed)}`);
  const found = await ended(page);

  expect(found.headlines).toEqual(headlines);
  if (near === undefined) expect(found.status).not.toContain('like');
  else expect(found.status.toLowerCase()).toContain(`a word like “${typed}”: ${near.split(' ')[0]?.toLowerCase()}`);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('stories that have the word itself come before those that have one near to it', async ({ browser }) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/?q=beams`);
  const { status, headlines } = await ended(page);

  expect(headlines).toEqual(['Beams of 1900', 'Beam']);
  expect(status).toMatch(/^2 stories · Including stories with a word like “beams”: Beam\./);
  await page.context().close();
});

test('of the stories that were found, at most three in view are fetched for the passage with the word', async ({
  browser,
}) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/`, {
    viewport: { width: 1280, height: 1100 },
  });
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (/\/\d{4}\/\d\d\/\d\d\//.test(request.url())) fetched.push(new URL(request.url()).pathname);
  });
  await page.fill('input[name="q"]', 'breakwater');
  await page.locator('.search-excerpt').nth(2).waitFor();
  await page.waitForTimeout(500);
  expect(fetched).toHaveLength(3);

  await page.setViewportSize({ width: 1280, height: 400 });
  await page.locator('.search-results li').last().scrollIntoViewIfNeeded();
  await page.locator('.search-results li:last-child .search-excerpt').waitFor();
  expect(fetched.length).toBeLessThanOrEqual(6);
  await page.context().close();
});

test('what is said of a result reads in the direction of the page, whatever the story is in', async ({ browser }) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/?q=heron`);
  await ended(page);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await page.fill('input[name="q"]', 'gulls');
  await page.waitForFunction(() => document.querySelectorAll('.search-results li').length === 1);
  const [line, time] = await page.evaluate(() =>
    ['.search-facts', '.search-facts time'].map((selector) => {
      const { right } = document.querySelector(selector)?.getBoundingClientRect() ?? { right: 0 };
      return Math.round(right);
    }),
  );

  expect(await page.locator('.search-facts').textContent()).toMatch(/2026.* · Sport · Jane Doe$/);
  expect(time).toBe(line);
  await page.context().close();
});

test('results are shown twenty at a time', async ({ browser }) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/?q=tern`);
  const { status, headlines } = await ended(page);
  expect([status.split(' ')[0], headlines.length]).toEqual(['25', 20]);
  await page.locator('.search-further button', { hasText: 'Show more' }).press('Enter');
  expect((await ended(page)).headlines).toHaveLength(25);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tern 21');
  await page.context().close();
});

test('a search that the reader takes back while it is loaded ends, and finds nothing any more', async ({ browser }) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/`);
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

test.for(['light' as const, ...atNight('dark' as const)])(
  'axe finds nothing wrong with results, in colours of the %s',
  async (colorScheme, { browser }) => {
    const { page } = await visit(browser, `${newsroom.origin}/search/?q=regatta`, { colorScheme });
    await ended(page);
    const { violations, passes } = await lookWithAxe(page);
    expect(violations).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
    await page.context().close();
  },
);

test('results fit on a small screen', async ({ browser }) => {
  const { page } = await visit(browser, `${newsroom.origin}/search/?q=heron`, {
    viewport: { width: 320, height: 600 },
  });
  await ended(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.context().close();
});

test('a reader without scripts is told what to do, and led to every story', async ({ browser }) => {
  const { page } = await visit(browser, `${newsroom.origin}/news/`, { javaScriptEnabled: false });
  await page.locator('.site-footer input[name="q"]').fill('heron');
  await page.locator('.site-footer input[name="q"]').press('Enter');
  await page.waitForURL('**/search/?q=heron');
  expect(await page.locator('.search-instead').isVisible()).toBe(true);
  expect(await page.locator('.search-filters').isVisible()).toBe(false);
  await page.locator('.search-instead a', { hasText: '2026' }).click();
  await page.waitForURL('**/2026/');
  await page.context().close();
});
