import { existsSync } from 'node:fs';
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../domain/edition.ts';
import { SITE_PATH } from '../domain/site/site.ts';
import type { Entry } from '../domain/story/entry.ts';
import { relateFronts } from '../relate/fronts/fronts.ts';
import { nextChange } from '../pages/page-specs.ts';
import { momentOf, type ReadOptions } from '../build/building.ts';
import { type PreparedBuild, prepareBuild } from '../build/planning/prepared-build.ts';
import { AssetFault } from '../assets/asset-fault.ts';
import type { StoryTable } from '../build/cache/cache.ts';
import { type NewsroomRead, type PreviewStandIn, readNewsroom } from '../pipeline.ts';
import { SourceFiles } from '../build/reading/source-files.ts';
import { walkContent } from '../disk/walk-content.ts';
import { closeLogs } from '../build/workers/read-articles.ts';
import { closeReaders } from '../build/workers/story-reader.ts';
import { Workers } from '../build/workers/workers.ts';
import { type CacheListener, PreviewCache } from './preview-cache.ts';
import { PreviewDiagnostics } from './preview-diagnostics.ts';
import { PreviewEdition } from './preview-edition.ts';
import { PreviewTemplates } from './preview-templates.ts';
import { type RereadFiles, rereadFiles } from './reread-files.ts';

/** What to serve. */
export interface PreviewSiteOptions extends ReadOptions {
  /** Absolute path of the folder of what builds keep. */
  readonly cache: string;
  /** How many threads may work at once. */
  readonly jobs: number;
}

/** A newsroom as its files are, whether its edition can be shown or not. */
export interface WrittenNewsroom {
  readonly edition: Edition;
  readonly files: Pick<SourceFiles, 'walk'>;
}

/** What reading again did: nothing that is seen; some stories or fronts read again; or the whole newsroom. */
export type RereadKind = 'nothing' | 'stories' | 'newsroom';

/**
 * A newsroom that is read again whenever its files change. A story with errors is held up by itself: it stays as it was, or is left out;
 * an own page with errors is left out. While something else is wrong, the last edition that was good stays. Only one reading at a time.
 */
export class PreviewSite {
  private readonly options: PreviewSiteOptions;
  private readonly cache: PreviewCache;
  private readonly told = new PreviewDiagnostics();
  private readonly templates: PreviewTemplates;
  private good: PreviewEdition | undefined;
  /** The newsroom as it was read last, while there has been no good edition. */
  private unshown: WrittenNewsroom | undefined;
  /** Whether the files are others than those of the good edition, in more than single stories and fronts. */
  private isBehind = true;
  /** The stories as the site of the good edition makes them. */
  private goodStories: StoryTable | undefined;
  private ofAssets: AssetFault | undefined;
  private readings = 0;

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

  /** Why the edition cannot be shown: a style or a script that cannot be read. */
  get assetFault(): AssetFault | undefined {
    return this.ofAssets;
  }

  /** Grows whenever something may be other than before: what is made of the rest holds as long as it is the same. */
  get revision(): number {
    return this.readings;
  }

  /** The moment of publication, in milliseconds since 1970: the clock's, unless another was asked for. */
  get now(): number {
    return momentOf(this.options, this.good?.prepared.edition.site.timeZone ?? 'UTC');
  }

  /** Absolute path of the folder of what builds keep. */
  get cacheFolder(): string {
    return this.options.cache;
  }

  /** What is known of the file of a story as it was read last, whether it is held up or not; nothing of one that is no text. */
  entryOf(path: string): Entry | undefined {
    return this.cache.current?.get(path)?.entry;
  }

  /** The last edition that was good. */
  get edition(): PreviewEdition | undefined {
    return this.good;
  }

  /** The newsroom for whoever writes in it: the last edition that was good, or else what was read of it, with its errors. */
  get written(): WrittenNewsroom | undefined {
    const { good } = this;
    return good ? { edition: good.prepared.edition, files: good.files } : this.unshown;
  }

  /** All that is wrong with the content as it is now. */
  get diagnostics(): readonly Diagnostic[] {
    return this.told.all;
  }

  /** Whether something is wrong in a file, or it is held up. */
  isTold(path: string): boolean {
    return this.told.isTold(path);
  }

  /** Whether the edition is of the content as it is now. */
  get isGood(): boolean {
    return !this.standsStill && this.heldUp.size === 0;
  }

  /** Whether the edition is as it was before, for something is wrong that is more than single stories. */
  get standsStill(): boolean {
    return this.isBehind || this.told.hasBrokenFront;
  }

