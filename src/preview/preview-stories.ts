import type { Entry } from '../domain/story/entry.ts';
import type { Html } from '../domain/html.ts';
import type { RelatedStory, Story } from '../domain/story/story.ts';
import { readArticle } from '../newsroom/newsroom.ts';
import type { NewsroomRead, PreviewStandIn } from '../pipeline.ts';
import { readText } from '../disk/read-text.ts';
import { StoryReader, type StorySource } from '../build/workers/story-reader.ts';
import type { PreviewCache } from './preview-cache.ts';

/** The published stories of an edition. A text is rendered when it is asked for first. */
export class PreviewStories {
  private readonly newsroom: NewsroomRead;
  private readonly cache: PreviewCache;
  private readonly published: ReadonlyMap<string, RelatedStory>;
  /** Where each story is. They are this edition's own: reading the newsroom again does not change them. */
  private readonly sources: Map<string, StorySource>;
  private readonly reader: StoryReader;

  /** @param before The stories of the edition before; texts that were rendered for it are used again. */
  constructor(newsroom: NewsroomRead, cache: PreviewCache, before: PreviewStories | undefined) {
    this.newsroom = newsroom;
    this.cache = cache;
    const { stories } = newsroom.edition;
    this.published = new Map(stories.map((story) => [story.entry.path, story]));
    this.sources = new Map(
      stories.map(({ entry: { path } }) => [path, withKnownText(newsroom.sourceOf(path), before?.sources.get(path))]),
    );
    this.reader = new StoryReader((path) => this.sources.get(path), {
      site: newsroom.edition.site,
      records: cache.records,
      texts: cache.texts,
    });
  }

  entryOf(path: string): Entry | undefined {
    return this.published.get(path)?.entry;
  }

  /** A story as it is, which goes on being so whatever is read of it later. */
  standInOf(path: string): PreviewStandIn | undefined {
    const entry = this.entryOf(path);
    const source = this.sources.get(path);
    if (!entry || !source) return undefined;
    const { records, texts } = this.cache;
    const reader = new StoryReader(() => source, { site: this.newsroom.edition.site, records, texts });
    return { entry, source, recordOf: () => reader.story(path).article };
  }

  /** Takes what was read of a story since; all that other pages know of it must be as it was, but its card. */
  renew(entry: Entry, source: StorySource): void {
    this.published.get(entry.path)?.renew(entry);
    this.sources.set(entry.path, source);
  }

  story(path: string): Story {
    return this.reader.story(path);
  }

  /** The words that a story is found by. */
  words(path: string): string {
    return this.reader.words(path);
  }

  text(path: string): Html {
    const source = this.sources.get(path);
    if (!source) throw new Error(`A page was to be made of ${path}, which nobody said`);
    if (source.text) return this.reader.text(path);
    const found = readText(path, source.diskPath);
    if (found.kind === 'failed' || found.content !== source.content) {
      throw new Error(`${path} was changed since it was read, and its text was never rendered`);
    }
    const { html } = readArticle(found.file, this.newsroom.setting).value.body;
    this.sources.set(path, { ...source, text: this.cache.keepText(html) });
    return html;
  }
}

function withKnownText(source: StorySource, before: StorySource | undefined): StorySource {
  if (source.text || !before?.text) return source;
  const [[log, start], [logBefore, startBefore]] = [source.record, before.record];
  return log === logBefore && start === startBefore ? { ...source, text: before.text } : source;
}
