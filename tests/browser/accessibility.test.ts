import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { each } from '../at-night.ts';
import { type Looked, lookWithAxe } from './axe.ts';
import { test as base } from './demo-test.ts';
import { faultsOf, onEachPage, sample } from './sample.ts';

/** Each page is opened once, and looked at in three ways; at night all of the sample, otherwise half. */
const test = base.extend('looks', { scope: 'file' }, async ({ browser, site }) =>
  onEachPage(
    await browser.newContext(),
    site,
    async ({ page }) => {
      const day = await lookWithAxe(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Links change their colour by and by.
      await page.evaluate(() => {
        for (const animation of document.getAnimations()) animation.finish();
      });
      const night = await lookWithAxe(page, { runOnly: ['cat.color'] });
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.emulateMedia({ colorScheme: 'light' });
      return { day, night: { ...night, paper }, stops: await firstStops(page) };
    },
    each(2, sample()),
  ),
);

test('axe finds nothing wrong with any page', ({ looks }) => {
  const faults = faultsOf(looks, ({ day }) => (day.passes.length > 10 ? day.violations : ['axe looked at nothing']));
  expect(faults).toEqual([]);
});

test('axe finds nothing wrong with the colours of the night', ({ looks }) => {
  const isOfTheNight = ({ passes, paper }: Looked & { readonly paper: string }): boolean =>
    passes.includes('color-contrast') && !/25\d/.test(paper);
  const faults = faultsOf(looks, ({ night }) =>
    isOfTheNight(night) ? night.violations : [`axe looked at nothing, or at paper of ${night.paper}`],
  );
  expect(faults).toEqual([]);
});

test('the first stop of the keyboard is a link that skips to the content', ({ looks }) => {
  const faults = faultsOf(looks, ({ stops: { height, isThere, isBeyond } }) => [
    ...(height !== undefined && height > 24 ? [] : [`is not seen: ${height}`]),
    ...(isThere ? [] : ['does not move the focus']),
    ...(isBeyond ? [] : ['goes on before the content']),
  ]);
  expect(faults).toEqual([]);
});

/** Where the keyboard comes to on a page: how high the skip link is, whether it leads to the content, and goes on from there. */
async function firstStops(page: Page) {
  await page.keyboard.press('Tab');
  const link = page.locator('.skip-link:focus');
  const height = (await link.count()) === 1 ? (await link.boundingBox())?.height : undefined;
  await page.keyboard.press('Enter');
  const isThere = await page.evaluate(() => document.activeElement?.matches('main#content'));
  await page.keyboard.press('Tab');
  const isBeyond = await page.evaluate(() => document.activeElement?.closest('main, .site-footer') !== null);
  return { height, isThere, isBeyond };
}