  /** Paths of the stories and own pages that are held up by their errors: the edition has them as they were before, or not at all. */
  get heldUp(): ReadonlySet<string> {
    return this.told.heldUp;
  }

  /** When the passing of time will change the edition, or end an embargo, in milliseconds since 1970. */
  get nextChange(): number | undefined {
    const { good } = this;
    if (this.options.now !== undefined || !good) return undefined;
    const moments = [nextChange(good.prepared.edition), good.embargoed.at(-1)?.entry.date];
    return moments.reduce((one, other) => (one === undefined || (other !== undefined && other < one) ? other : one));
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
      const isEnough = await this.readSome(seen, good);
      this.readings += 1;
      if (isEnough) return 'stories';
    }
    await this.readAll();
    this.readings += 1;
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
      newsroom = await readNewsroom(
        options,
        { files, cache, workers },
        {
          wasHeldUp: (path) => this.told.isHeldUp(path),
          standInOf: (path) => this.standInOf(path),
          settingBefore: this.good?.newsroom.setting,
          isPageAsBefore: (path) => this.good?.hasPage(path, files.contentOf(path)) === true,
        },
      );
    } finally {
      await workers.close();
    }
    files.forgetGone();
    await this.show(newsroom, files);
  }

  /** Tells what is wrong with a newsroom, and takes it for the good edition if it can be shown. */
  private async show(newsroom: NewsroomRead, files: SourceFiles): Promise<void> {
    const { cache } = this;
    this.told.tellAll(newsroom, (path) => cache.current?.get(path)?.findings ?? []);
    this.unshown = this.good ? undefined : { edition: newsroom.edition, files };
    if (newsroom.diagnostics.some(isError)) return;
    const prepared = this.prepare(newsroom);
    if (!prepared) return;
    const made = await this.templates.render(prepared, files.templateContents);
    if (made.kind === 'failed') {
      const without = newsroom.withoutPage(made.finding);
      if (without) return this.show(without, files);
      return this.told.add(newsroom.pinpoint([made.finding]));
    }
    this.good = new PreviewEdition({ newsroom, prepared, files, cache, templates: made }, this.good);
    this.unshown = undefined;
    this.templates.keep(made);
    this.goodStories = cache.current;
    this.isBehind = false;
  }

  /** Prepares an edition, unless a style or a script cannot be read, which is told. */
  private prepare(newsroom: NewsroomRead): PreparedBuild | undefined {
    try {
      const prepared = prepareBuild(newsroom, this.options.content);
      this.ofAssets = undefined;
      return prepared;
    } catch (fault) {
      if (!(fault instanceof AssetFault)) throw fault;
      this.ofAssets = fault;
      return undefined;
    }
  }

  /** A story as the good edition has it, unless the site makes all stories anew since. */
  private standInOf(path: string): PreviewStandIn | undefined {
    return this.cache.current === this.goodStories ? this.good?.standInOf(path) : undefined;
  }

  /**
   * Reads some stories and fronts again, if nothing else changed and all relations between stories hold. The edition then has
   * what they are now; of a story with errors it keeps what it has, and so it does of all fronts where one of them has errors.
   *
   * @returns Whether that was enough.
   */
  private async readSome(diskPaths: readonly string[], good: PreviewEdition): Promise<boolean> {
    const reread = rereadFiles(diskPaths, good, { cache: this.cache, told: this.told });
    if (!reread) return false;
    this.apply(reread, good);
    const made = await this.templates.render(good.prepared, good.files.templateContents);
    // What is to become of a template that fails is found out by reading all.
    if (made.kind === 'failed') return false;
    good.renewOwnPages(made);
    this.templates.keep(made);
    return true;
  }

  /** Puts what was read again into an edition. */
  private apply({ stories, heldUp, fronts, diagnostics }: RereadFiles, good: PreviewEdition): void {
    for (const { file, stored } of stories) {
      const { entry, content, record, text } = stored;
      this.cache.current?.set(entry.path, stored);
      good.renew(entry, { diskPath: file.diskPath, content, record, text });
    }
    this.told.tellOf(new Set(stories.map(({ file }) => file.path)), diagnostics);
    for (const story of heldUp) this.told.tellHeldUp(story);
    if (!fronts) return;
    const isBroken = fronts.diagnostics.some(isError);
    this.told.tellFronts(isBroken ? fronts.diagnostics : []);
    if (isBroken) return;
    const curated = relateFronts(fronts.values, good.prepared.edition);
    good.renewFronts(curated.fronts);
    const ofFronts = [...fronts.diagnostics, ...good.newsroom.pinpoint(curated.findings)];
    this.told.tellOf(new Set(good.fronts.map(({ path }) => path)), ofFronts);
  }
}
