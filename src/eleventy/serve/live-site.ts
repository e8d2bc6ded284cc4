import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Entry } from '../../domain/entry.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import { relateFronts } from '../../relate/fronts.ts';
import { relatesAlike } from '../../relate/relates-alike.ts';
import { Cache, newName } from '../cache/cache.ts';
import { takeCache } from '../cache/take-cache.ts';
import { nextChange } from '../next-change.ts';
import type { ReadOptions } from '../options.ts';
import { fingerprintOfTemplates } from '../plan-build.ts';
import { type PreparedBuild, prepareBuild } from '../prepared-build.ts';
import { type NewsroomRead, readNewsroom } from '../read-newsroom.ts';
import { SourceFiles } from '../source-files.ts';
import { type FoundFile, walkContent } from '../walk-content.ts';
import { closeLogs } from '../work/read-articles.ts';
import { closeReaders } from '../work/story-reader.ts';
import { Workers } from '../work/workers.ts';
import { LiveCache } from './live-cache.ts';
import { LiveEdition } from './live-edition.ts';
import { renderTemplates } from './render-templates.ts';
import { rereadFronts } from './reread-fronts.ts';
import { type RereadStory, rereadStories } from './reread-stories.ts';

/** What to serve. */
export interface LiveOptions extends ReadOptions {
  /** Absolute path of the folder of what builds keep. */
  readonly cache: string;
  /** How many threads may work at once. */
  readonly jobs: number;
}

/** Is told of what is the matter with the cache. */
export interface CacheListener {
  /** A build has it: this waits. */
  onWait(processId: number): void;
  /** It cannot be written. */
  onUnkept(fault: Error): void;
}

/** What an update did: nothing that is seen; some stories or fronts read again; or the whole newsroom. */
export type UpdateKind = 'nothing' | 'stories' | 'newsroom';

/** With more stories than that, finding out whether they relate alike is not worth it. */
const MOST_STORIES = 50;

/** Templates as they were rendered last. */
interface RenderedTemplates {
  /** Absolute path of the folder of their files. */
  readonly folder: string;
  readonly fingerprint: Fingerprint;
}

/**
 * A newsroom that is read again whenever its files change. While something is wrong with it, the last edition that was
 * good stays. Only one update at a time.
 */
export class LiveSite {
  private readonly options: LiveOptions;
  private readonly cache: LiveCache;
  /** Absolute path of a folder that goes with this. */
  private readonly standIn: string;
  private good: LiveEdition | undefined;
  private templates: RenderedTemplates | undefined;
  /** Of the files of `content/pages/`, as the good edition was made of them. */
  private templateContents: readonly string[] = [];
  /** Whether the files are others than those of the good edition, in more than single stories. */
  private isBehind = true;
  /** What is wrong with files that the good edition has as they were before: their paths on disk → what is said of them. */
  private readonly broken = new Map<string, readonly Diagnostic[]>();
  private told: readonly Diagnostic[] = [];

  private constructor(options: LiveOptions, cache: LiveCache, standIn: string) {
    this.options = options;
    this.cache = cache;
    this.standIn = standIn;
  }

  /** Reads a newsroom for the first time, with what is kept of it, which nobody else may use meanwhile. */
  static async open(options: LiveOptions, listener: CacheListener): Promise<LiveSite> {
    const standIn = join(tmpdir(), `broadsheet-${newName()}`);
    const onWait = (processId: number): void => listener.onWait(processId);
    const onUnkept = (fault: Error): void => listener.onUnkept(fault);
    const { folder, lock } = await takeCache(options.cache, { standIn, onWait, onUnkept });
    let site: LiveSite | undefined;
    try {
      const cache = new LiveCache(new Cache(folder), folder);
      site = new LiveSite(options, cache, standIn);
      await site.readAll();
      closeLogs();
      // A site that cannot be read gives every story another form, which is not worth keeping.
      if (!site.diagnostics.some(({ path, severity }) => path === 'content/site.yaml' && severity === 'error'))
        cache.save();
      return site;
    } catch (fault) {
      site?.close();
      throw fault;
    } finally {
      lock?.release();
    }
  }

