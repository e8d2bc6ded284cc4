import type { RelatedStory } from '../domain/edition.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Fingerprint } from '../plan/fingerprint.ts';
import { planPages } from '../plan/plan-pages.ts';
import type { Building } from './build.ts';
import type { Cache } from './cache/cache.ts';
import type { OutputFile } from './cache/output-index.ts';
import { fingerprintOfContext, fingerprintOfTemplates, itemsOf } from './plan-build.ts';
import type { PreparedBuild } from './prepared-build.ts';
import { type Published, publish } from './publish.ts';
import type { NewsroomRead } from './read-newsroom.ts';
import { OF_TEMPLATES, render } from './render.ts';
import type { SourceFiles } from './source-files.ts';
import { findTemplateFault } from './template-fault.ts';
import type { OutputScan } from './work/scan-output.ts';

/** An edition, and all that is known before it is published. */
export interface EditionToPublish extends Building {
  readonly cache: Cache;
  readonly files: SourceFiles;
  readonly newsroom: NewsroomRead;
  readonly prepared: PreparedBuild;
  readonly scan: OutputScan;
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
      readonly templates: TemplatesMade;
      readonly context: Fingerprint;
    }
  | { readonly kind: 'failed'; readonly finding: Finding };

/** Makes what is stale of an edition and puts it in place: plan → render → publish. */
export async function publishEdition(edition: EditionToPublish): Promise<PublishEnd> {
  const { options, workers, workspace, watcher, cache, files, newsroom, prepared, scan, templatesBefore } = edition;
  const spoilt = new Set(scan.spoilt);
  const contentOf = (path: string): Fingerprint | undefined => files.contentOf(path);
  const known = [...cache.outputs.files()];
  const ofTemplates = known.filter(isOfTemplates);
  const templates = fingerprintOfTemplates(prepared, files.templateContents);
  const areTemplatesFresh =
    templatesBefore?.fingerprint === templates &&
    templatesBefore.files === ofTemplates.length &&
    ofTemplates.every(({ path, fingerprint }) => fingerprint === OF_TEMPLATES + templates && !spoilt.has(path));
  const context = fingerprintOfContext(prepared, options.drafts);
  const before = new Map<string, Fingerprint>();
  for (const file of known) if (!isOfTemplates(file)) before.set(file.path, file.fingerprint as Fingerprint);
  const knownOf = ({ entry }: RelatedStory, path: string): Fingerprint | undefined => {
    const isAsItWas = entry.references.length === 0 && entry.stripUntil === undefined && !newsroom.read.has(entry.path);
    return edition.contextBefore === context && isAsItWas ? before.get(path) : undefined;
  };
  const items = itemsOf(prepared, { shard: options.shard, contentOf, knownOf });
  const plan = planPages(items, { files: before, isIntact: (path) => !spoilt.has(path) });
  const total = plan.stale.size;
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
    const outdated = areTemplatesFresh ? [] : ofTemplates.map(({ path }) => path);
    const gone = [...new Set([...plan.gone, ...outdated, ...scan.strays])].filter((path) => !made.has(path));
    const fresh = plan.fresh + (areTemplatesFresh ? ofTemplates.length : 0);
    const published = publish({ site: workspace.site, output: options.output, made, gone, spoilt, fresh }, cache.outputs);
    const count = areTemplatesFresh ? ofTemplates.length : [...made.values()].filter(isOfTemplates).length;
    return { kind: 'published', published, templates: { fingerprint: templates, files: count }, context };
  } catch (fault) {
    const finding = findTemplateFault(fault, prepared.bodyLineOf);
    if (!finding) throw fault;
    return { kind: 'failed', finding };
  }
}

function isOfTemplates({ fingerprint }: Pick<OutputFile, 'fingerprint'>): boolean {
  return fingerprint.startsWith(OF_TEMPLATES);
}
