import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { href } from '../../domain/site.ts';
import type { Entry } from '../../domain/entry.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Html } from '../../domain/html.ts';
import { outputPath } from '../../domain/url-path.ts';
import { NOT_FOUND_URL } from '../../domain/own-urls.ts';
import { shownText } from '../../pages/shown-text.ts';
import { makePage, packPage, type PageSpec, specsOf } from '../../pages/page-spec.ts';
import { readArticle } from '../../pipeline.ts';
import { PublishedStory } from '../../relate/published-story.ts';
import { filesIn } from '../files-in.ts';
import { loadPrinters } from '../layouts.ts';
import type { PreparedBuild } from '../prepared-build.ts';
import type { NewsroomRead } from '../read-newsroom.ts';
import { readText } from '../read-text.ts';
import type { SourceFiles } from '../source-files.ts';
import type { FoundFile } from '../walk-content.ts';
import { printPage } from '../work/print-page.ts';
import type { StorySource } from '../work/print-pages.ts';
import { StoryReader } from '../work/story-reader.ts';
import { contentTypeOf } from './content-type.ts';
import type { LiveCache } from './live-cache.ts';

/** What is at an address. */
export type LiveFile =
  | { readonly kind: 'text'; readonly type: string; readonly text: string }
  | { readonly kind: 'file'; readonly type: string; readonly diskPath: string }
  | { readonly kind: 'redirect'; readonly to: string };

/** An edition that can be published, as it was read. */
export interface LiveEditionSource {
  readonly newsroom: NewsroomRead;
  readonly prepared: PreparedBuild;
  readonly files: SourceFiles;
  readonly cache: LiveCache;
  /** Absolute path of the folder of what the templates of `content/pages/` made. */
  readonly templates: string;
}

const PAGES_OF_FRONTS: readonly PageSpec['kind'][] = ['home', 'languageFront', 'section'];

/** An edition whose pages are made when somebody asks for them. */
export class LiveEdition {
  readonly newsroom: NewsroomRead;
  readonly files: SourceFiles;
  /** The files of `content/fronts/`. */
  readonly fronts: readonly FoundFile[];
  private current: PreparedBuild;
  private readonly cache: LiveCache;
  private readonly pages: Map<string, PageSpec>;
  private readonly media: ReadonlyMap<string, string>;
  private readonly stories: ReadonlyMap<string, PublishedStory>;
  private readonly storyFiles: ReadonlyMap<string, FoundFile>;
  private readonly diskPaths: ReadonlySet<string>;
  /** Where each story is. They are this edition's own: reading the newsroom again does not change them. */
  private readonly sources: Map<string, StorySource>;
  private readonly reader: StoryReader;
  private own: ReadonlyMap<string, string>;

  /** @param before The edition before this one; texts that were rendered for it are used again. */
  constructor({ newsroom, prepared, files, cache, templates }: LiveEditionSource, before: LiveEdition | undefined) {
    this.newsroom = newsroom;
    this.current = prepared;
    this.files = files;
    this.fronts = files.walk.texts.filter(({ path }) => path.startsWith('content/fronts/'));
    this.cache = cache;
    const { edition } = prepared;
    this.pages = new Map(prepared.specs.map((spec) => [fileOf(spec), spec]));
    this.media = new Map(
      [...prepared.copies].map(([from, to]) => [to.normalize('NFC'), files.walk.media.get(from)?.diskPath ?? '']),
    );
    const stories = edition.stories.filter((story) => story instanceof PublishedStory);
    this.stories = new Map(stories.map((story) => [story.entry.path, story]));
    this.storyFiles = new Map(
      files.walk.texts.filter(({ path }) => this.stories.has(path)).map((file) => [file.diskPath, file]),
    );
    this.diskPaths = new Set(files.all.map(({ diskPath }) => diskPath));
    this.sources = new Map(
      stories.map(({ entry: { path } }) => [path, withKnownText(newsroom.sourceOf(path), before?.sources.get(path))]),
    );
    this.reader = new StoryReader((path) => this.sources.get(path), {
      site: edition.site,
      records: cache.records,
      texts: cache.texts,
    });
    this.own = ownFilesIn(templates);
  }

