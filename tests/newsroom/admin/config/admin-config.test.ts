import { expect, it } from 'vitest';
import { labelOf } from '../../../../src/newsroom/admin/config/fields.ts';
import { describeMissing } from '../../../../src/newsroom/admin/entries/write-entry.ts';
import { keysOf } from '../../../../src/newsroom/keys/describe-keys.ts';
import { aCollection, CONFIG, STORIES } from '../a-collection.ts';

it.each([
  ['stories', 'story'],
  ['contributors', 'contributor'],
  ['pages', 'page'],
] as const)('has a field for each key of %s, with its help', (name, kind) => {
  const { value } = keysOf(kind);
  const keys = value.kind === 'group' ? value.keys : [];
  const { fields } = aCollection(name);
  expect(fields.map((field) => field.name)).toEqual(keys.map((key) => key.name));
  for (const field of fields) expect(field.hint?.length).toBeGreaterThan(10);
});

it('can be written as JSON', () => {
  expect(JSON.parse(JSON.stringify(CONFIG))).toEqual(CONFIG);
});

it('gives sections to choose from, and suggests contributors and topics', () => {
  const field = (name: string): unknown => STORIES.fields.find((one) => one.name === name);
  expect(field('section')).toMatchObject({ widget: 'select', options: [{ label: 'News', value: 'news' }] });
  expect(field('topics')).toMatchObject({
    widget: 'list',
    field: { widget: 'broadsheet-suggest', suggests: 'topics' },
  });
  expect(field('contributors')).toMatchObject({
    fields: [{ name: 'who', suggests: 'contributors' }, { name: 'credit' }, { name: 'place' }],
  });
  expect(CONFIG.lists.contributors).toEqual([{ value: 'jane-doe', label: 'Jane Doe' }]);
});

it.each([
  [{}, '“Headline” is empty, and has to be filled'],
  [
    { headline: 'A', contributors: [{ who: ' ' }], date: '2026-11-23' },
    '“Contributors” is empty, and has to be filled',
  ],
  [
    { headline: 'A', contributors: [{ who: 'a' }], date: '2026-11-23', image: { src: 'a.jpg', alt: ' ' } },
    '“Lead picture: What it shows” is empty, and has to be filled',
  ],
  [
    { headline: 'A', contributors: [{ who: 'a' }], date: '2026-11-23', corrections: [{ date: '2026-11-24' }] },
    '“Corrections 1: Text” is empty, and has to be filled',
  ],
  [{ headline: 'A', contributors: [{ who: 'a' }], date: '2026-11-23', image: { src: '', alt: '' } }, undefined],
])('says which field has to be filled: %j', (entry, told) => {
  expect(describeMissing(entry, STORIES.form, (way) => labelOf(STORIES.fields, way))).toBe(told);
});
