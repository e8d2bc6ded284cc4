import { createRequire } from 'node:module';
import type { CompatData } from '@mdn/browser-compat-data';
import { expect } from 'vitest';
import { probesOf } from '../../src/baseline/probes.ts';
import { compareVersions, supportIn } from '../../src/baseline/browser-data.ts';
import { test } from './demo-test.ts';

const data = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData;

test('a browser meets every condition that the data says it meets for sure', async ({ browser }) => {
  const version = browser.version();
  const surely = probesOf(data).filter(({ features }) =>
    features.every((feature) => {
      const since = supportIn('chrome', feature).surely;
      return since !== undefined && compareVersions(since, version) <= 0;
    }),
  );
  const page = await browser.newPage();
  const failed = await page.evaluate(
    (conditions) => conditions.filter((condition) => !CSS.supports(condition)),
    surely.map(({ condition }) => condition),
  );
  await page.close();
  expect(surely.length).toBeGreaterThan(300);
  expect(failed).toEqual([]);
});
