import type { RelatedStory } from '../../domain/story/story.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import type { BegunBuild } from '../building.ts';
import { asOfTemplates } from '../cache/output-index.ts';
import { noteScan } from '../workers/scan-output.ts';
import { filesOf, fingerprintOfContext, fingerprintOfTemplates, type OutputItem } from './plan-build.ts';
import type { PreparedBuild } from './prepared-build.ts';

/** What the templates of `content/pages/` made. */
export interface TemplatesMade {
  /** Of what they were made of. */
  readonly fingerprint: Fingerprint;
  /** How many files they made. */
  readonly files: number;
}

/** Which files of an output must be made, which are good as they are, and which must go. */
export interface BuildPlan {
  /** What must be made, each with the fingerprint of what it is made of. */
  readonly stale: ReadonlyMap<OutputItem, Fingerprint>;
  /** How many files are good as they are. */
  readonly fresh: number;
  /** Paths in the output of what must be removed, unless it is made anew. */
  readonly gone: readonly string[];
  /** Paths of files that are not as the last build left them. */
  readonly spoilt: ReadonlySet<string>;
  /** Of what the templates of `content/pages/` are made of. */
  readonly templates: Fingerprint;
  /** How many files the templates made, if those are good as they are. */
  readonly freshTemplates: number | undefined;
  /** Of what the pages of stories depend on beside their stories. */
  readonly context: Fingerprint;
}

/** What a plan compares an edition with: what the last build said of itself. */
export interface BuiltBefore {
  /** What the templates of `content/pages/` made the last time. */
  readonly templates: TemplatesMade | undefined;
  /** Of what the pages of stories depended on the last time, see {@link fingerprintOfContext}. */
  readonly context: Fingerprint | undefined;
  /** Paths of the stories that were read anew since. */
  readonly read: ReadonlySet<string>;
}

/** Compares the files that are to be with those that are there. */
export async function planOutput(
  prepared: PreparedBuild,
  before: BuiltBefore,
  { options, workers, cache, files, scanning, isAsLeft }: BegunBuild,
): Promise<BuildPlan> {
  const context = fingerprintOfContext(prepared, options.drafts);
  const isSameContext = before.context === context;
  const isAsItWas = ({ entry }: RelatedStory): boolean =>
    isSameContext &&
    entry.references.length === 0 &&
    entry.stripUntil === undefined &&
    !entry.live &&
    !before.read.has(entry.path);
  const wanted = filesOf(prepared, {
    shard: options.shard,
    contentOf: (path) => files.contentOf(path),
    isSanitised: (path) => files.isSanitised(path),
    isAsItWas,
  });
  const scan = await scanning;
  noteScan(scan, cache.outputs);
  const { paths, fingerprints } = wanted;
  const place = { output: options.output, cache: options.cache, isAsLeft };
  const plan = await workers.runInOne({ name: 'plan', ...place, wanted: { paths, fingerprints } });
  const { ofTemplates } = plan;
  const spoilt = new Set(scan.spoilt);
  const templates = fingerprintOfTemplates(prepared, files.templateContents);
  const areTemplatesFresh =
    before.templates?.fingerprint === templates &&
    before.templates.files === ofTemplates.length &&
    ofTemplates.every(([path, fingerprint]) => fingerprint === asOfTemplates(templates) && !spoilt.has(path));
  const stale = new Map<OutputItem, Fingerprint>();
  for (const at of plan.stale) {
    const item = wanted.items[at];
    if (item) stale.set(item, wanted.fingerprintAt(at));
  }
  return {
    stale,
    fresh: plan.fresh + (areTemplatesFresh ? ofTemplates.length : 0),
    // Strays first: behind a link that is one of them, there are files of others.
    gone: [...scan.strays, ...plan.gone, ...(areTemplatesFresh ? [] : ofTemplates.map(([path]) => path))],
    spoilt,
    templates,
    freshTemplates: areTemplatesFresh ? ofTemplates.length : undefined,
    context,
  };
}
