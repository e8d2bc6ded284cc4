import type { CollectionForm } from '../config/admin-config.ts';
import { labelOf } from '../config/fields.ts';
import { BODY, type Entry, SOURCE } from '../entries/entry.ts';
import { takeApart } from '../entries/read-entry.ts';
import { describeMissing } from '../entries/write-entry.ts';
import { findPicturesWithoutWords } from '../blocks/picture.ts';
import { slugFrom } from '../../../validate/story/slug.ts';
import { nowIn } from './now.ts';

/** An entry as Decap has it. */
interface DraftEntry {
  get(key: 'collection' | 'newRecord'): unknown;
  get(key: 'data'): EntryData;
}

interface EntryData {
  toJS(): Entry;
  merge(values: object): EntryData;
}

/**
 * Makes an entry ready to be saved: tells a new file its name and its folders. Throws, with what to do, where something has to be filled first.
 *
 * @returns The entry's data.
 */
export function prepareToSave(
  entry: DraftEntry,
  { collections, timeZone }: { readonly collections: readonly CollectionForm[]; readonly timeZone: string },
): EntryData | undefined {
  const collection = collections.find(({ name }) => name === entry.get('collection'));
  if (!collection) return undefined;
  const data = entry.get('data').toJS();
  const missing = describeMissing(data, collection.form, (way) => labelOf(collection.fields, way));
  if (missing !== undefined) throw new Error(missing);
  const before = typeof data[SOURCE] === 'string' ? (takeApart(data[SOURCE])?.body ?? '') : '';
  const [picture] = findPicturesWithoutWords(String(data[BODY] ?? ''), before);
  if (picture !== undefined)
    throw new Error(
      `Say what the picture ${picture} shows, for readers who cannot see it; or write "" if it adds nothing`,
    );
  if (entry.get('newRecord') !== true) return undefined;
  const written = /^(\d{4})-(\d\d)/.exec(String(data['date'] ?? '')) ?? /^(\d{4})-(\d\d)/.exec(nowIn(timeZone)) ?? [];
  const [, year = '', month = ''] = written;
  const name = slugFrom(String(data[collection.named] ?? '')) ?? standInName(timeZone);
  return entry.get('data').merge({ broadsheet_name: name, broadsheet_year: year, broadsheet_month: month });
}

/** Of a headline without Latin letters no name can be made. */
function standInName(timeZone: string): string {
  return `story-${nowIn(timeZone).replaceAll(/\D+/g, '-')}`;
}
