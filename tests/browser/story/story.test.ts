import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { storyPages } from '../../site/demo.ts';
import { test } from '../demo-test.ts';
import { visit } from '../visit.ts';

const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 360, height: 740 } };
const STORIES: readonly (readonly [what: string, path: string])[] = [
  ['news', '/2026/11/19/swing-bridge-closes/'],
  ['a feature', '/2026/11/21/the-long-repair/'],
  ['opinion', '/2026/11/23/opinion-the-queue/'],
  ['analysis', '/2026/11/20/analysis-council-budget/'],
  ['a review', '/2026/11/20/review-last-lamplighter/'],
  ['an interview', '/2026/11/14/interview-sal-pell/'],
  ['an obituary', '/2026/11/16/obituary-walter-rusk/'],
  ['a live blog', '/2026/11/22/bridge-closure-live/'],
  ['a story from right to left', '/2026/11/21/tarnmouth-harbour-arabic/'],
];

async function open(browser: Browser, address: string, options = {}): Promise<Page> {
  const { page } = await visit(browser, address, options);
  return page;
}

test.for(STORIES)('on a desk all of %s stands on the axis of the page', async ([, path], { browser, site }) => {
  const page = await open(browser, site.origin + path, DESK);
  const off = await page.evaluate(() => {
    const middleOf = (one: Element | null): number => {
      const { left = 0, right = 0 } = one?.getBoundingClientRect() ?? {};
      return (left + right) / 2;
    };
    const middle = middleOf(document.querySelector('.nameplate'));
    return [...document.querySelectorAll('.story > *, .topics, .related, .series-part')]
      .filter((one) => getComputedStyle(one).float === 'none' && one.getBoundingClientRect().width > 0)
      .filter((one) => Math.abs(middleOf(one) - middle) > 1)
      .map((one) => `${one.localName}.${one.className}`);
  });
  await page.context().close();

  expect(off).toEqual([]);
});

test.for(STORIES)('at twice the size of text a telephone breaks no word of %s', async ([, path], { browser, site }) => {
  const page = await open(browser, site.origin + path, { ...PHONE, bypassCSP: true });
  await page.addStyleTag({ content: 'html{font-size:200%}' });
  const seen = await page.evaluate(() => {
    const broken: string[] = [];
    let words = 0;
    const walker = document.createTreeWalker(document.querySelector('article.story') as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('.table, code, pre')) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)) {
        const range = document.createRange();
        // The first letter of a feature is higher than its word.
        range.setStart(node, index + (word.length > 1 ? 1 : 0));
        range.setEnd(node, index + word.length);
        words += 1;
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8)));
        // A hyphen at the end of a line is none that stands in the text.
        if (tops.size > 1) broken.push(word);
      }
    }
    return { broken, words, wide: document.documentElement.scrollWidth };
  });
  await page.context().close();

  expect(seen.words).toBeGreaterThan(100);
  expect(seen.broken).toEqual([]);
  expect(seen.wide).toBeLessThanOrEqual(360);
});

test('a text story is two requests until its reader does something, and a button then copies its address', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ ...DESK, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/2026/11/20/review-last-lamplighter/`, { waitUntil: 'networkidle' });
  const before = [...asked];
  const copy = page.locator('.share-copy');
  const isShownBefore = await copy.isVisible();
  const place = await page.locator('.share').boundingBox();
  await page.mouse.move(200, 200);
  await page.mouse.move(210, 210);
  await copy.waitFor();
  const moved = await page.locator('.share').boundingBox();
  await copy.click();
  await page.getByRole('button', { name: 'Link copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await context.close();

  expect(before.filter((path) => !path.endsWith('favicon.ico')).length).toBeLessThanOrEqual(3);
  expect(before.filter((path) => path.endsWith('.js'))).toEqual([]);
  expect(isShownBefore).toBe(false);
  expect(moved).toEqual(place);
  expect(asked.filter((path) => path.endsWith('.js'))).toHaveLength(1);
  expect(copied).toBe('https://ledger.example/2026/11/20/review-last-lamplighter/');
});

test('the system’s share sheet is offered where there is one, and is given the headline and the address', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext(DESK);
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (data: object) => {
        document.documentElement.setAttribute('data-shared', JSON.stringify(data));
        return Promise.resolve();
      },
    });
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/2026/11/19/swing-bridge-closes/`);
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const shared = await page.locator('html').getAttribute('data-shared');
  await context.close();

  expect(JSON.parse(shared ?? '')).toEqual({
    title: 'Swing Bridge closes after crack is found in south pivot',
    url: 'https://ledger.example/2026/11/19/swing-bridge-closes/',
  });
});

