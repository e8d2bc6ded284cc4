import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { temporaryFolder } from '../../build/temporary-folder.ts';
import { broadsheetInResident } from '../../cli/run.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import { test } from '../demo-test.ts';
import { serve } from '../serve.ts';
import { readToTheEnd } from '../visit.ts';

/** A small phone with a sharp screen. */
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3 };

interface Weight {
  /** Paths of what was asked for. */
  readonly paths: readonly string[];
  /** As a host sends them, in bytes. */
  readonly bytes: number;
}

/** What a phone takes of a page before anything is done with it, and after it was read to its end. */
async function weigh(browser: Browser, address: string): Promise<{ readonly first: Weight; readonly whole: Weight }> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const sent: Promise<number>[] = [];
  const paths: string[] = [];
  page.on('response', (response) => {
    paths.push(new URL(response.url()).pathname);
    sent.push(bytesOf(response));
  });
  const taken = async (): Promise<Weight> => {
    await page.waitForLoadState('networkidle');
    return { paths: [...paths], bytes: (await Promise.all(sent)).reduce((total, bytes) => total + bytes, 0) };
  };
  await page.goto(address, { waitUntil: 'load' });
  const first = await taken();
  await readToTheEnd(page);
  const whole = await taken();
  await context.close();
  return { first, whole };
}

async function bytesOf(response: Response): Promise<number> {
  const body = await response.body().catch(() => Buffer.alloc(0));
  const isMedia = /^(image\/(?!svg)|audio|video)/.test(response.headers()['content-type'] ?? '');
  return isMedia ? body.length : brotliCompressSync(body).length;
}

test('the home page is light on a phone with a sharp screen', async ({ browser, site }) => {
  const { first, whole } = await weigh(browser, `${site.origin}/`);

  expect(first.bytes).toBeGreaterThan(10_000);
  expect(first.bytes).toBeLessThan(110_000);
  expect(whole.bytes).toBeLessThan(240_000);
});

test('a story of words alone is two files, and one with a large photograph is light', async ({ browser }) => {
  const newsroom = temporaryFolder({
    '.eleventy.ts': "export { default } from 'broadsheet';\n",
    'content/site.yaml': 'title: The Harbour Ledger\nurl: https://ledger.example/\n',
    'content/contributors/jane-doe.md': aFile({ name: 'Jane Doe' }, ''),
    'content/articles/words.md': aStory(
      { slug: 'words', contributors: ['jane-doe'] },
      'The bridge is shut.\n\n'.repeat(30),
    ),
    'content/articles/photograph.md': aStory({ slug: 'photograph', image: { src: 'camera.jpg', alt: 'The harbour' } }),
  });
  mkdirSync(join(newsroom, 'content/media'));
  writeFileSync(join(newsroom, 'content/media/camera.jpg'), await photograph());
  const built = await broadsheetInResident(newsroom, 'build', '--now', '2026-11-23 12:00');
  const site = await serve(join(newsroom, '_site'));
  const words = await weigh(browser, `${site.origin}/2026/11/23/words/`);
  const pictured = await weigh(browser, `${site.origin}/2026/11/23/photograph/`);
  await site.close();

  expect(built).toMatchObject({ status: 0, stderr: '' });
  expect(words.first.paths).toEqual(['/2026/11/23/words/', expect.stringMatching(/^\/assets\/site\.\w+\.css$/)]);
  expect(words.whole.bytes).toBeLessThan(12_000);
  expect(pictured.whole.bytes).toBeGreaterThan(12_000);
  expect(pictured.whole.bytes).toBeLessThan(90_000);
});

/** Of 24 megapixels and more than eleven megabytes: soft light, with the grain of a sensor. */
async function photograph(): Promise<Buffer> {
  const size = { width: 6000, height: 4000 };
  const soft = {
    create: {
      width: 6,
      height: 4,
      channels: 3 as const,
      background: '#7a8a99',
      noise: { type: 'gaussian' as const, mean: 120, sigma: 50 },
    },
  };
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 18 };
  // A piece of it, which is laid over all: pixels that are made take longer than pixels that are copied.
  const grain = await sharp({ create: { width: 1500, height: 1000, channels: 3, background: '#808080', noise } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const bytes = await sharp(await sharp(soft).png().toBuffer())
    .resize({ ...size, fit: 'fill', kernel: 'cubic' })
    .composite([{ input: grain, blend: 'soft-light', tile: true }])
    .jpeg({ quality: 97 })
    .toBuffer();
  expect(bytes.length).toBeGreaterThan(11_000_000);
  return bytes;
}
