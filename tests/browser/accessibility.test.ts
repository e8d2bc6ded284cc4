import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './demo-test.ts';
import { onEachPage } from './sample.ts';
import { visit } from './visit.ts';

test('axe finds nothing wrong with any page', async ({ browser, site }) => {
  const found = await onEachPage(site, async (address) => {
    const { page } = await visit(browser, address);
    const { violations, passes } = await axe(page).analyze();
    await page.context().close();
    return passes.length > 10 ? violations.map(describe) : ['axe looked at nothing'];
  });
  expect(found).toEqual([]);
});

test('axe finds nothing wrong with the colours of the night', async ({ browser, site }) => {
  const found = await onEachPage(site, async (address) => {
    const { page } = await visit(browser, address, { colorScheme: 'dark' });
    const { violations, passes } = await axe(page).withTags('cat.color').analyze();
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.context().close();
    const looked = passes.some(({ id }) => id === 'color-contrast') && !/25\d/.test(paper);
    return looked ? violations.map(describe) : [`axe looked at nothing, or at paper of ${paper}`];
  });
  expect(found).toEqual([]);
});

test('the first stop of the keyboard is a link that skips to the content', async ({ browser, site }) => {
  const faults = await onEachPage(site, async (address) => {
    const { page } = await visit(browser, address);
    await page.keyboard.press('Tab');
    const link = page.locator('.skip-link:focus');
    const height = (await link.count()) === 1 ? (await link.boundingBox())?.height : undefined;
    await page.keyboard.press('Enter');
    const isThere = await page.evaluate(() => document.activeElement?.matches('main#content'));
    await page.keyboard.press('Tab');
    const isBeyond = await page.evaluate(() => document.activeElement?.closest('main, .site-footer') !== null);
    await page.context().close();
    return [
      ...(height !== undefined && height > 24 ? [] : [`is not seen: ${height}`]),
      ...(isThere ? [] : ['does not move the focus']),
      ...(isBeyond ? [] : ['goes on before the content']),
    ];
  });
  expect(faults).toEqual([]);
});

/** Without what axe does for frames, of which these pages have none, it takes half the time. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: unknown }[];
}

function describe({ id, help, nodes }: Violation): string {
  return `${id}: ${help}: ${nodes.map(({ target }) => String(target)).join(', ')}`;
}
