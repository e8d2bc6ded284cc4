import type { EditionToBe } from '../../domain/edition.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { Claim } from '../../diagnostics/claim.ts';
import { valueAt } from '../../diagnostics/finding.ts';

/** The first story of a day, in the order of files. */
interface FirstOfDay {
  readonly path: string;
  /** Whether there is none on that day until an embargo ends. */
  readonly isToCome: boolean;
}

/** The days on which there is a story, or will be, each with the first of its stories. */
export function* firstsOfDays({ published, embargoed }: EditionToBe): Generator<FirstOfDay & { readonly day: string }> {
  const days = new Set<string>();
  for (const stories of [published, embargoed]) {
    for (const { entry } of stories) {
      const { day, path } = entry;
      if (days.has(day)) continue;
      days.add(day);
      yield { day, path, isToCome: stories === embargoed };
    }
  }
}

/** The claim of a page of the archive by date, which follows from the first story in it. */
export function claimOfDate(url: UrlPath, what: string, { path, isToCome }: FirstOfDay): Claim {
  return { url, holderOf: () => ({ path, at: valueAt('date'), what }), isToCome };
}
