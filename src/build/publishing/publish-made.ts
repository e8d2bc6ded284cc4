import type { BegunBuild } from '../building.ts';
import { isOfTemplates } from '../cache/output-index.ts';
import type { BuildPlan, TemplatesMade } from '../planning/plan-output.ts';
import { MARK } from './workspace.ts';
import { type MadeFile, publish, type Published } from './publish.ts';

/** Puts what was made of a plan into the output, and removes what the plan has no place for. */
export function publishMade(
  made: ReadonlyMap<string, MadeFile>,
  plan: BuildPlan,
  { options, workspace, cache, watcher }: BegunBuild,
): { readonly published: Published; readonly templates: TemplatesMade } {
  watcher.onProgress('publish');
  const gone = [...new Set(plan.gone)].filter((path) => !made.has(path));
  const isMarkFresh = !made.has(MARK);
  const published = publish(
    {
      site: workspace.site,
      output: options.output,
      made,
      gone,
      spoilt: plan.spoilt,
      fresh: plan.fresh - (isMarkFresh ? 1 : 0),
    },
    cache.outputs,
  );
  const ofTemplates = [...made.values()].filter(({ fingerprint }) => isOfTemplates(fingerprint));
  return {
    published,
    templates: { fingerprint: plan.templates, files: plan.freshTemplates ?? ofTemplates.length },
  };
}
