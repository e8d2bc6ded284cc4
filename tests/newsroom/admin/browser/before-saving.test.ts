import { describe, expect, it } from 'vitest';
import { prepareToSave } from '../../../../src/newsroom/admin/browser/before-saving.ts';
import type { CollectionName } from '../../../../src/newsroom/admin/config/admin-config.ts';
import type { Entry } from '../../../../src/newsroom/admin/entries/entry.ts';
import { readEntry } from '../../../../src/newsroom/admin/entries/read-entry.ts';
import { writeEntry } from '../../../../src/newsroom/admin/entries/write-entry.ts';
import { aCollection, CONFIG, opened, STORIES } from '../a-collection.ts';

/** What of an entry's data is saved, as the editor hands it over. */
function prepared(collection: CollectionName, newRecord: boolean, values: Entry): Entry {
  const data = (given: Entry) => ({ toJS: () => given, merge: (more: object) => data({ ...given, ...more }) });
  const entry = { collection, newRecord, data: data(values) };
  const made = prepareToSave({ get: (key: keyof typeof entry) => entry[key] } as never, CONFIG);
  return (made ?? entry.data).toJS();
}

const STORY = { headline: 'Bridge closes', contributors: [{ who: 'Jane Doe' }], date: '2026-11-23', body: '' };

describe('the name of a new file', () => {
  it.each([
    ['stories', STORY, 'bridge-closes'],
    ['stories', { ...STORY, slug: 'the-bridge' }, 'the-bridge'],
    ['stories', { ...STORY, headline: '北京', slug: 'beijing' }, 'beijing'],
    ['contributors', { name: 'Ana Ruiz' }, 'ana-ruiz'],
    ['contributors', { name: 'ليلى حداد', broadsheet_file: 'layla-haddad' }, 'layla-haddad'],
    ['pages', { title: 'About us', broadsheet_file: 'About' }, 'about'],
  ] as const)('is the one that was written, or of what it is called: %s %j', (collection, values, name) => {
    expect(prepared(collection, true, values)).toMatchObject({ broadsheet_name: name });
  });

  it('of a story without Latin letters is that of its minute, as `new` has it', () => {
    const { broadsheet_name } = prepared('stories', true, { ...STORY, headline: '北京' });
    expect(broadsheet_name).toMatch(/^story-\d{4}-\d\d-\d\d-\d\d-\d\d$/);
  });

  it.each([
    ['contributors', { name: '王小明' }, '“File name”'],
    ['contributors', { name: 'Ana', broadsheet_file: '北京' }, '“File name”'],
    ['pages', { title: '关于我们' }, '“File name”'],
    ['stories', { ...STORY, slug: '北京' }, '“Slug”'],
  ] as const)('is asked for where none can be made: %s %j', (collection, values, field) => {
    expect(() => prepared(collection, true, values)).toThrow(`write a-z, 0-9 and single hyphens into ${field}`);
  });

  it('is no key of the file', () => {
    const { form } = aCollection('contributors');
    const entry = prepared('contributors', true, { name: 'Ana', broadsheet_file: 'ana-r', body: '' });
    expect(writeEntry(entry, form, String)).toEqual({ kind: 'written', text: '---\nname: Ana\n---\n\n' });
  });
});

it('has a copy of a story be a new file, without the comments and the state of the first', () => {
  const source = '---\n# Ask Jane.\nheadline: A\ncontributors: Jane Doe\ndate: 2026-11-23\n---\n\nText.\n';
  const copy = { ...opened(source), headline: 'B', broadsheet_version: 'v1', broadsheet_draft: 'd1' };
  const entry = prepared('stories', true, copy);
  expect([entry['broadsheet_version'], entry['broadsheet_draft']]).toEqual([undefined, undefined]);
  expect(writeEntry(entry, STORIES.form, String)).toEqual({
    kind: 'written',
    text: '---\nheadline: B\ncontributors: Jane Doe\ndate: 2026-11-23\n---\n\nText.\n',
  });
});

it('says of front matter that cannot be read just that, and not what is missing in it', () => {
  const entry = readEntry('---\nheadline: "A\n---\nText\n', STORIES.form);
  expect(() => prepared('stories', false, entry)).toThrow('The front matter of this file cannot be read');
});
