import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { htmlPagesReader } from '../../../../src/cli/import/sources/html-pages/html-pages.ts';
import { fixturesIn, readFixture } from '../expect-fixtures.ts';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

describe('what is read of saved pages', () => {
  it.each(fixturesIn(FIXTURES))('is all that %s says', async (name) => {
    const { printed, expected } = await readFixture(htmlPagesReader, join(FIXTURES, name));

    expect(printed).toBe(expected);
  });
});
