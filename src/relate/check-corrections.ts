import type { Site } from '../domain/site.ts';
import type { RelatedStory } from '../domain/related-story.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { isoDay } from '../time/print-time.ts';
import { correctionSpot } from './correction-spot.ts';

/** Notes corrections of published stories that are dated after the moment of publication. They are printed all the same. */
export function checkCorrections(
  stories: readonly RelatedStory[],
  { now, site }: { readonly now: number; readonly site: Site },
  findings: Finding[],
): void {
  for (const story of stories) {
    const { entry } = story;
    entry.corrections.forEach(({ date, from }, index) => {
      if (date <= now || (from !== undefined && from > now)) return;
      findings.push({
        code: 'date-future',
        path: entry.path,
        at: correctionSpot(story, index),
        message: `Unexpected correction of \`${isoDay(date, site.timeZone)}\`, expected a date that is not in the future`,
        hint: 'write when the story was corrected; the correction is printed already',
      });
    });
  }
}
