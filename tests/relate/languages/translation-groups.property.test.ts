import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editionOf } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { tries } from '../../tries.ts';

const LANGUAGES = ['en', 'es', 'fr', 'ar'];
const SIZE = 6;
const index = fc.nat(SIZE - 1);
const newsrooms = fc.record({
  languages: fc.array(fc.constantFrom(...LANGUAGES), { minLength: SIZE, maxLength: SIZE }),
  names: fc.array(fc.tuple(index, index), { maxLength: 8 }),
});

it('whatever stories name, each group is the same for all in it, with each language once', () => {
  let seen = 0;
  fc.assert(
    fc.property(newsrooms, ({ languages, names }) => {
      const articles = languages.map((language, number) => {
        const translations = names.flatMap(([from, to]) => (from === number ? [[languages[to], `s${to}`]] : []));
        return [`s${number}.md`, aStory({ language, translations: Object.fromEntries(translations) })];
      });
      const { edition } = editionOf({ site: { language: 'en' }, articles: Object.fromEntries(articles) });
      for (const { url, entry, translations } of edition.stories) {
        if (!translations) continue;
        const group = translations.stories;
        seen += 1;

        expect(group.length).toBeGreaterThan(1);
        expect(new Set(group.map(({ language }) => language)).size).toBe(group.length);
        expect(group).toContainEqual({ language: entry.language, url });
        for (const other of edition.stories) {
          if (group.some((one) => one.url === other.url)) expect(other.translations).toBe(translations);
        }
      }
    }),
    { numRuns: tries(60) },
  );

  expect(seen).toBeGreaterThan(0);
});
