import type { Finding } from '../diagnostics/finding.ts';
import type { Fingerprint } from '../plan/fingerprint.ts';
import { planPages } from '../plan/plan-pages.ts';
import type { Building } from './build.ts';
import type { Cache } from './cache/cache.ts';
import type { OutputFile } from './cache/output-index.ts';
import { MARK } from './mark.ts';
import { fingerprintOfTemplates, itemsOf } from './plan-build.ts';
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
  /** The templates of `content/pages/` as they were made the last time. */
  readonly templatesBefore: TemplatesMade | undefined;
}

/** What the templates of `content/pages/` were made of, and how many files they made, which nobody knows beforehand. */
export interface TemplatesMade {
  readonly fingerprint: Fingerprint;
  readonly files: number;
}

/** How publishing ended: with a new output, or with a fault in a template and the output as it was. */
export type PublishEnd =
  | { readonly kind: 'published'; readonly published: Published; readonly templates: TemplatesMade }
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
  const plan = planPages(itemsOf(prepared, { shard: options.shard, contentOf }), {
    files: new Map(known.filter((file) => !isOfTemplates(file)).map(({ path, fingerprint }) => [path, fingerprint])),
    isIntact: (path) => !spoilt.has(path),
  });
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
    const before = areTemplatesFresh ? [] : ofTemplates.map(({ path }) => path);
    const gone = [...new Set([...plan.gone, ...before, ...scan.strays])].filter((path) => !made.has(path));
    const isMarkFresh = !made.has(MARK);
    const fresh = plan.fresh - (isMarkFresh ? 1 : 0) + (areTemplatesFresh ? ofTemplates.length : 0);
    const published = publish(
      { site: workspace.site, output: options.output, made, gone, spoilt, fresh },
      cache.outputs,
    );
    const { length } = areTemplatesFresh ? ofTemplates : [...made.values()].filter(isOfTemplates);
    return { kind: 'published', published, templates: { fingerprint: templates, files: length } };
  } catch (fault) {
    const finding = findTemplateFault(fault, prepared.bodyLineOf);
    if (!finding) throw fault;
    return { kind: 'failed', finding };
  }
}

function isOfTemplates({ fingerprint }: Pick<OutputFile, 'fingerprint'>): boolean {
  return fingerprint.startsWith(OF_TEMPLATES);
}
