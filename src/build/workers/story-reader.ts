import type { Story } from '../../domain/story/story.ts';
import { asHtml, type Html } from '../../domain/html.ts';
import { sectionOf } from '../../domain/languages.ts';
import type { Site } from '../../domain/site/site.ts';
import { readArticle } from '../../newsroom/newsroom.ts';
import { enterArticle, storyOfRecord, wordsOfRecord } from '../../newsroom/enter-article.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import { isSamePlace, type RecordPlace, RecordReader } from '../cache/record-log.ts';
import { readText } from '../../disk/read-text.ts';
import { ContentChangedError } from '../rendering/content-faults.ts';
import { RecentlyRead } from './recently-read.ts';
import { settingOf, sharedForPages } from './task-context.ts';
import type { Materials } from '../../pages/surroundings.ts';
import { storiesIn } from '../../pages/packed.ts';
import { shownText } from '../../pages/story/body.ts';

/** Where a story is: what was made of it, and its source file. */
export interface StorySource {
  readonly record: RecordPlace;
  readonly diskPath: string;
  readonly content: Fingerprint;
  /** Its text, if it was rendered in this build. */
  readonly text: RecordPlace | undefined;
}

/** A story, and where its record lies. */
export interface KnownStory {
  readonly place: RecordPlace;
  /** Absolute path of the folder of logs. */
  readonly folder: string;
  readonly story: Story;
  /** The words that it is found by, where they are at hand. */
  readonly words: string | undefined;
}

/** Stories that were read lately: a story is on several pages, most of which are made close together. */
const recent = new RecentlyRead<KnownStory>(2_000);

/** The first stories that this thread has made of their files, by their paths. */
const made = new Map<string, KnownStory>();
const MOST_MADE = 7_000;

/** Looks stories up where they were kept, and reads their files again where that is damaged. */
export class StoryReader {
  private readonly sourceOf: (path: string) => StorySource | undefined;
  private readonly places: { readonly site: Site; readonly records: string; readonly texts: string };
  /** Pages of one story come one after the other. */
  private last: { readonly place: RecordPlace; readonly text: Html } | undefined;

  /**
   * @param sourceOf Where each story is.
   * @param places The folders of the logs of records and of texts, and the site that the stories are of.
   */
  constructor(sourceOf: (path: string) => StorySource | undefined, places: StoryReader['places']) {
    this.sourceOf = sourceOf;
    this.places = places;
  }

  story(path: string): Story {
    const known = this.known(path);
    if (known) return known.story;
    const recorded = storyOfRecord(this.record(path));
    const story = { ...recorded, section: sectionOf(recorded.article, this.places.site) };
    recent.set(path, { place: this.source(path).record, folder: this.places.records, story, words: undefined });
    return story;
  }

  text(path: string): Html {
    const { text } = this.source(path);
    if (!text) return this.readAgain(path).html;
    if (this.last && isSamePlace(this.last.place, text)) return this.last.text;
    const rendered = readerOf(this.places.texts).read(text);
    if (rendered === undefined) return this.readAgain(path).html;
    this.last = { place: text, text: asHtml(rendered) };
    return this.last.text;
  }

  /** The words that it is found by. */
  words(path: string): string {
    return this.known(path)?.words ?? wordsOfRecord(this.record(path));
  }

  private known(path: string): KnownStory | undefined {
    const known = made.get(path) ?? recent.get(path);
    if (known?.folder !== this.places.records) return undefined;
    return isSamePlace(known.place, this.source(path).record) ? known : undefined;
  }

  private record(path: string): string {
    return readerOf(this.places.records).read(this.source(path).record) ?? this.readAgain(path).record;
  }

  private source(path: string): StorySource {
    const source = this.sourceOf(path);
    if (!source) throw new Error(`A page was to be made of ${path}, which nobody said`);
    return source;
  }

  /** Makes a story of its source file once more. */
  private readAgain(path: string): { readonly record: string; readonly html: Html } {
    const { diskPath, content } = this.source(path);
    const found = readText(path, diskPath);
    if (found.kind === 'failed' || found.content !== content) {
      throw new ContentChangedError(path);
    }
    const { value: article } = readArticle(found.file, settingOf());
    return { record: enterArticle(article, settingOf().site).record.toString('utf8'), html: article.body.html };
  }
}

/** Whether there is room for a story that this thread has just made of its file. */
export function mayKeepStory(): boolean {
  return made.size < MOST_MADE;
}

/** Keeps a story that this thread has just made of its file: it need not be read back from its record. */
export function keepStory(path: string, story: KnownStory): void {
  made.set(path, story);
}

const readers = new Map<string, RecordReader>();

function readerOf(folder: string): RecordReader {
  const known = readers.get(folder) ?? new RecordReader(folder);
  readers.set(folder, known);
  return known;
}

/** Closes the logs that this thread has open, and forgets the stories that it has read. */
export function closeReaders(): void {
  for (const reader of readers.values()) reader.close();
  readers.clear();
  recent.clear();
  made.clear();
}

/** Where the stories of a task are to be had, by their paths: those that its subjects have, if it is sent to another thread. */
export type StorySources = SourcesHere | Readonly<Record<string, StorySource>>;

/** Where stories are to be had, asked for one by one, while a task stays in the thread that knows. */
export class SourcesHere {
  readonly sourceOf: (path: string) => StorySource;
  private readonly subjects: readonly object[];

  /** @param subjects All that a task is to make something of. */
  constructor(sourceOf: (path: string) => StorySource, subjects: readonly object[]) {
    this.sourceOf = sourceOf;
    this.subjects = subjects;
  }

  toJSON(): StorySources {
    const sources: Record<string, StorySource> = {};
    for (const { entry } of storiesIn(this.subjects)) sources[entry.path] ??= this.sourceOf(entry.path);
    return sources;
  }
}

/** Looks up where the story of a path is to be had. */
export function sourcesIn(sources: StorySources): (path: string) => StorySource | undefined {
  return sources instanceof SourcesHere ? sources.sourceOf : (path) => sources[path];
}

/** What makers of pages may know, from the places where it lies. */
export function materialsFrom(sourceOf: (path: string) => StorySource | undefined): {
  readonly materials: Materials;
  readonly storyAt: (path: string) => Story;
} {
  const { surroundings, records, texts } = sharedForPages();
  const stories = new StoryReader(sourceOf, { site: surroundings.site, records, texts });
  return {
    materials: {
      ...surroundings,
      textOf: (story) => shownText(stories.text(story.article.path), story),
      wordsOf: ({ article }) => stories.words(article.path),
    },
    storyAt: (path) => stories.story(path),
  };
}
