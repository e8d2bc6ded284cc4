import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprint } from '../plan/fingerprint.ts';
import { packStory, unpackStory } from '../build/cache/stored-story.ts';
import { type StoryTable, Cache, newName, type SourceRow } from '../build/cache/cache.ts';
import { type RecordPlace, RecordWriter } from '../build/cache/record-log.ts';
import { Table } from '../build/cache/table.ts';
import { type CachePlace, acquireCache, picturesIn } from '../build/cache/cache.ts';
import { makeOwnFolder } from '../disk/files.ts';
import { linkFile } from '../disk/link-file.ts';
import { isRunning, type Lock, type LockWait } from '../disk/lock.ts';
import { makeTemporaryFolder } from '../disk/temporary-folder.ts';

const PREFIX = 'serving-';
/** So many settings of the site may be gone back to without that every story is read again. */
const MOST_TABLES = 2;

/** Is told of what is the matter with the cache. */
export interface CacheListener {
  /** A build has had it for some seconds: this waits. */
  onWait(wait: LockWait): void;
  /** It cannot be written. */
  onUnkept(fault: Error): void;
}

/**
 * What reading a newsroom keeps while it is served. It begins with what the cache has, and is then kept in memory; the logs
 * are links to those of the cache, so that builds may write to the cache meanwhile, or clear it.
 */
export class PreviewCache {
  readonly sources: Table<SourceRow>;
  /** Folders of the logs of records, and of texts. */
  readonly records: string;
  readonly texts: string;
  /** Folder of the files that were made of pictures, which builds share. */
  readonly pictures: string;
  private readonly cache: Cache;
  /** Until it is released: then it may be another's. */
  private lock: Lock | undefined;
  private readonly folder: string;
  /** Absolute path of a folder that goes with this, where the cache cannot be written. */
  private readonly standIn: string | undefined;
  private readonly tables = new Map<Fingerprint, StoryTable>();
  private log = newName();
  private lateTexts: RecordWriter | undefined;

  private constructor({ folder, lock }: CachePlace) {
    removeDead(folder);
    this.cache = new Cache(folder);
    this.lock = lock;
    this.standIn = lock ? undefined : folder;
    this.sources = this.cache.sources;
    this.pictures = picturesIn(folder);
    this.folder = join(folder, PREFIX + newName());
    this.records = join(this.folder, 'records');
    this.texts = join(this.folder, 'texts');
    linkFiles(this.cache.records, this.records);
    linkFiles(this.cache.texts, this.texts);
  }

  /**
   * Acquires the cache of builds.
   *
   * @param folder Absolute path of its folder. Nobody else may use it until this is released.
   */
  static async acquire(folder: string, listener: CacheListener): Promise<PreviewCache> {
    const onWait = (wait: LockWait): void => listener.onWait(wait);
    const onUnkept = (fault: Error): void => listener.onUnkept(fault);
    const place = await acquireCache(folder, { standIn: () => makeTemporaryFolder('preview'), onWait, onUnkept });
    try {
      return new PreviewCache(place);
    } catch (fault) {
      place.lock?.release();
      throw fault;
    }
  }

  /** The stories as a program and a site make them, by path: see {@link Cache.stories}. */
  stories(madeBy: Fingerprint): StoryTable {
    const make = (): StoryTable => {
      if (this.tables.size === 0) return this.cache.stories(madeBy);
      return new Table(this.folderOf(madeBy), madeBy, { pack: packStory, unpack: unpackStory });
    };
    const table = this.tables.get(madeBy) ?? make();
    this.tables.delete(madeBy);
    this.tables.set(madeBy, table);
    for (const old of [...this.tables.keys()].slice(0, -MOST_TABLES)) this.tables.delete(old);
    return table;
  }

  /** The table that was asked for last. */
  get current(): StoryTable | undefined {
    return [...this.tables.values()].at(-1);
  }

  get openLog(): string {
    return this.log;
  }

  /** Keeps a text that was rendered for a page. */
  keepText(html: string): RecordPlace {
    this.lateTexts ??= new RecordWriter(this.texts, 'late');
    const place = this.lateTexts.append(Buffer.from(html));
    this.lateTexts.flush();
    return place;
  }

  /** Gives the cache what was read by now, if that is news. What is read later goes to other logs. */
  save(): void {
    if (this.sources.hasChanged || this.current?.hasChanged) {
      linkFiles(this.records, this.cache.records);
      linkFiles(this.texts, this.cache.texts);
      this.cache.save(undefined);
    }
    this.log = newName();
  }

  /** Leaves the cache to builds. */
  release(): void {
    this.lock?.release();
    this.lock = undefined;
  }

  close(): void {
    this.lateTexts?.close();
    this.lateTexts = undefined;
    for (const folder of [this.folder, this.standIn])
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    this.release();
  }

  /** A folder of its own for something that is made anew from time to time. */
  newFolder(name: string): string {
    const folder = join(this.folder, `${name}-${newName()}`);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  private folderOf(madeBy: Fingerprint): string {
    return join(this.folder, `articles-${madeBy}`);
  }
}

/** Gives the files of a folder a place in another one too. */
function linkFiles(from: string, to: string): void {
  for (const folder of [from, to]) makeOwnFolder(folder);
  const there = new Set(readdirSync(to));
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const { name } = entry;
    if (!entry.isFile() || there.has(name)) continue;
    linkFile(join(from, name), join(to, name));
  }
}

/** Removes what servers that were killed left behind. Their folders are named after their processes. */
function removeDead(cacheFolder: string): void {
  mkdirSync(cacheFolder, { recursive: true });
  for (const name of readdirSync(cacheFolder)) {
    if (!name.startsWith(PREFIX) || isRunning(Number(name.split('-').at(-1)))) continue;
    rmSync(join(cacheFolder, name), { recursive: true, force: true });
  }
}
