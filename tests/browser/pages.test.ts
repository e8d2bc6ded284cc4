import { expect } from 'vitest';
import { test } from './demo-test.ts';
import { onEachPage } from './sample.ts';
import { readToTheEnd, visit } from './visit.ts';

const NARROWEST = 320;
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

test('no page has an error on its console, a request that fails, or one that leaves the site', async ({
  browser,
  site,
}) => {
  const faults = await onEachPage(site, async (address) => {
    const { page, faults } = await visit(browser, address, { viewport: DESK });
    await readToTheEnd(page);
    await page.context().close();
    return faults;
  });
  expect(faults).toEqual([]);
});

test('an address that leads nowhere shows the page that says so', async ({ browser, site }) => {
  const { page, faults } = await visit(browser, `${site.origin}/2026/no-such-story/`);
  expect(await page.locator('h1').textContent()).toBe('Page not found');
  expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  await page.context().close();
});

test('no page is wider than the screen of a telephone', async ({ browser, site }) => {
  const wide = await onEachPage(site, async (address) => {
    const { page } = await visit(browser, address, { viewport: PHONE });
    const widths: string[] = [];
    for (const width of [PHONE.width, NARROWEST]) {
      await page.setViewportSize({ ...PHONE, width });
      const used = await page.evaluate(() => document.documentElement.scrollWidth);
      if (used > width) widths.push(`is ${used} pixels wide on ${width}`);
    }
    await page.context().close();
    return widths;
  });
  expect(wide).toEqual([]);
});

test('nothing on a page moves while it loads and is read', async ({ browser, site }) => {
  const shifts = await onEachPage(site, async (address) => {
    const { page } = await visit(browser, address, { viewport: PHONE });
    await readToTheEnd(page);
    const { before, after } = await page.evaluate(measureShift);
    await page.context().close();
    if (after <= before) return ['a shift that was made on purpose is not noticed'];
    return before > 0 ? [`moved by ${before}`] : [];
  });
  expect(shifts).toEqual([]);
});

/** How far things moved until now (web.dev/cls), and how far after something was pushed in on purpose. */
async function measureShift(): Promise<{ readonly before: number; readonly after: number }> {
  const noted: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) noted.push((entry as PerformanceEntry & { readonly value: number }).value);
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  const settle = async (): Promise<number> => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return noted.reduce((sum, value) => sum + value, 0);
  };
  scrollTo(0, 0);
  const before = await settle();
  document.body.insertAdjacentHTML('afterbegin', '<div style="height:200px"></div>');
  return { before, after: await settle() };
}
