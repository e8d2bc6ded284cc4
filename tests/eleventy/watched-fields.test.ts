import { expect, it } from 'vitest';
import { type MissedField, watchFields } from '../../src/eleventy/watched-fields.ts';

const DATA = {
  headline: 'Bridge',
  kicker: undefined,
  frame: { title: 'Ledger', site: Object.freeze({ name: 'Ledger' }) },
  cards: [{ headline: 'A', href: '/a/' }],
};

/** What is told of whoever asks the data for a field of a field. */
function missedBy(path: string): readonly MissedField[] {
  const missed: MissedField[] = [];
  let value: unknown = watchFields(DATA, (field) => missed.push(field));
  for (const key of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return missed;
}

it.each([
  ['headlin', 'headlin', 'headline'],
  ['Headline', 'Headline', 'headline'],
  ['haedline', 'haedline', 'headline'],
  ['frame.titel', 'titel', 'title'],
  ['frame.site.names', 'names', 'name'],
  ['cards.0.headlines', 'headlines', 'headline'],
])('a field that is almost one that there is is told of: %s', (path, name, meant) => {
  expect(missedBy(path)).toEqual([{ name, meant }]);
});

it.each(['headline', 'kicker', 'nothing', 'hre', 'cards.7', 'cards.lenght', 'hasOwnProperty', 'headline.lenght'])(
  'all else is not: %s',
  (path) => {
    expect(missedBy(path)).toEqual([]);
  },
);

it('is what it was to whoever looks at it', () => {
  const given = { ...DATA, date: new Date(0) };
  const missed: MissedField[] = [];
  const seen = watchFields(given, (field) => missed.push(field)) as typeof given;

  expect(JSON.stringify(seen)).toBe(JSON.stringify(given));
  expect([...seen.cards].map(({ href }) => href)).toEqual(['/a/']);
  expect(seen.date.getTime()).toBe(0);
  expect(missed).toEqual([]);
  // As Liquid asks.
  expect(Object.hasOwn(seen, 'kickers')).toBe(false);
  expect(missed).toEqual([{ name: 'kickers', meant: 'kicker' }]);
});
