import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREDIT_ROLES } from '../../../src/domain/contributors.ts';
import type { Entry } from '../../../src/domain/story/entry.ts';
import { packStory, type StoredStory, unpackStory } from '../../../src/build/cache/stored-story.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '|', 'a', 'a|b', 'b|c', 'c'));
const texts = fc.array(text, { maxLength: 3 });

/** An object as JavaScript makes it, with all of its keys. */
function all<Value>(keys: { readonly [Key in keyof Value]: fc.Arbitrary<Value[Key]> }): fc.Arbitrary<Value> {
  return fc.record(keys, { noNullPrototype: true }) as fc.Arbitrary<Value>;
}

/** A value that may be left out: as `undefined`, like every key of an entry. */
function perhaps<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(value, { nil: undefined });
}

const entries = all({
  path: text,
  url: text,
  slug: text,
  headline: text,
  date: fc.integer(),
  day: text,
  section: perhaps(text),
  topics: texts,
  credits: fc.array(
    all({
      role: fc.constantFrom(...CREDIT_ROLES),
      who: text,
      as: fc.constantFrom('id', 'name', 'either'),
      place: perhaps(text),
    }),
    { maxLength: 3 },
  ),
  references: fc.array(all({ kind: fc.constantFrom('link', 'story'), target: text }), { maxLength: 2 }),
  anchors: text,
  media: texts,
  lead: perhaps(all({ path: text, focus: perhaps(fc.tuple(fc.nat(100), fc.nat(100))) })),
  aliases: texts,
  series: perhaps(text),
  related: texts,
  translations: fc.array(all({ language: text, key: text, target: text }), { maxLength: 2 }),
  changes: fc.array(all({ date: all({ instant: fc.integer(), hasTime: fc.boolean() }), from: fc.integer() }), {
    maxLength: 2,
  }),
  corrections: fc.array(all({ date: fc.integer(), month: text }), { maxLength: 2 }),
  language: text,
  layout: text,
  draft: fc.boolean(),
  noindex: fc.boolean(),
  hasPermalink: fc.boolean(),
  isRepeated: fc.boolean(),
  isPaid: fc.boolean(),
  isUndated: fc.boolean(),
  hasAudio: fc.boolean(),
  live: perhaps(
    all({ start: fc.integer(), end: perhaps(fc.integer()), updates: fc.array(fc.integer(), { maxLength: 3 }) }),
  ),
  stripUntil: perhaps(fc.integer()),
  cardFingerprint: text,
  fingerprint: text,
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Entry>;

const articles = all({
  content: text,
  entry: entries,
  findings: fc.array(all({ code: text, path: text, message: text }), { maxLength: 2 }),
  lookups: fc.array(fc.tuple(text, text), { maxLength: 2 }),
  record: fc.tuple(text, fc.nat(), fc.nat(), fc.nat()),
  isFleeting: fc.boolean(),
  text: perhaps(fc.tuple(text, fc.nat(), fc.nat(), fc.nat())),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<StoredStory>;

describe('the row of a story', () => {
  it('has all that was read of it, also when it was written as JSON', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const row = JSON.parse(JSON.stringify(packStory(article))) as ReturnType<typeof packStory>;

        expect(unpackStory(article.entry.path, row)).toStrictEqual(article);
      }),
    );
  });

  it('is the same for the same story', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const row = packStory(article);

        expect(packStory(unpackStory(article.entry.path, row))).toEqual(row);
      }),
    );
  });
});
