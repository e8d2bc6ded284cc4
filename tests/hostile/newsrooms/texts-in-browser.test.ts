import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/chromium.ts';
import { faultsOfTexts, TextOpener } from './texts-in-browser.ts';

let browser: Browser;
let opener: TextOpener;

beforeAll(async () => {
  browser = await launchChromium();
  opener = await TextOpener.begin(browser);
});

afterAll(() => browser.close());

it('texts of stories run nothing in a browser, ask for nothing, and stay in their place', async () => {
  const seeds = Array.from({ length: 100 }, (_, index) => index + 1);

  expect(await faultsOfTexts(seeds, opener)).toEqual([]);
});

it.each([
  ['runs a script', '<script>window.__pwned=1</script>'],
  ['runs a script', '<img src=x onerror="window.__pwned=1">'],
  ['runs a script', '<b onmouseover="window.__pwned=1">a</b>'],
  ['breaks out', '</article></main>'],
  ['breaks out', '<article>'],
  ['breaks out', '<title>b</title><script>document.title="b"</script>'],
  ['asks for http://evil.test/', '<img src="http://evil.test/a">'],
  ['asks for http://evil.test/', '<p style="background:url(http://evil.test/a)">a</p>'],
  ['asks for http://evil.test/', '<iframe src="http://evil.test/"></iframe>'],
])('one that %s would be noticed among others: %s', async (fault, html) => {
  const found = await opener.faultsOf(['<p>a</p>', html, '<p>b</p>']);

  expect(found.join()).toContain(fault);
});
