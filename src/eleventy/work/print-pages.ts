import { closeSync, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Story } from '../../domain/related-story.ts';
import { outputPath } from '../../domain/url-path.ts';
import { makePage, type PackedPage } from '../../pages/page-spec.ts';
import { shownText } from '../../pages/shown-text.ts';
import type { Imprint } from '../../pages/publication.ts';
import { type Fingerprint, fingerprintOfBytes } from '../../plan/fingerprint.ts';
import { type FileState, stateOf } from '../cache/file-state.ts';
import type { RecordPlace } from '../cache/record-log.ts';
import { loadPrinters } from '../layouts.ts';
import { printPage } from './print-page.ts';
import { publicationOf } from './shared.ts';
import { StoryReader } from './story-reader.ts';

/** Makes pages, prints them and writes their files. */
export interface PrintTask {
  readonly name: 'print';
  /** Absolute path of the folder that the files' paths begin at. */
  readonly root: string;
  readonly pages: readonly PackedPage[];
  readonly stories: StorySources;
}

/** Where the stories of some pages are to be had, by their paths. */
export type StorySources = Readonly<Record<string, StorySource>>;

/** Where a story is: what was made of it, and its source file. */
export interface StorySource {
  readonly record: RecordPlace;
  readonly diskPath: string;
  readonly content: Fingerprint;
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

export async function printPages({ root, pages, stories }: PrintTask): Promise<readonly PrintedFile[]> {
  const printers = await loadPrinters();
  const { imprint, storyAt } = imprintFrom((path) => stories[path]);
  return pages.map((packed) => {
    const text = printPage(makePage(packed, storyAt, imprint), printers);
    return writeFile(root, outputPath(packed.url), text);
  });
}

/** What makers of pages may know, from the places where it lies. */
export function imprintFrom(sourceOf: (path: string) => StorySource | undefined): {
  readonly imprint: Imprint;
  readonly storyAt: (path: string) => Story;
} {
  const { edition, assets, records, texts } = publicationOf();
  const stories = new StoryReader(sourceOf, { site: edition.site, records, texts });
  return {
    imprint: {
      edition,
      assets,
      textOf: (story) => shownText(stories.text(story.article.path), story),
      wordsOf: ({ article }) => stories.words(article.path),
    },
    storyAt: (path) => stories.story(path),
  };
}

/** Folders that were made for one root, so that each is made once. */
let made = { root: '', folders: new Set<string>() };

function writeFile(root: string, path: string, text: string): PrintedFile {
  const target = join(root, path);
  const folder = dirname(target);
  if (made.root !== root) made = { root, folders: new Set() };
  if (!made.folders.has(folder)) mkdirSync(folder, { recursive: true });
  made.folders.add(folder);
  const bytes = Buffer.from(text);
  const file = openSync(target, 'w');
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    return { path, content: fingerprintOfBytes(bytes), state: stateOf(fstatSync(file)) };
  } finally {
    closeSync(file);
  }
}
