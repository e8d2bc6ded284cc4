import { threadId } from 'node:worker_threads';
import type { Finding } from '../../diagnostics/finding.ts';
import { type FoundRaster, RecordedMedia } from '../../domain/media/library.ts';
import { readArticle } from '../../newsroom/newsroom.ts';
import { enterArticle } from '../../newsroom/enter-article.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import type { Setting } from '../../validate/setting.ts';
import { type PackedStory, packStory } from '../cache/stored-story.ts';
import { logName, RecordWriter } from '../cache/record-log.ts';
import { readText } from '../../disk/read-text.ts';
import { keepStory, mayKeepStory } from './story-reader.ts';
import { settingOf } from './task-context.ts';

/** Reads stories and validates them. */
export interface ReadTask {
  readonly name: 'read';
  readonly files: readonly FileToRead[];
  /** Whether the first stories and texts stay in memory, for the pages that are printed of them. */
  readonly isKept: boolean;
  /** Logs to append to. */
  readonly records: LogTarget;
  readonly texts: LogTarget;
}

/** A folder of logs, and the beginning of the name of the log to append to; each thread has one of its own. */
export interface LogTarget {
  readonly folder: string;
  readonly name: string;
}

export interface FileToRead {
  readonly path: string;
  readonly diskPath: string;
  /** The fingerprints of bytes of which there is a story that still holds: those that it had when it was read before, here or elsewhere. */
  readonly known: readonly Fingerprint[];
}

/** What a file turned out to be. */
export type FileRead =
  /** Its bytes are known. */
  | { readonly kind: 'same'; readonly path: string; readonly content: Fingerprint }
  | {
      readonly kind: 'read';
      readonly path: string;
      readonly story: PackedStory;
      /** The pictures that it shows. */
      readonly pictures: readonly FoundRaster[];
    }
  /** It is no text. */
  | { readonly kind: 'failed'; readonly path: string; readonly finding: Finding };

export function readArticles(task: ReadTask): readonly FileRead[] {
  const setting = settingOf();
  const records = writerFor(task.records);
  const texts = writerFor(task.texts);
  const read = task.files.map((file) => readFile(file, { setting, records, texts, isKept: task.isKept }));
  records.flush();
  texts.flush();
  return read;
}

function readFile(
  { path, diskPath, known }: FileToRead,
  {
    setting,
    records,
    texts,
    isKept,
  }: Pick<ReadTask, 'isKept'> & {
    readonly setting: Setting;
    readonly records: RecordWriter;
    readonly texts: RecordWriter;
  },
): FileRead {
  const found = readText(path, diskPath);
  if (found.kind === 'failed') return { kind: 'failed', path, finding: found.finding };
  const { content } = found;
  if (known.includes(content)) return { kind: 'same', path, content };
  const media = new RecordedMedia(setting.media);
  const { value: article, findings } = readArticle(found.file, { ...setting, media });
  const { story, words, entry, record, text } = enterArticle(article, setting.site);
  const isStoryKept = isKept && mayKeepStory();
  const place = records.append(record, isKept && !isStoryKept ? record : null);
  if (isStoryKept) keepStory(path, { place, folder: records.folder, story, words });
  return {
    kind: 'read',
    path,
    story: packStory({
      content,
      entry,
      findings,
      lookups: [...media.lookups],
      record: place,
      isFleeting: media.hasListed,
      text: texts.append(text, isKept ? article.body.html : null),
    }),
    pictures: [...media.pictures],
  };
}

const writers = new Map<string, RecordWriter>();

function writerFor({ folder, name }: LogTarget): RecordWriter {
  const key = `${folder}/${name}`;
  const known = writers.get(key);
  if (known) return known;
  const writer = new RecordWriter(folder, logName(name, threadId));
  writers.set(key, writer);
  return writer;
}

/** Closes the logs of this thread. */
export function closeLogs(): void {
  for (const writer of writers.values()) writer.close();
  writers.clear();
}
