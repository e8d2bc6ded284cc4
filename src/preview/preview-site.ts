import { existsSync } from 'node:fs';
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts';
import { SITE_PATH } from '../domain/site/site.ts';
import { relateFronts } from '../relate/fronts/fronts.ts';
import { relatesAlike } from '../domain/story/entry.ts';
import { nextChange } from '../pages/page-specs.ts';
import type { ReadOptions } from '../build/building.ts';
import { prepareBuild } from '../build/planning/prepared-build.ts';
import { type NewsroomRead, readNewsroom } from '../pipeline.ts';
import { SourceFiles } from '../build/reading/source-files.ts';
import { walkContent } from '../disk/walk-content.ts';
import { closeLogs } from '../build/workers/read-articles.ts';
import { closeReaders } from '../build/workers/story-reader.ts';
import { Workers } from '../build/workers/workers.ts';
import { type CacheListener, PreviewCache } from './preview-cache.ts';
import { PreviewDiagnostics } from './preview-diagnostics.ts';
import { PreviewEdition } from './preview-edition.ts';
import { PreviewTemplates, type TemplatesRendered } from './preview-templates.ts';
import { type RereadFiles, rereadFiles } from './reread-files.ts';

/** What to serve. */
export interface PreviewSiteOptions extends ReadOptions {
  /** Absolute path of the folder of what builds keep. */
  readonly cache: string;
  /** How many threads may work at once. */
  readonly jobs: number;
}

/** What reading again did: nothing that is seen; some stories or fronts read again; or the whole newsroom. */
export type RereadKind = 'nothing' | 'stories' | 'newsroom';

/**
 * A newsroom that is read again whenever its files change. While something is wrong with it, the last edition that was
 * good stays. Only one reading at a time.
 */
export class PreviewSite {
  private readonly options: PreviewSiteOptions;
  private readonly cache: PreviewCache;
  private readonly told = new PreviewDiagnostics();
  private readonly templates: PreviewTemplates;
  private good: PreviewEdition | undefined;
  /** Whether the files are others than those of the good edition, in more than single stories and fronts. */
  private isBehind = true;

  private constructor(options: PreviewSiteOptions, cache: PreviewCache) {
    this.options = options;
    this.cache = cache;
    this.templates = new PreviewTemplates(cache);
  }

  /** Reads a newsroom for the first time, with what is kept of it, which nobody else may use meanwhile. */
  static async open(options: PreviewSiteOptions, listener: CacheListener): Promise<PreviewSite> {
    const cache = await PreviewCache.acquire(options.cache, listener);
    const site = new PreviewSite(options, cache);
    try {
      await site.readAll();
      closeLogs();
      // A site that cannot be read gives every story another form, which is not worth keeping.
      const isSiteBroken = site.diagnostics.some((diagnostic) => diagnostic.path === SITE_PATH && isError(diagnostic));
      if (!isSiteBroken) cache.save();
      cache.release();
      return site;
    } catch (fault) {
      site.close();
      throw fault;
    }
  }

  /** The last edition that was good. */
  get edition(): PreviewEdition | undefined {
    return this.good;
  }

  /** All that is wrong with the content as it is now. */
  get diagnostics(): readonly Diagnostic[] {
    return this.told.all;
  }

  /** Whether the edition is of the content as it is now. */
  get isGood(): boolean {
    return !this.isBehind && this.told.brokenFiles.length === 0;
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
  async reread(changed: ReadonlySet<string> | undefined): Promise<RereadKind> {
    const { good } = this;
    if (changed && good && !this.isBehind) {
      // Editors make files beside the one that they save, and take them away again.
      const seen = [...changed].filter((path) => good.knows(path) || existsSync(path));
      if (seen.length === 0) return 'nothing';
      if (await this.readSome([...new Set([...this.told.brokenFiles, ...seen])], good)) return 'stories';
    }
    await this.readAll();
    return 'newsroom';
  }

  close(): void {
    closeLogs();
    closeReaders();
    this.cache.close();
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
    this.told.tellAll(newsroom.diagnostics);
    if (newsroom.diagnostics.some(isError)) return;
    const prepared = prepareBuild(newsroom, options.content);
    const templates = await this.renderTemplates({ newsroom, prepared, files });
    if (!templates) return;
    this.good = new PreviewEdition({ newsroom, prepared, files, cache, templates: templates.folder }, this.good);
    this.templates.keep(templates);
    this.isBehind = false;
  }

  /**
   * Reads some stories and fronts again, if nothing else changed and all relations between stories hold. The edition is then
   * of what they are now, or as it was, where something is wrong with one of them.
   *
   * @returns Whether that was enough.
   */
  private async readSome(diskPaths: readonly string[], good: PreviewEdition): Promise<boolean> {
    const reread = rereadFiles(diskPaths, good, { cache: this.cache, told: this.told });
    if (!reread) return false;
    if (reread.diagnostics.some(isError)) {
      this.told.tellBroken(reread.files, reread.diagnostics);
      return true;
    }
    if (!reread.stories.every(({ entry, stored }) => relatesAlike(entry, stored.entry))) return false;
    this.apply(reread, good);
    const templates = await this.renderTemplates(good);
    if (!templates) return true;
    good.renewOwnPages(templates.folder);
    this.templates.keep(templates);
    return true;
  }

  /** What the templates of an edition make. Where one is wrong, that is told, and the good edition is behind. */
  private async renderTemplates({
    newsroom,
    prepared,
    files,
  }: Pick<PreviewEdition, 'newsroom' | 'prepared' | 'files'>): Promise<TemplatesRendered | undefined> {
    const made = await this.templates.render(prepared, files.templateContents);
    if (made.kind === 'rendered') return made;
    this.told.add(newsroom.pinpoint([made.finding]));
    this.isBehind = true;
    return undefined;
  }

  /** Puts what was read again into an edition. */
  private apply({ stories, fronts, diagnostics }: RereadFiles, good: PreviewEdition): void {
    for (const { file, stored, text } of stories) {
      const { entry, content, record } = stored;
      this.cache.current?.set(entry.path, stored);
      good.renew(entry, { diskPath: file.diskPath, content, record, text });
    }
    const curated = fronts && relateFronts(fronts, good.prepared.edition);
    if (curated) good.renewFronts(curated.fronts);
    const read = [...stories.map(({ file }) => file), ...(fronts ? good.fronts : [])];
    const paths = new Set(read.map(({ path }) => path));
    this.told.tellOf(paths, [...diagnostics, ...good.newsroom.pinpoint(curated?.findings ?? [])]);
  }
}