  /** The last edition that was good. */
  get edition(): LiveEdition | undefined {
    return this.good;
  }

  /** All that is wrong with the content as it is now. */
  get diagnostics(): readonly Diagnostic[] {
    const broken = [...this.broken.values()].flat();
    const paths = new Set(broken.map(({ path }) => path));
    const all = [...this.told.filter(({ path }) => !paths.has(path)), ...broken];
    return all.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  }

  /** Whether the edition is of the content as it is now. */
  get isGood(): boolean {
    return !this.isBehind && this.broken.size === 0;
  }

  /** When the passing of time will change the edition, in milliseconds since 1970. */
  get nextChange(): number | undefined {
    return this.options.now === undefined && this.good ? nextChange(this.good.prepared.edition) : undefined;
  }

  /**
   * Reads what changed.
   *
   * @param changed Paths on disk of files that may have changed, come or gone; `undefined` where anything may have.
   */
  async update(changed: ReadonlySet<string> | undefined): Promise<UpdateKind> {
    const { good } = this;
    if (changed && good && !this.isBehind) {
      // Editors make files beside the one that they save, and take them away again.
      const seen = [...changed].filter((path) => good.knows(path) || existsSync(path));
      if (seen.length === 0) return 'nothing';
      if (await this.readSome([...new Set([...this.broken.keys(), ...seen])], good)) return 'stories';
    }
    await this.readAll();
    return 'newsroom';
  }

  close(): void {
    closeLogs();
    closeReaders();
    this.cache.close();
    rmSync(this.standIn, { recursive: true, force: true });
  }

  private async readAll(): Promise<void> {
    const { options, cache } = this;
    this.isBehind = true;
    const files = new SourceFiles(walkContent(options.content), cache.sources, Date.now());
    const workers = new Workers(options.jobs);
    let newsroom: NewsroomRead;
    try {
      newsroom = await readNewsroom(options, { files, cache, workers, texts: cache.texts });
    } finally {
      await workers.close();
    }
    files.forgetGone();
    this.broken.clear();
    this.told = newsroom.diagnostics;
    if (newsroom.diagnostics.some(isError)) return;
    const prepared = prepareBuild(newsroom, options.content);
    const contents = files.templateContents;
    const templates = await this.templatesOf(prepared, { contents, newsroom });
    if (!templates) return;
    this.good = new LiveEdition({ newsroom, prepared, files, cache, templates: templates.folder }, this.good);
    this.templateContents = contents;
    this.replaceTemplates(templates);
    this.isBehind = false;
  }

