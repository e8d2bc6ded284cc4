import type { Site } from '../domain/site.ts';
import type { RelatedStory } from '../domain/related-story.ts';
import { type Finding, valueAt } from '../diagnostics/finding.ts';
import { isoDay } from '../time/print-time.ts';

/** Notes corrections of published stories that are dated after the moment of publication. They are printed all the same. */
export function checkCorrections(
  stories: readonly RelatedStory[],
  { now, site }: { readonly now: number; readonly site: Site },
  findings: Finding[],
): void {
  for (const { entry } of stories) {
    entry.corrections.forEach(({ date, from }, index) => {
      if (date <= now || (from !== undefined && from > now)) return;
      findings.push({
        code: 'date-future',
        path: entry.path,
        at: valueAt('corrections', index, 'date'),
        message: `Unexpected correction of \`${isoDay(date, site.timeZone)}\`, expected a date that is not in the future`,
        hint: 'write when the story was corrected; the correction is printed already',
      });
    });
  }
}
