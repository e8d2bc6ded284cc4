import type { RelatedStory } from '../../domain/story/story.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import type { Building } from '../build.ts';
import type { Cache } from '../cache/cache.ts';
import { MARK } from './output-mark.ts';
import { noteScan } from './build-state.ts';
import { asOfTemplates, isOfTemplates } from '../rendering/run-eleventy.ts';
import { filesOf, fingerprintOfContext, fingerprintOfTemplates, type OutputItem } from '../planning/plan-build.ts';
import type { PreparedBuild } from '../planning/prepared-build.ts';
import { publish, type Published } from './publish.ts';
import type { NewsroomRead } from '../reading/read-newsroom.ts';
import { render } from '../rendering/render.ts';
import { keepHeapSmallFor } from '../v8-settings.ts';
import type { SourceFiles } from '../reading/source-files.ts';
import { findTemplateFault } from '../rendering/template-fault.ts';
import type { OutputScan } from '../workers/scan-output.ts';

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
  const isAsItWas = ({ entry }: RelatedStory): boolean =>
    isSameContext &&
    entry.references.length === 0 &&
    entry.stripUntil === undefined &&
    !entry.live &&
    !newsroom.read.has(entry.path);
  const wanted = filesOf(prepared, { shard: options.shard, contentOf, isAsItWas });
  const scan = await edition.scanning;
  noteScan(scan, outputs);
  const { paths, madeOf } = wanted;
  const place = { output: options.output, cache: options.cache };
  const plan = await workers.runInOne({ name: 'plan', ...place, wanted: { paths, madeOf } });
  const { ofTemplates } = plan;
  const spoilt = new Set(scan.spoilt);
  const templates = fingerprintOfTemplates(prepared, files.templateContents);
  const areTemplatesFresh =
    templatesBefore?.fingerprint === templates &&
    templatesBefore.files === ofTemplates.length &&
    ofTemplates.every(([path, fingerprint]) => fingerprint === asOfTemplates(templates) && !spoilt.has(path));
  const stale = new Map<OutputItem, Fingerprint>();
  for (const at of plan.stale) {
    const item = wanted.items[at];
    if (item) stale.set(item, wanted.fingerprintAt(at));
  }
  const total = stale.size;
  keepHeapSmallFor(total);
  watcher.onProgress('render', 0, total);
  try {
    const made = await render({
      build: prepared,
      stale,
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
    const gone = [...new Set([...scan.strays, ...plan.gone, ...outdated])].filter((path) => !made.has(path));
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
