import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { temporaryFolder } from '../../build/temporary-folder.ts';
import { broadsheetInResident } from '../../cli/run.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import { lookWithAxe } from '../axe.ts';
import { test as base } from '../demo-test.ts';
import { type Served, serve } from '../serve.ts';

// What desks get and the demo does not have: pictures that are tall, tiny or seen through, words that are longer than a card is wide.

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenanspruch';
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs; this needs nothing.
  .extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
    const image = (src: string, focus?: string) => ({ src, alt: 'A scene.', ...(focus && { focus }) });
    const code = `\`\`\`\n${'long '.repeat(60)}\n\`\`\`\n`;
    const newsroom = temporaryFolder({
      '.eleventy.ts': "export { default } from 'broadsheet';\n",
      'content/site.yaml': `title: Der ${LONG}\nurl: https://kurier.example/\nlanguage: de\nsections:\n  - { id: alles, title: ${LONG} }\n`,
      'content/contributors/jane-doe.md': aFile(
        {
          name: `Jane ${LONG}`,
          image: image('tall.jpg', '10% 90%'),
          email: `a.very.long.address.indeed.of.a.desk@${'correspondence.'.repeat(2)}kurier.example`,
        },
        '',
      ),
      'content/articles/tall.md': aStory(
        { slug: 'tall', headline: `${LONG} eins`, contributors: ['jane-doe'], image: image('tall.jpg') },
        `Text.\n\n![A scene.](tall.jpg "Tall.")\n\n:::gallery{title="${LONG}"}\n![A scene.](tiny.jpg "${LONG}"){credit="${LONG}"}\n:::\n\n${code}`,
      ),
      'content/articles/clear.md': aStory(
        { slug: 'clear', headline: `${LONG} zwei`, image: image('clear.png') },
        'Text.\n\n:::gallery\n![A scene.](clear.png)\n![A scene.](large.jpg)\n:::',
      ),
      'content/articles/short.md': aStory(
        { slug: 'short', contributors: ['jane-doe'] },
        'Der erste Absatz. '.repeat(9),
      ),
      'content/articles/feature.md': aStory({
        slug: 'feature',
        layout: 'article-feature',
        image: image('large.jpg', '90% 10%'),
      }),
    });
    const media = join(newsroom, 'content/media');
    mkdirSync(media);
    const flat = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#368' } });
    writeFileSync(join(media, 'tall.jpg'), await flat(500, 2000).jpeg().toBuffer());
    writeFileSync(join(media, 'tiny.jpg'), await flat(60, 40).jpeg().toBuffer());
    writeFileSync(join(media, 'large.jpg'), await flat(1600, 1600).jpeg().toBuffer());
    const clear = { create: { width: 800, height: 500, channels: 4 as const, background: '#0000' } };
    writeFileSync(join(media, 'clear.png'), await sharp(clear).png().toBuffer());
    const built = await broadsheetInResident(newsroom, 'build', '--now', '2026-11-23 12:00');
    expect(built).toMatchObject({ status: 0 });
    const site = await serve(join(newsroom, '_site'));
    onCleanup(() => site.close());
    return site;
  });

async function open(
  browser: Browser,
  { origin }: Served,
  { path, viewport, isDark = false }: { path: string; viewport: typeof PHONE; isDark?: boolean },
): Promise<Page> {
  const page = await browser.newPage({ viewport, colorScheme: isDark ? 'dark' : 'light' });
  await page.goto(`${origin}${path}`, { waitUntil: 'load' });
  return page;
}

/** What of a page is beyond its edges, at the side where it begins too, where nobody can scroll to. */
async function beyondEdges(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('h1, h2, h3, p, li, a, img, figure, figcaption span')]
      .filter((element) => !element.matches('.skip-link'))
      .filter((element) => {
        const { left, right, width: own } = element.getBoundingClientRect();
        return own > 0 && (left < -1 || right > width + 1);
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 100));
  });
}

test.for(['/', '/alles/', '/contributors/', '/contributors/jane-doe/', '/2026/11/23/tall/', '/2026/11/23/short/'])(
  'nothing of a page is cut off by long words: %s',
  async (path, { browser, site }) => {
    for (const viewport of [PHONE, DESK]) {
      const page = await open(browser, site, { path, viewport });
      expect(await beyondEdges(page)).toEqual([]);
      await page.close();
    }
  },
);

