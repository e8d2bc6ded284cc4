import { describe, expect } from 'vitest';
import { lookWithAxe } from '../../browser/axe.ts';
import { test } from '../../browser/demo-test.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, closePreviews, removePreviewNewsrooms } from '../a-preview.ts';

const FILES = {
  'articles/bridge.md': aStory({ draft: true, date: '2026-11-23 18:00', headline: 'Long words '.repeat(20) }),
  'articles/new.md': aStory({ label: 'gossip' }),
};
const BRIDGE = '2026/11/23/bridge/';
const PAGES = [BRIDGE, '2026/11/23/new/'];
/** Pages in all states, and the views of one. */
const ALL = [...PAGES, '', 'nowhere/', ...['reader', 'sharing'].map((name) => `_desk/views/${name}?of=/${BRIDGE}`)];

/** The address of a preview of these files, and a tab: nothing of what a test does on a page is kept. */
const it = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs; this needs nothing.
  .extend('address', { scope: 'file' }, async ({}, { onCleanup }) => {
    onCleanup(async () => {
      await closePreviews();
      removePreviewNewsrooms();
    });
    const { serving } = await aPreview(FILES);
    return serving.address;
  })
  .extend('page', { scope: 'file' }, async ({ browser }) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    return page;
  });

describe.each([
  ['light', {}],
  ['dark', { runOnly: 'cat.color' }],
] as const)('what a preview says, %s', (colorScheme, options) => {
  it.for([360, 1280])(
    'can be read by everyone, and leaves the page as wide as it is: %i pixels',
    async (width, { address, page }) => {
      await page.setViewportSize({ width, height: 760 });
      await page.emulateMedia({ colorScheme });
      for (const path of ALL) {
        await page.goto(address + path);
        for (const host of ['#broadsheet-trouble', '#broadsheet-bar .views']) {
          const summary = page.locator(`${host} summary`);
          if ((await summary.count()) > 0) await summary.click();
        }

        const { violations, passes } = await lookWithAxe(page, options);

        expect(violations).toEqual([]);
        expect(passes).toContain('color-contrast');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    },
  );
});

describe('the policy of a page', () => {
  it('lets through what a preview adds to the page', async ({ address, page }) => {
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    for (const path of PAGES) {
      const connected = page.waitForEvent('websocket');
      await page.goto(address + path, { waitUntil: 'load' });
      await connected;
      expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count()).toBe(path === PAGES[0] ? 1 : 0);
    }
    expect(told.filter((text) => /Content.Security.Policy/i.test(text))).toEqual([]);
  });
});