  get prepared(): PreparedBuild {
    return this.current;
  }

  /** Whether a file of the content folder was there when the newsroom was read. */
  knows(diskPath: string): boolean {
    return this.diskPaths.has(diskPath);
  }

  /** A published story's file, and its entry. */
  storyAt(diskPath: string): { readonly file: FoundFile; readonly entry: Entry } | undefined {
    const file = this.storyFiles.get(diskPath);
    const entry = file && this.stories.get(file.path)?.entry;
    return file && entry && { file, entry };
  }

  /** Takes what was read of a story since; all that other pages know of it must be as it was, but its card. */
  renew(entry: Entry, source: StorySource): void {
    this.stories.get(entry.path)?.renew(entry);
    this.sources.set(entry.path, source);
  }

  /** Takes fronts that were curated anew; nothing else shows anything of them. */
  renewFronts(fronts: Edition['fronts']): void {
    const edition = { ...this.current.edition, fronts };
    const made = new Map([...specsOf(edition, PAGES_OF_FRONTS)].map((spec) => [fileOf(spec), spec]));
    for (const [file, spec] of made) this.pages.set(file, spec);
    const renewed = (spec: PageSpec): PageSpec =>
      (PAGES_OF_FRONTS.includes(spec.kind) && made.get(fileOf(spec))) || spec;
    this.current = { ...this.current, edition, specs: this.current.specs.map(renewed) };
  }

  /** Takes what the templates of `content/pages/` made anew. */
  renewOwnPages(templates: string): void {
    this.own = ownFilesIn(templates);
  }

  /**
   * What is at an address of the site, if there is anything.
   *
   * @param path Decoded: `/2026/11/23/flood/`.
   */
  async fileAt(path: string): Promise<LiveFile | undefined> {
    const { site } = this.prepared.edition;
    const { basePath } = site;
    if (basePath !== '' && (path === '/' || path === basePath)) return { kind: 'redirect', to: href(site, '/') };
    if (!path.startsWith(`${basePath}/`)) return undefined;
    const within = path.slice(basePath.length);
    const file = within.endsWith('/') ? `${within.slice(1)}index.html` : within.slice(1);
    const found = await this.fileOf(file);
    if (found || within.endsWith('/')) return found;
    return this.has(`${file}/index.html`) ? { kind: 'redirect', to: href(site, `${within}/`) } : undefined;
  }

  /** The page for addresses that lead nowhere. */
  async notFound(): Promise<LiveFile | undefined> {
    return this.fileOf(outputPath(NOT_FOUND_URL));
  }

  private has(file: string): boolean {
    return this.pages.has(file) || this.media.has(file) || this.own.has(file);
  }

  private async fileOf(file: string): Promise<LiveFile | undefined> {
    const type = contentTypeOf(file);
    const spec = this.pages.get(file);
    if (spec) return { kind: 'text', type, text: await this.print(spec) };
    const diskPath = this.own.get(file) ?? this.media.get(file);
    if (diskPath === undefined) return undefined;
    if (type.startsWith('text/html')) return { kind: 'text', type, text: readFileSync(diskPath, 'utf8') };
    return { kind: 'file', type, diskPath };
  }

  private async print(spec: PageSpec): Promise<string> {
    const { edition, assets } = this.prepared;
    const page = makePage(packPage(spec), (path) => this.reader.story(path), {
      edition,
      assets,
      textOf: (story) => shownText(this.textOf(story.article.path), story),
      wordsOf: ({ article }) => this.reader.words(article.path),
    });
    return printPage(page, await loadPrinters());
  }

  /** The text of a story, which is rendered when it is asked for first. */
  private textOf(path: string): Html {
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

/** The path of a page's file in the output. */
function fileOf({ url }: PageSpec): string {
  return outputPath(url).normalize('NFC');
}

function withKnownText(source: StorySource, before: StorySource | undefined): StorySource {
  if (source.text || !before?.text) return source;
  const [[log, start], [logBefore, startBefore]] = [source.record, before.record];
  return log === logBefore && start === startBefore ? { ...source, text: before.text } : source;
}

function ownFilesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(filesIn(folder).map((path) => [path.normalize('NFC'), join(folder, path)]));
}