test('pictures of a story are no larger than they are and no higher than the window, and stand in its column', async ({
  browser,
  site,
}) => {
  for (const viewport of [PHONE, DESK]) {
    const page = await open(browser, site, { path: '/2026/11/23/tall/', viewport });
    const { heights, edges, tiny, text } = await page.evaluate(() => {
      const box = (selector: string) => (document.querySelector(selector) as Element).getBoundingClientRect();
      return {
        heights: [box('.lead-picture img').height, box('.story > figure img').height],
        edges: [box('.headline').left, box('.lead-picture img').left, box('.lead-picture').left],
        tiny: box('.gallery img').width,
        text: box('.story > p').left,
      };
    });
    for (const height of heights) expect(height).toBeLessThanOrEqual(viewport.height * 0.9 + 1);
    for (const edge of edges) expect(edge).toBeCloseTo(text, 0);
    expect(tiny).toBe(60);
    await page.close();
  }
});

test('a feature is cut around the focus of its picture', async ({ browser, site }) => {
  const page = await open(browser, site, { path: '/2026/11/23/feature/', viewport: DESK });
  const image = page.locator('.lead-picture img');
  const { width, height } = (await image.boundingBox()) ?? { width: 0, height: 0 };

  expect(width).toBeGreaterThan(1100);
  expect(height).toBeLessThan(width);
  expect(await image.evaluate((element) => getComputedStyle(element).objectPosition)).toBe('90% 10%');
  await page.close();
});

test('what is seen through has white paper at night, and a photograph has none', async ({ browser, site }) => {
  const grounds: string[] = [];
  for (const path of ['/2026/11/23/clear/', '/2026/11/23/feature/']) {
    const page = await open(browser, site, { path, viewport: PHONE, isDark: true });
    grounds.push(await page.locator('.lead-picture img').evaluate((image) => getComputedStyle(image).backgroundColor));
    await page.close();
  }
  expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']);
});

test('what is seen through has white paper over the window, which is dark by day too', async ({ browser, site }) => {
  const page = await open(browser, site, { path: '/2026/11/23/clear/', viewport: PHONE });
  await page.locator('.viewer-open').first().click();
  const grounds = await page
    .locator('.viewer-slide img')
    .evaluateAll((images) => images.map((image) => getComputedStyle(image).backgroundColor));
  await page.close();

  expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']);
});

test('on a phone a name of twelve letters has room beside its portrait', async ({ browser, site }) => {
  const page = await open(browser, site, { path: '/contributors/jane-doe/', viewport: PHONE });
  const lines = await page.evaluate(() => {
    const name = document.querySelector('h1') as HTMLElement;
    name.textContent = 'Wischnewskis';
    return name.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(name).lineHeight);
  });
  await page.close();

  expect(lines).toBeCloseTo(1, 1);
});

test('a portrait with a focus is as small as one without, and no text stands beside that of a byline', async ({
  browser,
  site,
}) => {
  const people = await open(browser, site, { path: '/contributors/', viewport: DESK });
  expect((await people.locator('.people img').boundingBox())?.width).toBeLessThan(100);
  await people.close();
  const story = await open(browser, site, { path: '/2026/11/23/short/', viewport: PHONE });
  const [face, paragraph] = await Promise.all(
    ['.face', '.story > p'].map((selector) => story.locator(selector).first().boundingBox()),
  );
  expect(paragraph?.y).toBeGreaterThanOrEqual((face?.y ?? 0) + (face?.height ?? 0));
  await story.close();
});

test('code that is wider than the page can be scrolled by keyboard', async ({ browser, site }) => {
  const page = await open(browser, site, { path: '/2026/11/23/tall/', viewport: PHONE });
  const { violations } = await lookWithAxe(page, { runOnly: ['scrollable-region-focusable'] });
  expect(await page.locator('pre').evaluate((code) => code.scrollWidth > code.clientWidth)).toBe(true);
  expect(violations).toEqual([]);
  await page.close();
});
