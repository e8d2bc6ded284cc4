import { test } from './demo-test.ts';
import { writeFileSync, mkdirSync } from 'node:fs';
test('shots', async ({ browser, site }) => {
  mkdirSync('/tmp/shots/w', { recursive: true });
  for (const [w, h] of [[360, 740], [1280, 800]] as const) {
    const page = await browser.newPage({ viewport: { width: w, height: h } });
    await page.goto(site.origin + '/2026/11/21/the-long-repair/');
    await page.locator('.viewer-open').first().scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/shots/w/wide-${w}.png` });
    await page.locator('.viewer-open').first().click();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/shots/w/map-${w}.png` });
    writeFileSync(`/tmp/shots/w/map-${w}.json`, JSON.stringify(await page.locator('.viewer *').evaluateAll((all) => all.map((e) => { const r = e.getBoundingClientRect(); return `${e.tagName}.${e.className} ${r.x},${r.y} ${r.width}x${r.height} cw${e.clientWidth}`; })), null, 1));
    await page.locator('.viewer img').click();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/shots/w/zoom-${w}.png` });
    await page.goto(site.origin + '/2026/11/22/harbour-in-pictures/');
    await page.locator('.viewer-open').first().scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/shots/w/gallery-${w}.png` });
    await page.locator('.viewer-open').nth(1).click();
    await page.waitForTimeout(700);
    await page.screenshot({ path: `/tmp/shots/w/dialog-${w}.png` });
    await page.close();
  }
}, 100000);
