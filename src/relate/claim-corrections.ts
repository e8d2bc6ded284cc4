import { CORRECTIONS_URL, correctionsUrl } from '../domain/correction.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { Spot } from '../diagnostics/finding.ts';
import { type Addresses, OF_SITE } from './addresses.ts';
import type { CheckedStories } from './checked-stories.ts';
import { claimPages } from './claim-pages.ts';
import { correctionSpot } from './correction-spot.ts';

/** The corrections of a month, as far as addresses follow from them. */
interface Month {
  length: number;
  readonly first: { readonly path: string; readonly at: Spot };
}

/**
 * Claims the pages of corrections: of all, and of all months in which there is one. Returns those that are not there yet,
 * for stories under embargo.
 */
export function claimCorrections({ published, embargoed }: CheckedStories, addresses: Addresses): readonly UrlPath[] {
  addresses.claimFixed(CORRECTIONS_URL, { ...OF_SITE, what: 'the page of all corrections' });
  const now = monthsOf(published);
  const later = new Map([...monthsOf(embargoed)].filter(([date]) => !now.has(date)));
  claimMonths(now, addresses);
  claimMonths(later, addresses);
  return [...later.keys()].map(correctionsUrl);
}

function monthsOf(stories: CheckedStories['published']): ReadonlyMap<string, Month> {
  const months = new Map<string, Month>();
  for (const story of stories) {
    const { path, corrections } = story.entry;
    corrections.forEach(({ month }, index) => {
      const known = months.get(month);
      if (known) known.length += 1;
      else months.set(month, { length: 1, first: { path, at: correctionSpot(story, index) } });
    });
  }
  return months;
}

function claimMonths(months: ReadonlyMap<string, Month>, addresses: Addresses): void {
  for (const [date, { length, first }] of months) {
    const url = correctionsUrl(date);
    const holder = { ...first, what: `the corrections of ${date}` };
    addresses.claimFixed(url, holder);
    claimPages({ url, length }, holder, addresses);
  }
}