test('paper says when it was printed, once the script of readers is there', async ({ browser, site }) => {
  const page = await open(browser, `${site.origin}/2026/11/19/swing-bridge-closes/`, DESK);
  await page.keyboard.press('Shift');
  await page.locator('.share-copy').waitFor();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const printed = await page.locator('link[rel=canonical]').getAttribute('data-printed');
  const open_ = await page.locator('details.transcript').first().getAttribute('open');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  const after = await page.locator('details.transcript').first().getAttribute('open');
  await page.context().close();

  expect(printed).toMatch(/\d{4}.*\d:\d\d/);
  expect([open_, after]).toEqual(['', null]);
});

test('a card of another story never stands beside a transcript', async ({ browser, site }) => {
  const page = await open(browser, `${site.origin}/2026/11/19/swing-bridge-closes/`, {
    viewport: { width: 1100, height: 900 },
  });
  const [card, transcript] = await page.evaluate(() => {
    const transcript = document.querySelector('.transcript') as HTMLElement;
    const card = document.createElement('aside');
    card.className = 'story-card';
    card.innerHTML = '<a href="/">Another story that has a headline of several lines</a>';
    transcript.before(card);
    return [card.getBoundingClientRect().bottom, transcript.getBoundingClientRect().top];
  });
  await page.context().close();

  expect(transcript).toBeGreaterThanOrEqual(Number(card));
});

test('a lone card below a story has the whole row', async ({ browser, site }) => {
  const page = await open(browser, `${site.origin}/2026/11/19/swing-bridge-closes/`, DESK);
  const [card, row] = await page.evaluate(() => {
    const row = document.querySelector('.related-cards') as HTMLElement;
    for (const one of [...row.children].slice(1)) one.remove();
    return [row.firstElementChild, row].map((one) => one?.getBoundingClientRect().width);
  });
  await page.context().close();

  expect(card).toBe(row);
});

test('figures of a story stand on the line, also in names such as 18F', async ({ browser, site }) => {
  const page = await open(browser, `${site.origin}/2026/11/19/swing-bridge-closes/`, DESK);
  const figures = await page
    .locator('.story p, .story li, .headline')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).fontVariantNumeric));
  await page.context().close();

  expect(new Set(figures)).toEqual(new Set(['lining-nums']));
});

test('on a telephone the first column of a table stays in view', async ({ browser, site }) => {
  const page = await open(browser, `${site.origin}/2026/11/21/herons-results/`, PHONE);
  const [before, after, scrolled] = await page.evaluate(() => {
    const box = [...document.querySelectorAll('.table')].find(
      (one) => one.scrollWidth > one.clientWidth + 40,
    ) as HTMLElement;
    const cell = box.querySelector('tbody tr :first-child') as HTMLElement;
    const before = cell.getBoundingClientRect().left;
    box.scrollLeft = 40;
    return [before, cell.getBoundingClientRect().left, box.scrollLeft];
  });
  await page.context().close();

  expect(scrolled).toBeGreaterThan(0);
  expect(after).toBe(before);
});

test('the colour of a section is that of its stories, by day and by night', async ({ browser, site }) => {
  const accent = async (colorScheme: 'light' | 'dark', path: string): Promise<string> => {
    const page = await open(browser, site.origin + path, { ...DESK, colorScheme });
    const colour = await page
      .locator('.header-kicker')
      .first()
      .evaluate((one) => getComputedStyle(one).color);
    await page.context().close();
    return colour;
  };
  const path = storyPages().find(({ html }) => html.includes('data-section="sport"'))?.path ?? '';

  expect(await accent('light', path)).toBe('rgb(31, 107, 45)');
  expect(await accent('dark', path)).not.toBe('rgb(31, 107, 45)');
  expect(await accent('light', '/2026/11/19/swing-bridge-closes/')).toBe('rgb(13, 82, 96)');
});
