import { type CorrectionList, CORRECTIONS_URL, correctionsUrl } from '../domain/correction.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { Spot } from '../diagnostics/finding.ts';
import { type Addresses, type Holder, OF_SITE } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';
import { claimPages } from './claim-pages.ts';
import { correctionSpot } from './correction-spot.ts';

/** Where the first correction of a month stands, in the order of files. */
interface FirstOfMonth {
  readonly path: string;
  readonly at: Spot;
}

/**
 * Claims the pages of corrections: of all, and of all months in which there is one. Returns those that are not there yet,
 * for stories under embargo.
 */
export function claimCorrections(
  { published, embargoed }: CheckedStories,
  { months }: CorrectionList,
  addresses: Addresses,
): readonly UrlPath[] {
  addresses.claimFixed(CORRECTIONS_URL, () => ({ ...OF_SITE, what: 'the page of all corrections' }));
  const now = monthsOf(published);
  const later = new Map([...monthsOf(embargoed)].filter(([date]) => !now.has(date)));
  const archives = new Map(months.map(({ date, archive }) => [date, archive]));
  for (const [date, first] of [...now, ...later]) {
    const holderOf = (): Holder => ({ ...first, what: `the corrections of ${date}` });
    addresses.claimFixed(correctionsUrl(date), holderOf);
    claimPages(archives.get(date) ?? [], holderOf, addresses);
  }
  return [...later.keys()].map(correctionsUrl);
}

function monthsOf(stories: CheckedStories['published']): ReadonlyMap<string, FirstOfMonth> {
  const months = new Map<string, FirstOfMonth>();
  for (const story of stories) {
    const { path, corrections } = story.entry;
    corrections.forEach(({ month }, index) => {
      if (!months.has(month)) months.set(month, { path, at: correctionSpot(story, index) });
    });
  }
  return months;
}
