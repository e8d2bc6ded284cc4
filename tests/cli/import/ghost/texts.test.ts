import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entriesOf, open, textOf } from './an-export.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** Files of a fixture by the field of a post that has their text. */
const FIELDS = {
  lexical: 'lexical.json',
  mobiledoc: 'mobiledoc.json',
  html: 'text.html',
  markdown: 'text.md',
} as const;

/**
 * Each folder of `fixtures/` has the text of a post as an editor of Ghost's keeps it, and what is to come of it: `UPDATE_FIXTURES=1` writes
 * both anew, to be read before they are committed.
 */
describe('a text of Ghost', () => {
  for (const name of readdirSync(FIXTURES)) {
    it(`is Markdown of Broadsheet's: ${name}`, async () => {
      const folder = join(FIXTURES, name);
      const written = Object.entries(FIELDS).flatMap(([field, file]) =>
        existsSync(join(folder, file)) ? [[field, readFileSync(join(folder, file), 'utf8')]] : [],
      );

      const [entry] = await entriesOf(await open({ posts: [{ id: '1', slug: 'a', ...Object.fromEntries(written) }] }));
      const { text, notes } = textOf(entry as NonNullable<typeof entry>);

      const told = notes.map(
        ({ kind, what, advice, detail }) => `${kind} ${what}: ${advice}${detail ? `\n  ${detail}` : ''}\n`,
      );
      if (process.env['UPDATE_FIXTURES'] === '1') {
        writeFileSync(join(folder, 'expected.md'), `${text}\n`);
        writeFileSync(join(folder, 'notes.txt'), told.join(''));
      }
      expect(written).toHaveLength(1);
      expect(`${text}\n`).toBe(readFileSync(join(folder, 'expected.md'), 'utf8'));
      expect(told.join('')).toBe(readFileSync(join(folder, 'notes.txt'), 'utf8'));
    });
  }
});
