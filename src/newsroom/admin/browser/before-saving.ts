import type { CollectionForm } from '../config/admin-config.ts';
import { FILE_LABEL, labelOf } from '../config/fields.ts';
import { BODY, DRAFT, type Entry, FILE, SOURCE, VERSION } from '../entries/entry.ts';
import { takeApart } from '../entries/read-entry.ts';
import { describeMissing, describeUnreadable } from '../entries/write-entry.ts';
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
  const isNew = entry.get('newRecord') === true;
  const unreadable = isNew ? undefined : describeUnreadable(data);
  if (unreadable !== undefined) throw new Error(unreadable);
  const missing = describeMissing(data, collection.form, (way) => labelOf(collection.fields, way));
  if (missing !== undefined) throw new Error(missing);
  const before = typeof data[SOURCE] === 'string' ? (takeApart(data[SOURCE])?.body ?? '') : '';
  const [picture] = findPicturesWithoutWords(String(data[BODY] ?? ''), before);
  if (picture !== undefined)
    throw new Error(
      `Say what the picture ${picture} shows, for readers who cannot see it; or write "" if it adds nothing`,
    );
  if (!isNew) return undefined;
  const written = /^(\d{4})-(\d\d)/.exec(String(data['date'] ?? '')) ?? /^(\d{4})-(\d\d)/.exec(nowIn(timeZone)) ?? [];
  const [, year = '', month = ''] = written;
  return entry.get('data').merge({
    broadsheet_name: nameOfNew(data, collection) ?? `story-${nowIn(timeZone).replaceAll(/\D+/g, '-')}`,
    broadsheet_year: year,
    broadsheet_month: month,
    // A copy of a story goes on from no file.
    ...{ [SOURCE]: undefined, [VERSION]: undefined, [DRAFT]: undefined },
  });
}

/** The name of a new file, without `.md`: the one that was written, or else of what the collection names files by. A story may go without, as in `new`. */
function nameOfNew(data: Entry, { name, named, fields }: CollectionForm): string | undefined {
  const field = name === 'stories' ? 'slug' : FILE;
  const label = name === 'stories' ? labelOf(fields, [field]) : FILE_LABEL;
  const [written, title] = [field, named].map((key) => String(data[key] ?? '').trim());
  const made = slugFrom(written || (title ?? ''));
  if (made !== undefined || (name === 'stories' && !written)) return made;
  const where = written ? `“${written}”` : `“${title}”`;
  throw new Error(`No file can be named after ${where}: write a-z, 0-9 and single hyphens into “${label}”`);
}
