import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnosticsPage } from '../../docs/write-diagnostics.ts';

test('documents every code as the catalogue and the fixtures have it (npm run docs renews the page)', () => {
  const written = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');

  expect(written).toBe(diagnosticsPage());
});
