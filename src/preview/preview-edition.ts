import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CONTENT_KINDS, isAt } from '../domain/content/content-kinds.ts';
import { policyFor } from '../domain/media/policy.ts';
import { href } from '../domain/site/site.ts';
import { patternRedirect } from '../domain/redirects/patterns.ts';
import type { ArticleRecord } from '../domain/story/article.ts';
import type { Entry } from '../domain/story/entry.ts';
import type { Edition } from '../domain/edition.ts';
import { NOT_FOUND_URL, outputPath, type UrlPath } from '../domain/addresses.ts';
import { shownText } from '../pages/story/body.ts';
import { isCardPath } from '../pages/site/social-card.ts';
import { makePage, type PageSpec, sourceOf, specsOf } from '../pages/page-specs.ts';
import type { Fingerprint } from '../plan/fingerprint.ts';
import { filesIn } from '../disk/files.ts';
import type { PreparedBuild } from '../build/planning/prepared-build.ts';
import type { RelatedStory, Story } from '../domain/story/story.ts';
import type { NewsroomRead, PreviewStandIn } from '../pipeline.ts';
import { makePicture, type PictureMaking } from '../build/pictures/make-pictures.ts';
import { PictureCache } from '../build/pictures/picture-cache.ts';
import { picturesOf, type WantedPicture } from '../build/planning/wanted-pictures.ts';
import type { PublishedFile, SourceFiles } from '../build/reading/source-files.ts';
import type { FoundFile } from '../disk/walk-content.ts';
import type { StorySource } from '../build/workers/story-reader.ts';
import type { PreviewCache } from './preview-cache.ts';
import { printForPreview } from './preview-layouts.ts';
import type { TemplatesRendered } from './preview-templates.ts';
import { PreviewStories } from './preview-stories.ts';
import { contentType } from 'mime-types';

/** What is at an address. */
export type PreviewFile =
  | {
      readonly kind: 'text';
      readonly type: string;
      readonly text: string;
      /** Path of the file of `content/` that it is the page of, if there is one. */
      readonly source?: string | undefined;
      /** Which kind of page it is; nothing where a template of the newsroom's own, or a copied file, makes it. */
      readonly of?: PageSpec['kind'];
    }
  | ({ readonly type: string; readonly policy?: string | undefined } & PublishedFile)
  | { readonly kind: 'redirect'; readonly to: string };

/** An edition that can be published, as it was read. */
export interface PreviewEditionSource {
  readonly newsroom: NewsroomRead;
  readonly prepared: PreparedBuild;
  readonly files: SourceFiles;
  readonly cache: PreviewCache;
  readonly templates: TemplatesRendered;
}

const PAGES_OF_FRONTS: readonly PageSpec['kind'][] = ['home', 'languageFront', 'section'];

/** An edition whose pages are made when somebody asks for them. */
export class PreviewEdition {
  readonly newsroom: NewsroomRead;
  readonly files: SourceFiles;
  /** The files of `content/fronts/`. */
  readonly fronts: readonly FoundFile[];
  private current: PreparedBuild;
  private readonly pages: Map<string, PageSpec>;
  /** Files that are copied: where they are published → path in `content/`. */
  private readonly media: ReadonlyMap<string, string>;
  /** Files that are made of pictures when a browser asks for them: where they are published → what they are made of. */
  private pictures: ReadonlyMap<string, WantedPicture>;
  /** Likewise, of a story that was not saved. */
  private ofUnsaved: ReadonlyMap<string, WantedPicture> = new Map();
  private readonly making: PictureMaking;
  private readonly stories: PreviewStories;
  /** Stories, fronts and pages, by their paths on disk. */
  private readonly textFiles: ReadonlyMap<string, FoundFile>;
  private readonly diskPaths: ReadonlySet<string>;
  private own: ReadonlyMap<string, OwnFile>;
  /** Of the files of own pages, by their paths. */
  private readonly ownContents: ReadonlyMap<string, Fingerprint | undefined>;

