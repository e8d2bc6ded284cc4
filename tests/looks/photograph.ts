import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import sharp, { type OverlayOptions } from 'sharp';
import { launchChromium } from '../browser/chromium.ts';
import { serve } from '../browser/serve.ts';
import { readToTheEnd } from '../browser/visit.ts';
import { buildSite } from '../site/run-broadsheet.ts';
import { PAGES_SEEN } from './pages.ts';

/**
 * Photographs a page of each kind, as readers see it on a phone and at a desk, in light and dark, and on paper: `npm run photograph`. The
 * pictures are put into `docs/pictures/pages/`, one a page, and named in `docs/pages.md`; that of the README is taken too.
 */

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
/** In CSS pixels; `scale` makes of them those of the picture. */
const VIEWS = [
  { media: 'screen', colorScheme: 'light', width: 360, scale: 1 },
  { media: 'screen', colorScheme: 'dark', width: 360, scale: 1 },
  { media: 'screen', colorScheme: 'light', width: 1280, scale: 0.5 },
  { media: 'screen', colorScheme: 'dark', width: 1280, scale: 0.5 },
  // A4 at 96 dots an inch.
  { media: 'print', colorScheme: 'light', width: 794, scale: 0.7 },
] as const;
/** Of a picture, in pixels. */
const TALLEST = 1500;
const GAP = 24;

type View = Omit<(typeof VIEWS)[number], 'scale'> & { readonly scale: number };

const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-looks-'));
const browser = await launchChromium();
try {
  const folder = join(temporary, 'site');
  const { status, stderr } = buildSite('content', folder);
  if (status !== 0) throw new Error(`The demo does not build:\n${stderr}`);
  const site = await serve(folder);
  mkdirSync(join(DOCS, 'pictures/pages'), { recursive: true });
  for (const [name, , path] of PAGES_SEEN) {
    const seen: Buffer[] = [];
    for (const view of VIEWS) seen.push(await photograph(browser, site.origin + path, view));
    writeFileSync(join(DOCS, `pictures/pages/${name}.webp`), await sideBySide(seen));
    process.stdout.write(`docs/pictures/pages/${name}.webp\n`);
  }
  const front = await photograph(browser, site.origin, { ...VIEWS[2], scale: 1 });
  await sharp(front)
    .extract({ left: 0, top: 0, width: 1280, height: 900 })
    .png({ palette: true, effort: 10 })
    .toFile(join(DOCS, 'pictures/front-page.png'));
  await site.close();
  writeFileSync(join(DOCS, 'pages.md'), printPage());
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true });
}

/** A page from its top, as far as fits. */
async function photograph(browser: Browser, address: string, view: View): Promise<Buffer> {
  const { width, scale, colorScheme, media } = view;
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  // The compiler of this file wraps functions with it, and the page is handed such.
  await page.addInitScript('globalThis.__name = (wrapped) => wrapped');
  await page.goto(address, { waitUntil: 'networkidle' });
  await readToTheEnd(page);
  await page.emulateMedia({ media });
  const tall = await page.evaluate(() => {
    scrollTo(0, 0);
    return document.documentElement.scrollHeight;
  });
  const height = Math.min(tall, Math.round(TALLEST / scale));
  const taken = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width, height },
    // What is drawn only after a while, such as the controls of a player, is there.
    animations: 'disabled',
  });
  await context.close();
  return sharp(taken)
    .resize({ width: Math.round(width * scale) })
    .png()
    .toBuffer();
}

async function sideBySide(pictures: readonly Buffer[]): Promise<Buffer> {
  const layers: OverlayOptions[] = [];
  let [left, height] = [GAP, 0];
  for (const input of pictures) {
    const size = await sharp(input).metadata();
    layers.push({ input, left, top: GAP });
    left += size.width + GAP;
    height = Math.max(height, size.height);
  }
  return sharp({ create: { width: left, height: height + 2 * GAP, channels: 3, background: '#8a8a86' } })
    .composite(layers)
    .webp({ quality: 70, effort: 6 })
    .toBuffer();
}

function printPage(): string {
  const pages = PAGES_SEEN.map(
    ([name, what]) =>
      `## ${what}\n\n![${what}: on a phone and at a desk, in light and dark, and on paper](pictures/pages/${name}.webp)\n`,
  );
  return `# What readers see

Pages of the demo newsroom, from their tops: on a phone (360 pixels) and at a desk (1280), in light and dark, and on paper. \`npm run photograph\` takes these pictures.

${pages.join('\n')}`;
}
