import type { SeriesPart } from '../domain/related-story.ts';

/** A story's place in its series, as its own page says it. */
export interface PartOnPage extends Omit<SeriesPart, 'number'> {
  /** Of the first parts only. */
  readonly number: number | undefined;
}

/**
 * So many parts of a series say on their own pages which they are. When an early part comes or goes, the numbers of all after
 * it change: in a series that goes on for years those would be hundreds of pages. Lists have the numbers of all.
 */
const MOST_NUMBERED = 20;

/** What the page of a story says of its place in a series. */
export function partOnPage(part: SeriesPart): PartOnPage {
  return part.number > MOST_NUMBERED ? { ...part, number: undefined } : part;
}
