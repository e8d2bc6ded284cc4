import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ORIGIN, storyPages } from '../../site/demo.ts';
import { test as base } from '../demo-test.ts';
import { printOnPaper, type Sheet } from './paper.ts';
import { readToTheEnd, visit } from '../visit.ts';

const GALLERY = '/2026/11/22/harbour-in-pictures/';

/** A page of each kind that people print, by what is on it. */
const PRINTED: readonly (readonly [what: string, path: string])[] = [
  ['a story with a picture, sound and a transcript', '/2026/11/19/swing-bridge-closes/'],
  ['a feature with a first letter of three lines', '/2026/11/21/the-long-repair/'],
  ['a live blog', '/2026/11/22/bridge-closure-live/'],
  ['a story of tables', '/2026/11/21/herons-results/'],
  ['a story from right to left', '/2026/11/21/tarnmouth-harbour-arabic/'],
  ['a story of charts', '/2026/11/23/crossing-in-figures/'],
  ['a gallery', GALLERY],
  ['the page of a contributor', '/contributors/gwen-ashdown/'],
  ['a front', '/'],
];

/** No sheet has fewer, but the last: a nameplate and an address have about 60. */
const FEWEST_LETTERS = 200;

/** What is seen of one of these pages on paper. */
interface Printed {
  readonly sheets: readonly Sheet[];
  /** What is to press, to play or to choose, and can be seen. */
  readonly forScreens: readonly string[];
  readonly address: {
    readonly text: string;
    readonly href: string | null;
    readonly top: number;
    readonly header: number;
  };
}

/** Each of them is opened once. */
const test = base.extend('printed', { scope: 'file' }, async ({ browser, site }) => {
  const printed = new Map<string, Printed>();
  for (const [, path] of PRINTED) {
    const { page } = await visit(browser, site.origin + path);
    await readToTheEnd(page);
    const sheets = await printOnPaper(page);
    await page.emulateMedia({ media: 'print' });
    printed.set(path, { sheets, ...(await page.evaluate(seenOnPaper)) });
    await page.context().close();
  }
  return printed as { readonly get: (path: string) => Printed };
});

function seenOnPaper(): Pick<Printed, 'forScreens' | 'address'> {
  const link = document.querySelector('link[rel=canonical]') as Element;
  const forScreens = document.querySelectorAll<HTMLElement>(
    'button, input, select, audio, video, nav, .site-footer, .skip-link, .live-strip, .header-languages, .languages, .list-feed',
  );
  return {
    forScreens: [...forScreens].filter((one) => one.offsetHeight > 0).map((one) => one.outerHTML.slice(0, 80)),
    address: {
      text: getComputedStyle(link, '::before').content,
      href: link.getAttribute('href'),
      top: link.getBoundingClientRect().top,
      header: document.querySelector('.site-header')?.getBoundingClientRect().top ?? 0,
    },
  };
}

test.for(PRINTED)('on paper %s has no empty sheet, and text on the first', ([, path], { printed }) => {
  const { sheets } = printed.get(path);

  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.slice(0, -1).filter(({ letters }) => letters < FEWEST_LETTERS)).toEqual([]);
  expect(sheets.at(-1)?.letters).toBeGreaterThan(20);
});

test('on paper a front is no longer than what it has to say', ({ printed }) => {
  // Seven groups, each of which had a sheet of its own before.
  expect(printed.get('/').sheets.length).toBeLessThanOrEqual(5);
});

test('a story is printed whole where one of its pictures is open', async ({ browser, site }) => {
  const { page } = await visit(browser, site.origin + GALLERY);
  // The day of printing is there once somebody has touched the page.
  await page.evaluate(() => document.querySelector('link[rel=canonical]')?.remove());
  const closed = await printOnPaper(page);
  await page.locator('.viewer-open').first().click();
  await page.getByRole('dialog').waitFor();
  const open = await printOnPaper(page);
  await page.context().close();

  expect(closed.length).toBeGreaterThan(1);
  expect(open).toEqual(closed);
});

test('on paper boxes keep the room around their words, and the name of the paper stands where its stories do', async ({
  browser,
  site,
}) => {
  const page = await openOnPaper(browser, `${site.origin}/2026/11/19/swing-bridge-closes/`);
  const notice = await page.locator('.notice').first().evaluate(roomOf);
  const [name, headline] = await page.evaluate(() =>
    ['.nameplate a', '.headline'].map((selector) => document.querySelector(selector)?.getBoundingClientRect().left),
  );
  await page.context().close();
  const front = await openOnPaper(browser, `${site.origin}/`);
  const size = await front
    .locator('.nameplate')
    .evaluate((plate) => Number.parseFloat(getComputedStyle(plate).fontSize));
  await front.context().close();

  expect(notice).toBeGreaterThan(8);
  expect(name).toBeCloseTo(Number(headline), 0);
  expect(size).toBeGreaterThan(30);
});

