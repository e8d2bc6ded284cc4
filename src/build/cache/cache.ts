import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COPY_DESK } from '../../domain/content/content-kinds.ts';
import type { MediaFound } from '../../domain/media/library.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import { type PackedStory, packStory, type StoredStory, unpackStory } from './stored-story.ts';
import { readChecked, writeChecked } from '../../disk/checked-file.ts';
import {
  type FileState,
  isSameState,
  makeGivenFolder,
  namesInOwnFolder,
  stateOf,
  statIfThere,
} from '../../disk/files.ts';
import { type FolderRow, OutputIndex } from './output-index.ts';
import { isOwnLog, removeLogsBut } from './record-log.ts';
import { plainRows, Table } from './table.ts';
import { type Lock, type LockWait, acquireLock } from '../../disk/lock.ts';

/** Raised when what is kept has another form, or would be found otherwise. */
const FORM = '10';
const STATE = `state ${FORM}`;
/** The file that is there while a build works, and after one that was killed. */
const BEGUN = 'begun';

/** A file of the content folder as it was when it was last read. */
export type SourceRow = readonly [state: FileState, content: Fingerprint, known?: FileKnown];

/** What was found out about a file, beside what its bytes are. */
export interface FileKnown {
  /** What it is as a medium, where something asked. */
  readonly found?: MediaFound;
  /** What there is to say of it, as long as it is as it is. */
  readonly finding?: Finding;
}

/** Stories as builds keep them, by path. */
export type StoryTable = Table<StoredStory, PackedStory>;

/** What builds keep for later builds, in a folder that can be removed, copied or damaged without harm. */
export class Cache {
  /** Files of the content folder, by path. */
  readonly sources: Table<SourceRow>;
  readonly outputs: OutputIndex;
  /** Folder of the logs that hold the records of stories. */
  readonly records: string;
  /** Folder of the logs that hold the rendered texts of stories. */
  readonly texts: string;
  private readonly folder: string;
  private readonly outputTable: Table<FolderRow>;
  private storyTable: { readonly madeBy: Fingerprint; readonly rows: StoryTable } | undefined;
  /** What the system said of the file of the state, when it was read or written. */
  private seen: FileState | undefined;

  /** @param folder Absolute path. */
  constructor(folder: string) {
    this.folder = folder;
    this.records = recordsIn(folder);
    this.texts = textsIn(folder);
    this.sources = new Table(join(folder, 'sources'), FORM, plainRows());
    this.outputTable = outputTable(folder);
    this.outputs = new OutputIndex(this.outputTable);
  }

  /**
   * The stories of earlier builds, by path.
   *
   * @param madeBy The fingerprint of what made them: the program and the site. Those of another are not there.
   */
  stories(madeBy: Fingerprint): StoryTable {
    if (this.storyTable?.madeBy !== madeBy) this.storyTable = { madeBy, rows: storyTable(this.folder, madeBy) };
    return this.storyTable.rows;
  }

