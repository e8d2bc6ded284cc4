import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoFolder } from './demo.ts';

test('the script of the search page puts nothing into the page but texts', () => {
  const html = readFileSync(join(demoFolder(), 'search/index.html'), 'utf8');
  const [, src = ''] = /<script type="module" src="([^"]+)"/.exec(html) ?? [];
  const script = readFileSync(join(demoFolder(), src), 'utf8');

  expect(script.length).toBeGreaterThan(2_000);
  expect(script.length).toBeLessThan(16_000);
  expect(/innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(/.exec(script)).toBeNull();
});
