import type { Group } from '../forms/show-value.ts';

/** What the editor has of a file: what its fields show, by the names of these. */
export type Entry = Group;

/** The field of the text below the front matter. No key of a file has this name. */
export const BODY = 'body';

/** The key under which an entry has the file that it was read from; an entry that was just begun has none. */
export const SOURCE = 'broadsheet_source';

/** The key under which an entry has the state of the file that it was opened in. */
export const VERSION = 'broadsheet_version';

/** The key under which an entry has the draft that it is. */
export const DRAFT = 'broadsheet_draft';

/** The field of the name of a new contributor's or page's file: it is no key, and nothing of it is written. */
export const FILE = 'broadsheet_file';