  /**
   * Reads some stories and fronts again, if nothing else changed and all relations between stories hold. The edition is then
   * of what they are now, or as it was, where something is wrong with one of them.
   *
   * @returns Whether that was enough.
   */
  private async readSome(diskPaths: readonly string[], good: LiveEdition): Promise<boolean> {
    const rows = this.cache.current;
    if (!rows || diskPaths.length > MOST_STORIES) return false;
    const stories = new Map<string, { readonly file: FoundFile; readonly entry: Entry }>();
    const fronts = new Map(good.fronts.map((front) => [front.diskPath, front]));
    const changedFronts = diskPaths.filter((diskPath) => fronts.has(diskPath));
    for (const diskPath of diskPaths) {
      if (fronts.has(diskPath) && existsSync(diskPath)) continue;
      const story = good.storyAt(diskPath);
      if (!story || !existsSync(diskPath) || this.hasRelatedFindings(story.entry.path)) return false;
      stories.set(story.entry.path, story);
    }
    const files = [...stories.values()].map(({ file }) => file);
    const reads = rereadStories(files, { rows, cache: this.cache });
    const told = new Map(
      reads.map((read) => [read.path, good.newsroom.pinpoint(read.kind === 'same' ? [] : findingsOf(read))]),
    );
    const curated = changedFronts.length > 0 ? rereadFronts(good.fronts, good.newsroom.setting) : undefined;
    const ofFronts = good.newsroom.pinpoint(curated?.findings ?? []);
    const isWrong = [...told.values(), ofFronts].flat().some(isError);
    if (!isWrong) {
      const changed = reads.filter((read) => read.kind === 'read');
      if (!changed.every(({ path, article }) => holds(stories.get(path)?.entry, article.entry))) return false;
      for (const { path, article, text } of changed) {
        const { file } = stories.get(path) ?? {};
        if (!file) continue;
        rows.set(path, article);
        const { content, record } = article;
        good.renew(article.entry, { diskPath: file.diskPath, content, record, text });
      }
      const renewed = new Set(changed.map(({ path }) => path));
      this.told = [
        ...this.told.filter(({ path }) => !renewed.has(path)),
        ...changed.flatMap(({ path }) => told.get(path) ?? []),
      ];
      if (curated) this.curate(curated, good);
    }
    this.broken.clear();
    if (isWrong) {
      for (const read of reads) {
        const diskPath = stories.get(read.path)?.file.diskPath;
        if (diskPath !== undefined) this.broken.set(diskPath, told.get(read.path) ?? []);
      }
      for (const { path, diskPath } of curated ? good.fronts : []) {
        this.broken.set(
          diskPath,
          ofFronts.filter((diagnostic) => diagnostic.path === path),
        );
      }
      return true;
    }
    const templates = await this.templatesOf(good.prepared, {
      contents: this.templateContents,
      newsroom: good.newsroom,
    });
    if (!templates) {
      this.isBehind = true;
      return true;
    }
    good.renewOwnPages(templates.folder);
    this.replaceTemplates(templates);
    return true;
  }

  /** Puts other fronts into an edition. */
  private curate(sources: ReturnType<typeof rereadFronts>, good: LiveEdition): void {
    const { fronts, findings } = relateFronts(sources.value, good.prepared.edition);
    const paths = new Set(good.fronts.map(({ path }) => path));
    this.told = [
      ...this.told.filter(({ path }) => !paths.has(path)),
      ...good.newsroom.pinpoint([...sources.findings, ...findings]),
    ];
    good.renewFronts(fronts);
  }

  /** Whether something was said of a story, or of a place in it, that only other stories explain. */
  private hasRelatedFindings(path: string): boolean {
    const own = (this.cache.current?.get(path)?.findings ?? []).map(({ code }) => code);
    return this.told.some((diagnostic) => {
      if (diagnostic.related.some((place) => place.path === path)) return true;
      if (diagnostic.path !== path) return false;
      const index = own.indexOf(diagnostic.code);
      if (index >= 0) own.splice(index, 1);
      return index < 0;
    });
  }

  /** What the templates of `content/pages/` make of an edition, or `undefined` where one is wrong, which is then told. */
  private async templatesOf(
    prepared: PreparedBuild,
    { contents, newsroom }: { readonly contents: readonly string[]; readonly newsroom: NewsroomRead },
  ): Promise<RenderedTemplates | undefined> {
    const fingerprint = fingerprintOfTemplates(prepared, contents);
    if (this.templates?.fingerprint === fingerprint) return this.templates;
    const folder = this.cache.newFolder('own');
    const finding = await renderTemplates(prepared, folder);
    if (!finding) return { folder, fingerprint };
    rmSync(folder, { recursive: true, force: true });
    this.told = [...newsroom.diagnostics, ...newsroom.pinpoint([finding])];
    return undefined;
  }

  private replaceTemplates(templates: RenderedTemplates): void {
    if (this.templates && this.templates.folder !== templates.folder) {
      rmSync(this.templates.folder, { recursive: true, force: true });
    }
    this.templates = templates;
  }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function findingsOf(read: Exclude<RereadStory, { readonly kind: 'same' }>): Parameters<NewsroomRead['pinpoint']>[0] {
  return read.kind === 'failed' ? [read.finding] : read.article.findings;
}

function holds(before: Entry | undefined, now: Entry): boolean {
  return before !== undefined && relatesAlike(before, now);
}
