import { joinParts } from '../../formats/text-parts.ts';
import type { FeedEntrySubject } from '../../pages/feeds/feed-list.ts';
import { feedEntriesOf, isFeed, type PrintedEntry, withPrinted } from '../../pages/feeds/printed-entry.ts';
import { makePage, type PageSpec } from '../../pages/page-specs.ts';
import type { TemplatePrinter } from '../../eleventy/layout-templates.ts';
import type { PagePrinter } from '../../eleventy/page-templates.ts';
import { loadPrinters } from '../layouts.ts';
import type { PreparedBuild } from '../planning/prepared-build.ts';
import { materialsFrom, SourcesHere } from '../workers/story-reader.ts';
import type { StorySource } from '../workers/story-reader.ts';
import { type PrintedFile, printPage, printThroughTemplate } from '../workers/print-pages.ts';
import type { Workers } from '../workers/workers.ts';
import type { Workspace } from '../publishing/workspace.ts';

/** How many entries of feeds are printed together. */
const ENTRIES_TOGETHER = 100;
/** Of so many entries a good part has room in memory. */
const FEW_ENTRIES = 10_000;

/** What pages are printed with, and where to. */
export interface PageRendering {
  readonly build: Pick<PreparedBuild, 'surroundings'>;
  readonly workspace: Workspace;
  readonly workers: Workers;
  readonly stories: StoryPlaces;
  /** Called with the number of pages that were made. */
  readonly onProgress: (made: number) => void;
}

/** Where stories are to be had. */
export interface StoryPlaces {
  readonly records: string;
  readonly texts: string;
  readonly sourceOf: (path: string) => StorySource;
}

/** Takes pages from Eleventy, and has workers print them. */
export class PageSink implements PagePrinter {
  private readonly rendering: PageRendering;
  /** All pages that are to come. */
  private readonly pages: readonly PageSpec[];
  private entries: Promise<ReadonlyMap<FeedEntrySubject, PrintedEntry>> | undefined;
  private readonly tasks: Promise<readonly PrintedFile[]>[] = [];
  private made = 0;

  constructor(rendering: PageRendering, pages: readonly PageSpec[]) {
    this.rendering = rendering;
    this.pages = pages;
    const { workers, build, stories, workspace } = rendering;
    workers.share('pages', {
      surroundings: build.surroundings,
      records: stories.records,
      texts: stories.texts,
      entries: workspace.entries,
    });
    workers.expect(pages.length);
  }

  toFiles = async (slice: readonly PageSpec[]): Promise<void> => {
    const { workers, workspace, stories, onProgress } = this.rendering;
    const pages = slice.some(isFeed) ? await this.withPrintedEntries(slice) : slice;
    const { done } = await workers.begin({
      name: 'print',
      root: workspace.site,
      pages,
      stories: new SourcesHere(stories.sourceOf, pages),
    });
    const taken = done.then((files) => {
      this.made += files.length;
      onProgress(this.made);
      return files;
    });
    // A task that fails is told of at the end.
    taken.catch(() => {});
    this.tasks.push(taken);
  };

  async toText(spec: PageSpec, template: TemplatePrinter | undefined): Promise<string> {
    const { materials, storyAt } = materialsFrom(this.rendering.stories.sourceOf);
    const page = makePage(spec, storyAt, materials);
    if (template) return printThroughTemplate(page, template);
    return joinParts(printPage(page, await loadPrinters()));
  }

  async end(): Promise<readonly PrintedFile[]> {
    return (await Promise.all(this.tasks)).flat();
  }

  private async withPrintedEntries(pages: readonly PageSpec[]): Promise<readonly PageSpec[]> {
    this.entries ??= this.printEntries();
    const entries = await this.entries;
    return pages.map((page) => withPrinted(page, entries));
  }

  /** Prints what all feeds that are to come have in common: the entries of their stories. */
  private async printEntries(): Promise<ReadonlyMap<FeedEntrySubject, PrintedEntry>> {
    const all = [...feedEntriesOf(this.pages)].sort((a, b) => a.updated - b.updated);
    const begun: { readonly subjects: readonly FeedEntrySubject[]; readonly done: Promise<readonly PrintedEntry[]> }[] =
      [];
    for (let file = 0; file * ENTRIES_TOGETHER < all.length; file += 1) {
      const subjects = all.slice(file * ENTRIES_TOGETHER, (file + 1) * ENTRIES_TOGETHER);
      const { done } = await this.rendering.workers.begin({
        name: 'entries',
        file,
        isKept: all.length <= FEW_ENTRIES,
        isShared: !this.rendering.workers.areAlone,
        entries: subjects,
        stories: new SourcesHere(this.rendering.stories.sourceOf, subjects),
      });
      begun.push({ subjects, done });
    }
    const entries = new Map<FeedEntrySubject, PrintedEntry>();
    for (const { subjects, done } of begun) {
      const printed = await done;
      subjects.forEach((subject, index) => {
        const entry = printed[index];
        if (entry) entries.set(subject, entry);
      });
    }
    return entries;
  }
}