  /** @param before The edition before this one; texts that were rendered for it are used again. */
  constructor(
    { newsroom, prepared, files, cache, templates }: PreviewEditionSource,
    before: PreviewEdition | undefined,
  ) {
    this.newsroom = newsroom;
    this.current = prepared;
    this.files = files;
    this.fronts = files.walk.texts.filter(({ path }) => isAt(CONTENT_KINDS.fronts, path));
    this.pages = new Map(prepared.specs.map((spec) => [fileOf(spec), spec]));
    this.media = new Map(prepared.copies.map(([from, to]) => [to.normalize('NFC'), from]));
    this.pictures = prepared.pictures;
    this.making = { cache: new PictureCache(cache.pictures), diskPathOf: (path) => files.diskPathOf(path) };
    this.stories = new PreviewStories(newsroom, cache, before?.stories);
    this.textFiles = new Map(files.walk.texts.map((file) => [file.diskPath, file]));
    this.diskPaths = new Set(files.all.map(({ diskPath }) => diskPath));
    this.own = ownFilesIn(templates);
    this.ownContents = new Map(prepared.edition.ownPages.map(({ path }) => [path, files.contentOf(path)]));
  }

  get prepared(): PreparedBuild {
    return this.current;
  }

  /** Whether a file of the content folder was there when the newsroom was read. */
  knows(diskPath: string): boolean {
    return this.diskPaths.has(diskPath);
  }

  /** Whether it has the page that a file with this content makes. */
  hasPage(path: string, content: Fingerprint | undefined): boolean {
    return content !== undefined && this.ownContents.get(path) === content;
  }

  /** A story, a front or a page, by its path on disk. */
  fileOnDisk(diskPath: string): FoundFile | undefined {
    return this.textFiles.get(diskPath);
  }

  /** The entry of a story that is shown. */
  entryOf(path: string): Entry | undefined {
    return this.stories.entryOf(path);
  }

  /** All of a story that is shown but its text. */
  articleOf(path: string): ArticleRecord {
    return this.stories.story(path).article;
  }

  /** The stories that are shown before their embargo ends, the last to be published first. */
  get embargoed(): readonly RelatedStory[] {
    const { stories, now } = this.prepared.edition;
    const end = stories.findIndex(({ entry }) => entry.date <= now);
    return end < 0 ? stories : stories.slice(0, end);
  }

  /** A story as it is shown, to stand in for one with errors. */
  standInOf(path: string): PreviewStandIn | undefined {
    return this.stories.standInOf(path);
  }

  /** The file of a story or an own page that would be at an address but for its errors. */
  heldUpAt(path: string): string | undefined {
    const { basePath } = this.prepared.edition.site;
    if (!path.startsWith(`${basePath}/`)) return undefined;
    const { heldUpAt } = this.newsroom;
    const url = path.slice(basePath.length) as UrlPath;
    return heldUpAt.get(url) ?? heldUpAt.get(`${url}/` as UrlPath);
  }

  /** A story that is shown, with all that its page shows of it but its text. */
  storyAt(path: string): Story {
    return this.stories.story(path);
  }

  /** Has the pictures of a story that was not saved made when they are asked for. */
  showPicturesOf(unsaved: Edition): void {
    this.ofUnsaved = picturesOf(unsaved);
  }

