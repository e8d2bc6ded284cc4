import { closeSync, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StoredStory } from '../../domain/article.ts';
import { asHtml, type Html } from '../../domain/html.ts';
import { outputPath } from '../../domain/url-path.ts';
import type { PageSpec } from '../../pages/page-spec.ts';
import { makePage } from '../../pages/pages.ts';
import type { Publication } from '../../pages/publication.ts';
import { enterArticle, readArticle } from '../../pipeline.ts';
import { type Fingerprint, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import { type FileState, stateOf } from '../cache/file-state.ts';
import { type RecordPlace, RecordReader } from '../cache/record-log.ts';
import { loadPrinters } from '../layouts.ts';
import { readText } from '../read-text.ts';
import { printPage } from './print-page.ts';
import { publicationOf, settingOf } from './shared.ts';

/** Makes pages, prints them and writes their files. */
export interface PrintTask {
  readonly name: 'print';
  /** Absolute path of the folder that the files' paths begin at. */
  readonly root: string;
  readonly pages: readonly PageSpec[];
  readonly sources: StorySources;
}

/** Where the stories of some pages are to be had. */
export interface StorySources {
  /** Folder of the logs of records, and of texts. */
  readonly records: string;
  readonly texts: string;
  readonly stories: ReadonlyMap<string, StorySource>;
}

/** Where a story is: its source file, and what was made of it. */
export interface StorySource {
  readonly diskPath: string;
  readonly content: Fingerprint;
  readonly record: RecordPlace;
  /** Its text, if it was rendered in this build. */
  readonly text: RecordPlace | undefined;
}

/** A file that was written. */
export interface PrintedFile {
  readonly path: string;
  /** The fingerprint of its bytes. */
  readonly content: Fingerprint;
  readonly state: FileState;
}

export async function printPages({ root, pages, sources }: PrintTask): Promise<readonly PrintedFile[]> {
  const printers = await loadPrinters();
  const publication = publicationFrom(sources);
  return pages.map((spec) => {
    const text = printPage(makePage(spec, publication), printers);
    return writeFile(root, outputPath(spec.url), text);
  });
}

/** What makers of pages may know, from the places where it lies. */
export function publicationFrom(sources: StorySources): Publication {
  const stories = new StoryReader(sources);
  return { ...publicationOf(), storyAt: (path) => stories.story(path), textOf: (path) => stories.text(path) };
}

const folders = new Set<string>();

function writeFile(root: string, path: string, text: string): PrintedFile {
  const target = join(root, path);
  const folder = dirname(target);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  const bytes = Buffer.from(text);
  const file = openSync(target, 'w');
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    return { path, content: fingerprintOfBytes(bytes), state: stateOf(fstatSync(file)) };
  } finally {
    closeSync(file);
  }
}

const readers = new Map<string, RecordReader>();

function readerOf(folder: string): RecordReader {
  const known = readers.get(folder) ?? new RecordReader(folder);
  readers.set(folder, known);
  return known;
}

/** Stories that were read lately: a story is on several pages, most of which are made close together. */
const recent = new Map<string, StoredStory>();
const MOST_RECENT = 20_000;

class StoryReader {
  private readonly sources: StorySources;

  constructor(sources: StorySources) {
    this.sources = sources;
  }

  story(path: string): StoredStory {
    const { record } = this.source(path);
    const key = `${record[0]} ${record[1]}`;
    const known = recent.get(key);
    if (known) return known;
    const text = readerOf(this.sources.records).read(record);
    const story = JSON.parse(text ?? this.readAgain(path).record) as StoredStory;
    if (recent.size >= MOST_RECENT) recent.clear();
    recent.set(key, story);
    return story;
  }

  text(path: string): Html {
    const { text } = this.source(path);
    const rendered = text && readerOf(this.sources.texts).read(text);
    return rendered === undefined ? this.readAgain(path).html : asHtml(rendered);
  }

  private source(path: string): StorySource {
    const source = this.sources.stories.get(path);
    if (!source) throw new Error(`A page was to be made of ${path}, which nobody said`);
    return source;
  }

  /** Makes a story of its source file once more, where what was kept of it is not there. */
  private readAgain(path: string): { readonly record: string; readonly html: Html } {
    const { diskPath, content } = this.source(path);
    const found = readText(path, diskPath);
    if (found.kind === 'failed' || found.content !== content) {
      throw new Error(`${path} was changed while the site was built; build again`);
    }
    const { value: article } = readArticle(found.file, settingOf());
    return { record: enterArticle(article, settingOf().site).record, html: article.body.html };
  }
}
