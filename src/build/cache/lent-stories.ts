import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeOwnFolder } from '../../disk/files.ts';
import { linkFile } from '../../disk/link-file.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import { newName, recordsIn, type StoryTable, storyTable, textsIn } from './cache.ts';
import { lentLogName, type RecordPlace } from './record-log.ts';
import type { StoredStory } from './stored-story.ts';

/** What to take over stories from, and where to. */
export interface Lending {
  /** Absolute paths of folders of caches. Nothing in them is changed. */
  readonly folders: readonly string[];
  /** Is told of a cache of which not all is taken over. */
  readonly onPassedOver: (folder: string, why: string) => void;
}

/** Stories that other builds have read into caches of their own, for this one to take over where their files are the same. */
export class LentStories {
  private readonly stories = new Map<string, StoredStory[]>();

  /**
   * Takes over the logs of other caches. Which of their stories hold, whoever asks for them decides: by the bytes of their files.
   *
   * @param madeBy The fingerprint of the program and the site: stories that others made are not taken.
   * @param to Absolute paths of the folders of logs that records and texts go to.
   */
  constructor(
    { folders, onPassedOver }: Lending,
    { madeBy, to }: { readonly madeBy: Fingerprint; readonly to: { readonly records: string; readonly texts: string } },
  ) {
    for (const folder of folders) {
      const trouble = this.takeOver(folder, madeBy, to);
      if (trouble !== undefined) onPassedOver(folder, trouble);
    }
  }

  /** The stories that others made of a file, each of bytes that it may have. */
  at(path: string): readonly StoredStory[] {
    return this.stories.get(path) ?? NONE;
  }

  /** Takes over what is whole of a cache, and says why the rest was passed over. */
  private takeOver(
    folder: string,
    madeBy: Fingerprint,
    to: { readonly records: string; readonly texts: string },
  ): string | undefined {
    const kept = open(folder, madeBy);
    if (!kept) return 'it is damaged';
    const { table, rows } = kept;
    if (table.found === 'nothing') {
      return isFolder(folder) ? 'no stories were read into it, or it is damaged' : 'there is no such folder';
    }
    if (table.found !== 'rows')
      return 'it is of another version of Broadsheet, or was read by another `site.yaml` or --url';
    const records = new LentLogs(recordsIn(folder), to.records);
    const texts = new LentLogs(textsIn(folder), to.texts);
    let lost = 0;
    for (const [path, row] of rows) {
      const record = records.placeOf(row.record);
      if (!record) {
        lost += 1;
        continue;
      }
      const lent = { ...row, record, text: row.text && texts.placeOf(row.text) };
      const others = this.stories.get(path);
      if (others) others.push(lent);
      else this.stories.set(path, [lent]);
    }
    return lost > 0 || !table.isWhole ? 'a part of it is damaged, and is read again' : undefined;
  }
}

const NONE: readonly never[] = [];

/** The stories of a cache; nothing where they have another form than builds give them. */
function open(
  folder: string,
  madeBy: Fingerprint,
): { readonly table: StoryTable; readonly rows: readonly (readonly [path: string, row: StoredStory])[] } | undefined {
  try {
    const table = storyTable(folder, madeBy);
    return { table, rows: [...table.entries()] };
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The logs of another cache, each under a name of its own: logs of two machines may be called the same. */
class LentLogs {
  /** By their names there: the name here, and how many bytes there are. */
  private readonly logs = new Map<string, readonly [name: string, bytes: number]>();

  constructor(from: string, to: string) {
    const names = namesIn(from);
    if (names.length > 0) makeOwnFolder(to);
    for (const name of names) {
      count += 1;
      const own = lentLogName(`${newName()}-${count}`);
      try {
        linkFile(join(from, name), join(to, own));
        this.logs.set(name, [own, statSync(join(to, own)).size]);
      } catch {
        // Whoever owns the cache has just removed it.
      }
    }
  }

  /** Where a text is now, if its log is there and goes so far. Whether it is whole, its checksum tells who reads it. */
  placeOf([name, start, bytes, checksum]: RecordPlace): RecordPlace | undefined {
    const log = this.logs.get(name);
    return log && start >= 0 && bytes >= 0 && start + bytes <= log[1] ? [log[0], start, bytes, checksum] : undefined;
  }
}

/** How many logs this process has taken over. */
let count = 0;

/** The plain files of a folder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  } catch {
    return [];
  }
}
