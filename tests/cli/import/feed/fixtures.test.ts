import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { feedReader } from '../../../../src/cli/import/sources/feed/feed.ts';
import { fixturesIn, readFixture } from '../expect-fixtures.ts';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

describe('what is read of a feed', () => {
  it.each(fixturesIn(FIXTURES))('is all that %s says', async (name) => {
    const { printed, expected } = await readFixture(feedReader, join(FIXTURES, name));

    expect(printed).toBe(expected);
  });
});