test('on paper the title of a table, and the names of its columns, stay with its rows', async ({ browser, site }) => {
  const page = await openOnPaper(browser, `${site.origin}/2026/11/21/herons-results/`);
  const kept = await page
    .locator('.table caption, .table thead')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakAfter));
  await page.context().close();

  expect(new Set(kept)).toEqual(new Set(['avoid']));
});

/** How far the first line of an element is from its upper edge. */
function roomOf(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).paddingTop);
}

test('on paper the address of a card stands behind its words, and those of a person are there', async ({
  browser,
  site,
}) => {
  const page = await openOnPaper(browser, `${site.origin}/2026/11/19/bridge-brief-ferry-extra/`);
  const card = await page
    .locator('.link-card a')
    .first()
    .evaluate((link) => {
      const { content, position } = getComputedStyle(link, '::after');
      return { content, position };
    });
  await page.context().close();
  const person = await openOnPaper(browser, `${site.origin}/contributors/gwen-ashdown/`);
  const links = await person
    .locator('.links a[href^="http"]')
    .evaluateAll((all) => all.map((link) => getComputedStyle(link, '::after').content));
  await person.context().close();

  expect(card).toEqual({ content: expect.stringMatching(/attr\(href\)|https?:/), position: 'static' });
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((content) => !/attr\(href\)|https?:/.test(content))).toEqual([]);
});

test('on paper addresses run from left to right in a story that does not', async ({ browser, site }) => {
  const page = await openOnPaper(browser, `${site.origin}/2026/11/21/tarnmouth-harbour-arabic/`);
  const marked = await page.evaluate(() => {
    const link = document.querySelector('link[rel=canonical]') as Element;
    link.setAttribute('data-printed', '30 نوفمبر 2026');
    const inText = document.querySelector('.story-body > p a[href^="/"]') as Element;
    return [
      getComputedStyle(link, '::before').content,
      getComputedStyle(link, '::after').content,
      getComputedStyle(inText, '::after').content,
    ];
  });
  await page.context().close();

  for (const content of marked) expect(content).toMatch(/[\u2066\u2068].*\u2069/u);
});

test('a sheet that nothing was printed on is noticed', async ({ browser }) => {
  const page = await browser.newPage();
  await page.setContent('<p>First</p><p style="break-before:page">&nbsp;</p><p style="break-before:page">Third</p>');
  const sheets = await printOnPaper(page);
  await page.close();

  expect(sheets.map(({ letters }) => letters < 2)).toEqual([false, true, false]);
});

test.for(PRINTED)('on paper %s has nothing to press, to play or to choose', ([, path], { printed }) => {
  expect(printed.get(path).forScreens).toEqual([]);
});

test.for(PRINTED)('on paper %s begins with its address', ([, path], { printed }) => {
  const { address } = printed.get(path);

  expect(address.href).toBe(ORIGIN + path);
  expect(address.text).toMatch(/attr\(href\)|https:/);
  expect(address.top).toBeLessThan(address.header);
});

test('on paper transcripts are open, and notes stand below the text', async ({ browser, site }) => {
  const transcript = await openOnPaper(browser, `${site.origin}/2026/11/19/swing-bridge-closes/`);
  const height = await transcript
    .locator('.transcript p')
    .last()
    .evaluate((p) => (p as HTMLElement).offsetHeight);
  await transcript.context().close();
  const path = storyPages().find(({ html }) => html.includes('class="footnotes"'))?.path;
  const notes = await openOnPaper(browser, site.origin + String(path));
  const [note, text] = await notes.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('.story-body > p:not(.credits)')];
    return [document.querySelector('.footnotes'), paragraphs.at(-1)].map((one) => one?.getBoundingClientRect().top);
  });
  await notes.context().close();

  expect(height).toBeGreaterThan(10);
  expect(note).toBeGreaterThan(Number(text));
});

test('on paper links have their whole addresses behind them, and places on the page have none', async ({
  browser,
  site,
}) => {
  const page = await openOnPaper(browser, `${site.origin}/2026/11/21/the-long-repair/`);
  const links = await page.locator('.story-body > p a').evaluateAll((all) =>
    all.map((link) => ({
      href: String(link.getAttribute('href')),
      after: getComputedStyle(link, '::after').content,
    })),
  );
  await page.context().close();
  const within = links.filter(({ href }) => href.startsWith('/2026/'));
  const onPage = links.filter(({ href }) => href.startsWith('#'));

  expect(within.length).toBeGreaterThan(0);
  expect(within.every(({ after }) => after.includes(ORIGIN))).toBe(true);
  expect(onPage.length).toBeGreaterThan(0);
  expect(onPage.every(({ after }) => after === 'none')).toBe(true);
});

async function openOnPaper(browser: Parameters<typeof visit>[0], address: string): Promise<Page> {
  const { page } = await visit(browser, address);
  await page.emulateMedia({ media: 'print' });
  return page;
}
