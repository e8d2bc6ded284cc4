import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordpress } from '../../../../src/cli/import/sources/wordpress/wordpress.ts';
import { fixturesIn, readFixture } from '../expect-fixtures.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

it('has an archive of each kind of text and fact', () => {
  expect(fixturesIn(FIXTURES)).toEqual(['blocks.xml', 'classic.xml', 'facts.xml', 'languages.xml', 'parts']);
});

it.each(fixturesIn(FIXTURES))('reads %s as the file beside it says', async (name) => {
  const { printed, expected } = await readFixture(wordpress, join(FIXTURES, name));

  expect(printed).toBe(expected);
});
