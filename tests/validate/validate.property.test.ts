import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aSetting, baselineOf, mediaOf } from '../newsroom/site.ts';
import { articleSchema } from '../../src/validate/story/article-schema.ts';
import { validateArticle } from '../../src/validate/story/article.ts';
import { validateSite } from '../../src/validate/site/site.ts';
import { anArticle } from '../newsroom/article.ts';
import { anyText } from '../newsroom/any-text.ts';
import { aManuscript } from '../newsroom/manuscript.ts';
import { tries } from '../tries.ts';

/** Front matter with any values under the keys of stories, many of them of the right kind. */
function anyKeys(): fc.Arbitrary<Record<string, unknown>> {
  const text = fc.oneof(
    anyText(),
    fc.constantFrom('2026-11-23', '2026-11-23 07:30', 'bridge.jpg', '/old/', 'en', 'opinion'),
  );
  const map = fc.dictionary(
    fc.constantFrom('src', 'alt', 'date', 'text', 'id', 'name', 'credit', 'url', 'focus'),
    text,
    { maxKeys: 4, noNullPrototype: true },
  );
  const value = fc.oneof(text, fc.array(fc.oneof(text, map), { maxLength: 3 }), map, fc.jsonValue({ maxDepth: 2 }));
  return fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(articleSchema.shape)), anyText()), value, {
    maxKeys: 6,
    noNullPrototype: true,
  });
}

it('reads any story without a throw, twice alike, and changes nothing of what it was given', () => {
  const setting = aSetting({ site: { timeZone: 'Europe/London' } });
  fc.assert(
    fc.property(anyKeys(), anyText(), (keys, body) => {
      const given = { ...aManuscript({}), frontMatter: { kind: 'read', values: keys }, body } as const;
      const before = structuredClone(given);
      const first = validateArticle(given, setting);

      expect(validateArticle(given, setting)).toEqual(first);
      expect(given).toEqual(before);
      expect(first.findings.every(({ message }) => message.startsWith('Unexpected '))).toBe(true);
    }),
    { numRuns: tries(200) },
  );
});

it('reads any site without a throw, twice alike', () => {
  const keys = fc.constantFrom(
    'title',
    'url',
    'timeZone',
    'language',
    'permalink',
    'sections',
    'words',
    'standards',
    'publisher',
  );
  const setting = { media: mediaOf(undefined), url: undefined, baselineOf };
  fc.assert(
    fc.property(
      fc.dictionary(keys, fc.oneof(anyText(), fc.jsonValue({ maxDepth: 3 })), { noNullPrototype: true }),
      (values) => {
        const before = structuredClone(values);
        const first = validateSite(values, setting);

        expect(validateSite(values, setting)).toEqual(first);
        expect(values).toEqual(before);
      },
    ),
    { numRuns: tries(200) },
  );
});

it('finds nothing in a story that lacks nothing, however often it is read', () => {
  expect([anArticle({}).findings, anArticle({}).findings]).toEqual([[], []]);
});