  /** Takes what was read of a story since; all that other pages know of it must be as it was, but its card. */
  renew(entry: Entry, source: StorySource): void {
    this.newsroom.heldUp.delete(entry.path);
    this.stories.renew(entry, source);
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
  renewOwnPages(templates: TemplatesRendered): void {
    this.own = ownFilesIn(templates);
  }

  /**
   * What is at an address of the site, if there is anything.
   *
   * @param path Decoded: `/2026/11/23/flood/`.
   */
  async fileAt(path: string): Promise<PreviewFile | undefined> {
    const { site } = this.prepared.edition;
    const { basePath } = site;
    if (basePath !== '' && (path === '/' || path === basePath)) return { kind: 'redirect', to: href(site, '/') };
    if (!path.startsWith(`${basePath}/`)) return undefined;
    const within = path.slice(basePath.length);
    const file = within.endsWith('/') ? `${within.slice(1)}index.html` : within.slice(1);
    const found = await this.fileOf(file);
    if (found) return found;
    if (!within.endsWith('/') && this.has(`${file}/index.html`))
      return { kind: 'redirect', to: href(site, `${within}/`) };
    const to = patternRedirect(this.prepared.edition, within);
    return to === undefined ? undefined : { kind: 'redirect', to };
  }

  /** The file that an editor opens to change the page at an address. */
  sourceAt(path: string): string | undefined {
    const within = path.slice(this.prepared.edition.site.basePath.length + 1);
    const spec = this.pages.get(within.endsWith('/') || within === '' ? `${within}index.html` : within);
    return spec && sourceOf(spec);
  }

  /** The page for addresses that lead nowhere. */
  async notFound(): Promise<PreviewFile | undefined> {
    return this.fileOf(outputPath(NOT_FOUND_URL));
  }

  private has(file: string): boolean {
    return this.pages.has(file) || this.media.has(file) || this.own.has(file);
  }

  private async fileOf(file: string): Promise<PreviewFile | undefined> {
    const type = contentTypeOf(file);
    const spec = this.pages.get(file);
    if (spec) return { kind: 'text', type, text: await this.print(spec), source: sourceOf(spec), of: spec.kind };
    const bytes = this.current.bytes.get(file);
    if (bytes) return { kind: 'bytes', type, bytes };
    const picture = this.pictureAt(file);
    if (picture) return { kind: 'bytes', type, bytes: await makePicture(picture, this.making) };
    const published = this.publishedAt(file);
    if (published?.kind === 'file' && type.startsWith('text/html')) {
      const text = readFileSync(published.diskPath, 'utf8');
      return { kind: 'text', type, text, source: this.own.get(file)?.source };
    }
    return published && { type, ...published, policy: this.policyAt(file) };
  }

  /** What a file is made of; the card of a story may be another since that was saved. */
  private pictureAt(file: string): WantedPicture | undefined {
    if (!this.pictures.has(file) && isCardPath(file)) this.pictures = picturesOf(this.current.edition);
    return this.pictures.get(file) ?? this.ofUnsaved.get(file);
  }

  /** What browsers may do with a file that is opened by itself, where that is a medium. */
  private policyAt(file: string): string | undefined {
    const from = this.media.get(file);
    return from !== undefined && this.files.walk.media.has(from) ? policyFor(from) : undefined;
  }

  /** A file that is not made of the edition: of the templates of `content/pages/`, or a copy. */
  private publishedAt(file: string): PublishedFile | undefined {
    const own = this.own.get(file);
    if (own) return { kind: 'file', diskPath: own.diskPath };
    const from = this.media.get(file);
    return from === undefined ? undefined : this.files.publishedOf(from);
  }

  private async print(spec: PageSpec): Promise<string> {
    const { stories } = this;
    const page = makePage(spec, (path) => stories.story(path), {
      ...this.prepared.surroundings,
      textOf: (story) => shownText(stories.text(story.article.path), story),
      wordsOf: ({ article }) => stories.words(article.path),
    });
    return printForPreview(page, this.prepared);
  }
}

/** The path of a page's file in the output. */
function fileOf({ url }: PageSpec): string {
  return outputPath(url).normalize('NFC');
}

/** A file that a template made. */
interface OwnFile {
  readonly diskPath: string;
  /** The path of the template, if that is known. */
  readonly source: string | undefined;
}

function ownFilesIn({ folder, sources }: TemplatesRendered): ReadonlyMap<string, OwnFile> {
  return new Map(
    filesIn(folder).map((path) => {
      const file = path.normalize('NFC');
      return [file, { diskPath: join(folder, path), source: sources.get(file) }];
    }),
  );
}

/** What a file is said to be when it is served, by its name. */
export function contentTypeOf(path: string): string {
  // Rules for hosts, which have no ending: `_redirects`.
  if (/^_\w+$/.test(basename(path))) return 'text/plain; charset=utf-8';
  const type = contentType(extname(path)) || 'application/octet-stream';
  // The one kind of text that we publish and that gets no charset there.
  return type === 'application/xml' ? `${type}; charset=utf-8` : type;
}
