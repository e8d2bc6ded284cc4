import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../../bench/corpus.ts';
import { aRandomNewsroom } from './a-random-newsroom.ts';
import { filesOf } from './files-of.ts';
import type { Newsroom } from './newsroom.ts';
import { writeFiles } from './write-files.ts';

/** A newsroom on disk that takes some time to build. */
export interface LargeNewsroom {
  /** Absolute path of the folder that holds `content`. */
  readonly folder: string;
  readonly newsroom: Newsroom;
  /** Writes what changed in it. */
  readonly write: () => void;
}

/** Makes a newsroom of so many stories in a folder, or in one that is new. */
export function aLargeNewsroom(stories: number, given?: string): LargeNewsroom {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'broadsheet-large-'));
  const newsroom = aRandomNewsroom(new Random(stories), { stories });
  const write = (): void => {
    writeFiles(join(folder, 'content'), filesOf(newsroom), { keepsTimes: false });
  };
  mkdirSync(join(folder, 'content'), { recursive: true });
  write();
  return { folder, newsroom, write };
}