describe('the line of errors', () => {
  it('opens and closes by keyboard, and covers nothing at the end of the page', async ({ address, page }) => {
    await page.setViewportSize({ width: 360, height: 760 });
    await page.goto(address + PAGES[0]);
    const panel = page.getByRole('dialog', { name: 'Preview: 1 story with errors' });
    const report = panel.getByText('content/articles/new.md');
    expect([await panel.isVisible(), await report.isVisible()]).toEqual([true, false]);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const [footer, box] = [await page.locator('footer').last().boundingBox(), await panel.boundingBox()];
    expect((footer?.y ?? 0) + (footer?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);

    await panel.getByText('1 story with errors').focus();
    await page.keyboard.press('Enter');
    expect(await report.isVisible()).toBe(true);

    await panel.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    expect(await panel.isVisible()).toBe(false);
  });
});

describe('the bar', () => {
  it('stands before all else of the page, out of its body, and moves it by its own height only', async ({
    address,
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 760 });
    await page.goto(address + BRIDGE);
    const bar = page.getByRole('region', { name: 'Preview' });
    const height = (await bar.boundingBox())?.height ?? 0;
    const top = (): Promise<number> =>
      page.evaluate(() => document.querySelector('body > header')?.getBoundingClientRect().top ?? -1);
    const [withBar, isOut] = [await top(), await page.evaluate(() => document.body.previousElementSibling?.id)];
    await page.goto(`${address}${BRIDGE}?broadsheet-look=plain`);

    expect([isOut, withBar - (await top())]).toEqual(['broadsheet-bar', height]);
    expect(height).toBeLessThan(40);
  });

  it('opens by keyboard, and closes by Escape, which gives the focus back', async ({ address, page }) => {
    await page.goto(address + BRIDGE);
    const summary = page.locator('#broadsheet-bar .problems summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByText('shorten').isVisible()).toBe(true);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await page.getByText('shorten').isVisible()).toBe(false);
    expect(await summary.evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  it('is hidden by a button, on all pages, until it is asked for', async ({ address, page }) => {
    await page.goto(address + BRIDGE);
    const bar = page.getByRole('region', { name: 'Preview' });
    await page.getByRole('button', { name: 'Hide the preview bar' }).click();
    await page.goto(address);
    expect(await bar.isVisible()).toBe(false);

    await page.getByRole('button', { name: 'Show the preview bar' }).click();
    await page.goto(address + BRIDGE);
    expect(await bar.isVisible()).toBe(true);
  });

  it('has the editor open a file at a line', async ({ address, page }) => {
    const asked: unknown[] = [];
    await page.route('**/_desk/open', async (route) => {
      asked.push(route.request().postDataJSON(), (route.request().headers()['x-broadsheet-token'] ?? '').length > 20);
      await route.fulfill({ json: { isOpened: true } });
    });
    await page.goto(address + BRIDGE);
    await page.locator('#broadsheet-bar .problems summary').click();
    await page.getByRole('button', { name: 'content/articles/bridge.md, line 2' }).click();
    await page.getByText('Opened content/articles/bridge.md, line 2').waitFor();
    await page.unroute('**/_desk/open');

    expect(asked).toEqual([{ path: 'content/articles/bridge.md', line: 2 }, true]);
  });

  it('is not printed, and looks as it does whatever the page says of such elements', async ({ address, page }) => {
    await page.goto(address + BRIDGE);
    const bar = page.getByRole('region', { name: 'Preview' });
    const before = await bar.boundingBox();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { display: none !important; position: static !important; font: 90px serif !important; margin: 50px !important }',
      );
      sheet.insertRule('html, body { display: block !important; margin: 0 !important }', 1);
      document.adoptedStyleSheets = [sheet];
    });
    expect(await bar.boundingBox()).toEqual(before);

    await page.emulateMedia({ media: 'print' });
    expect(await bar.isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });
});

describe('the overlay', () => {
  it('closes by Escape, stays closed until it says something else, and comes back from the bar', async ({
    address,
    page,
  }) => {
    await page.goto(address);
    const overlay = page.getByRole('dialog', { name: 'Preview: 1 story with errors' });
    const link = page.locator('main a').first();
    await link.focus();
    await overlay.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    expect(await overlay.isVisible()).toBe(false);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.reload();
    expect(await overlay.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show errors' }).click();
    expect(await overlay.isVisible()).toBe(true);
  });
});

describe('a view', () => {
  it('shows the page as wide as a phone, in the dark, and in an old browser', async ({ address, page }) => {
    await page.setViewportSize({ width: 360, height: 760 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${address}_desk/views/frame?of=/${BRIDGE}&width=1280&scheme=dark&browser=old`);
    const frame = page.frameLocator('iframe');
    await frame.locator('#unsupported-browser-banner').waitFor();
    const look = await frame.locator('body').evaluate((body) => ({
      width: innerWidth,
      isDark: getComputedStyle(body).colorScheme,
      background: getComputedStyle(body).backgroundColor,
    }));

    expect(look).toMatchObject({ width: 1280, isDark: 'dark' });
    expect(look.background).toMatch(/^rgb\((?:[0-5]?\d, ){2}[0-5]?\d\)$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await frame.locator('#broadsheet-bar').count()).toBe(0);
  });
});