  /** What the last build said of itself, if all that it kept is whole. */
  get state(): unknown {
    const text = readChecked(join(this.folder, 'state'), STATE);
    this.seen = this.stateFile;
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** Notes that a build has begun; says whether the one before came to its end. */
  begin(): boolean {
    const path = join(this.folder, BEGUN);
    const hasEnded = statIfThere(path) === undefined;
    try {
      // What is there already says as much, whatever it is: a pipe would be waited for, and a link may lead to a file of somebody else.
      if (hasEnded) writeFileSync(path, '', { flag: 'wx' });
    } catch (fault) {
      // Who cannot write this will not be able to keep anything either, and says so then.
      if (!isOfTheMachine(fault)) throw fault;
    }
    return hasEnded;
  }

  /** Notes that the build has come to its end, be it a good one. */
  end(): void {
    rmSync(join(this.folder, BEGUN), { recursive: true, force: true });
  }

  /** Whether this has what is kept in the folder: nobody else has saved anything since the state was read or written. */
  isOf(folder: string): boolean {
    const { seen, stateFile } = this;
    return folder === this.folder && seen !== undefined && stateFile !== undefined && isSameState(seen, stateFile);
  }

  private get stateFile(): FileState | undefined {
    const stats = statIfThere(join(this.folder, 'state'));
    return stats && stateOf(stats);
  }

  /**
   * Keeps everything. What was said of the last build goes first, and comes back last, so that it never speaks of something
   * else than what is kept.
   */
  save(state: unknown): void {
    rmSync(join(this.folder, 'state'), { recursive: true, force: true });
    this.sources.save();
    const stories = this.storyTable?.rows;
    stories?.save();
    this.outputTable.save();
    if (stories) {
      const rows = [...stories.entries()];
      removeLogsBut(new Set(rows.map(([, row]) => row.record[0])), this.records);
      removeLogsBut(new Set(rows.flatMap(([, { text }]) => (text ? [text[0]] : []))), this.texts);
    }
    if (state !== undefined) writeChecked(join(this.folder, 'state'), JSON.stringify(state), STATE);
    this.seen = this.stateFile;
  }

  /** The log that new records go to: the newest, or one of a new name. */
  get openLog(): string {
    return namesInOwnFolder(this.records).filter(isOwnLog).sort().at(-1) ?? newName();
  }
}

/** What builds keep in the folder. */
const OWN_NAMES = ['state', BEGUN, 'sources', 'articles', 'outputs', 'records', 'texts', 'pictures', COPY_DESK.cache];

/** Forgets what is kept in a folder. Nothing else in it is removed: it may hold more, at least the lock of who asks. */
export function clearCache(folder: string): void {
  for (const name of OWN_NAMES) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The stories that a cache has, see {@link Cache.stories}, for whoever only reads them. */
export function storyTable(folder: string, madeBy: Fingerprint): StoryTable {
  return new Table(join(folder, 'articles'), `${FORM} ${madeBy}`, { pack: packStory, unpack: unpackStory });
}

/** The folder of the logs of stories in that of a cache. */
export function recordsIn(folder: string): string {
  return join(folder, 'records');
}

/** The folder of the logs of texts in that of a cache. */
export function textsIn(folder: string): string {
  return join(folder, 'texts');
}

/** The rows of a cache's index of the output, for whoever only reads it. */
export function outputTable(folder: string): Table<FolderRow> {
  return new Table(join(folder, 'outputs'), FORM, plainRows());
}

/** The folder of the files that are made of pictures, in that of a cache. */
export function picturesIn(folder: string): string {
  return join(folder, 'pictures');
}

/** Names sort by age. */
export function newName(): string {
  return `${Date.now().toString(36)}-${process.pid}`;
}

/** A folder in which a build may keep things. */
export interface CachePlace {
  /** Absolute path. */
  readonly folder: string;
  /** The lock on it, if other builds could use it too. */
  readonly lock: Lock | undefined;
}

/** What acquiring a cache needs beside its folder. */
export interface AcquireOptions {
  /** Gives the absolute path of a folder that stands in where the cache cannot be written; it goes with the build. */
  readonly standIn: () => string;
  readonly onWait: (wait: LockWait) => void;
  readonly onUnkept: (fault: Error) => void;
}

/** Acquires the folder of a cache for this process alone. A build that can keep nothing there is as good as any other, only slower. */
export async function acquireCache(folder: string, { standIn, onWait, onUnkept }: AcquireOptions): Promise<CachePlace> {
  try {
    makeGivenFolder(folder);
    for (const path of ['', ...OWN_NAMES].map((name) => join(folder, name))) {
      if (existsSync(path)) accessSync(path, constants.W_OK);
    }
    return { folder, lock: await acquireLock(join(folder, 'lock'), onWait) };
  } catch (fault) {
    if (!isOfTheMachine(fault)) throw fault;
    onUnkept(fault);
    return { folder: standIn(), lock: undefined };
  }
}

/** Whether the system refused to do something. */
export function isOfTheMachine(fault: unknown): fault is Error {
  return fault instanceof Error && 'syscall' in fault;
}
