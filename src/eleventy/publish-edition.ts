import type { RelatedStory } from '../domain/related-story.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Fingerprint } from '../plan/fingerprint.ts';
import { planPages } from '../plan/plan-pages.ts';
import type { Building } from './build.ts';
import type { Cache } from './cache/cache.ts';
import { MARK } from './mark.ts';
import { noteScan } from './note-scan.ts';
import { fingerprintOfContext, fingerprintOfTemplates, itemsOf } from './plan-build.ts';
import type { PreparedBuild } from './prepared-build.ts';
import { type Published, publish } from './publish.ts';
import type { NewsroomRead } from './read-newsroom.ts';
import { OF_TEMPLATES, render } from './render.ts';
import { keepHeapSmallFor } from './small-heap.ts';
import type { SourceFiles } from './source-files.ts';
import { findTemplateFault } from './template-fault.ts';
import type { OutputScan } from './work/scan-output.ts';

/** An edition, and all that is known before it is published. */
export interface EditionToPublish extends Building {
  readonly cache: Cache;
  readonly files: SourceFiles;
  readonly newsroom: NewsroomRead;
  readonly prepared: PreparedBuild;
  /** Looks at the output meanwhile. */
  readonly scanning: Promise<OutputScan>;
  /** What the templates of `content/pages/` made the last time. */
  readonly templatesBefore: TemplatesMade | undefined;
  /** Of what the pages of stories depended on the last time, see {@link fingerprintOfContext}. */
  readonly contextBefore: Fingerprint | undefined;
}

/** What the templates of `content/pages/` made. */
export interface TemplatesMade {
  /** Of what they were made of. */
  readonly fingerprint: Fingerprint;
  /** How many files they made. */
  readonly files: number;
}

/** How publishing ended: with a new output, or with a fault in a template and the output as it was. */
export type PublishEnd =
  | {
      readonly kind: 'published';
      readonly published: Published;
      /** How many files the output has, not counting the mark. */
      readonly files: number;
      readonly templates: TemplatesMade;
      readonly context: Fingerprint;
    }
  | { readonly kind: 'failed'; readonly finding: Finding };

/** Makes what is stale of an edition and puts it in place: plan → render → publish. */
export async function publishEdition(edition: EditionToPublish): Promise<PublishEnd> {
  const { options, workers, workspace, watcher, cache, files, newsroom, prepared, templatesBefore } = edition;
  const contentOf = (path: string): Fingerprint | undefined => files.contentOf(path);
  const { outputs } = cache;
  const context = fingerprintOfContext(prepared, options.drafts);
  const isSameContext = edition.contextBefore === context;
  const fingerprintBefore = ({ entry }: RelatedStory, path: string): Fingerprint | undefined => {
    if (!isSameContext || entry.references.length > 0) return undefined;
    if (entry.stripUntil !== undefined || entry.live) return undefined;
    return newsroom.read.has(entry.path) ? undefined : (outputs.rowOf(path)?.[1] as Fingerprint | undefined);
  };
  const items = [...itemsOf(prepared, { shard: options.shard, contentOf, fingerprintBefore })];
  const scan = await edition.scanning;
  noteScan(scan, outputs);
  const spoilt = new Set(scan.spoilt);
  const isIntact = (path: string): boolean => spoilt.size === 0 || !spoilt.has(path);
  const ofTemplates: (readonly [path: string, fingerprint: string])[] = [];
  for (const [path, row] of outputs.rows()) if (isOfTemplates(row[1])) ofTemplates.push([path(), row[1]]);
  const templates = fingerprintOfTemplates(prepared, files.templateContents);
  const areTemplatesFresh =
    templatesBefore?.fingerprint === templates &&
    templatesBefore.files === ofTemplates.length &&
    ofTemplates.every(([path, fingerprint]) => fingerprint === OF_TEMPLATES + templates && isIntact(path));
  const plan = planPages(items, {
    fileAt: (path) => outputs.rowOf(path),
    files: () => outputs.rows(),
    fingerprintOf: (row) => row[1],
    isIntact,
  });
  // Files of templates are in no plan, for Eleventy alone knows which there will be.
  const ofPages = new Set(plan.gone);
  for (const [path] of ofTemplates) ofPages.delete(path);
  const total = plan.stale.size;
  keepHeapSmallFor(total);
  watcher.onProgress('render', 0, total);
  try {
    const made = await render({
      build: prepared,
      stale: plan.stale,
      templates: areTemplatesFresh ? undefined : templates,
      workspace,
      workers,
      stories: { records: cache.records, texts: workspace.texts, sourceOf: newsroom.sourceOf },
      media: files.walk.media,
      contentOf,
      onProgress: (count) => watcher.onProgress('render', count, total),
    });
    watcher.onProgress('publish');
    const outdated = areTemplatesFresh ? [] : ofTemplates.map(([path]) => path);
    // Strays first: behind a link that is one of them, there are files of others.
    const gone = [...new Set([...scan.strays, ...ofPages, ...outdated])].filter((path) => !made.has(path));
    const isMarkFresh = !made.has(MARK);
    const fresh = plan.fresh - (isMarkFresh ? 1 : 0) + (areTemplatesFresh ? ofTemplates.length : 0);
    const published = publish({ site: workspace.site, output: options.output, made, gone, spoilt, fresh }, outputs);
    const madeByTemplates = [...made.values()].filter(({ fingerprint }) => isOfTemplates(fingerprint));
    const count = areTemplatesFresh ? ofTemplates.length : madeByTemplates.length;
    return {
      kind: 'published',
      published,
      files: published.written.length + published.unchanged,
      templates: { fingerprint: templates, files: count },
      context,
    };
  } catch (fault) {
    const finding = findTemplateFault(fault, prepared.bodyLineOf);
    if (!finding) throw fault;
    return { kind: 'failed', finding };
  }
}

function isOfTemplates(fingerprint: string): boolean {
  return fingerprint.startsWith(OF_TEMPLATES);
}
