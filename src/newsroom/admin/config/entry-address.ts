import { isAt } from '../../../domain/content/content-kinds.ts';
import { COLLECTIONS, type CollectionName } from './admin-config.ts';

/** A file that the editor writes, as the editor knows it. */
export interface EntryPlace {
  readonly collection: CollectionName;
  /** The path from the folder of the collection, without `.md`. An ending in capitals stays. */
  readonly name: string;
}

/** What a file of the content folder is to the editor; nothing where the editor does not write it. */
export function entryPlace(path: string): EntryPlace | undefined {
  const collection = COLLECTIONS.find(({ place }) => isAt(place, path));
  if (!collection || !/\.md$/i.test(path)) return undefined;
  return { collection: collection.name, name: path.slice(collection.place.folder.length).replace(/\.md$/, '') };
}

/** The address of a file in the editor; nothing where the editor does not write it, or no address leads there. */
export function entryAddress(path: string): string | undefined {
  const place = entryPlace(path);
  // Behind a second `#` the editor looks no further.
  if (!place || place.name.includes('#')) return undefined;
  // The editor decodes what `encodeURI` encodes, and nothing else.
  return `/admin/#/collections/${place.collection}/entries/${encodeURI(place.name)}`;
}
