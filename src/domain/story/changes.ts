import { correctionFrom } from '../corrections/notice.ts';
import type { Moment } from '../dates.ts';
import type { ArticleRecord } from './article.ts';

/** Something that changes a story after its first publication. */
export interface Change {
  readonly date: Moment;
  /** From when on it is published, if it stands in a post of a live blog; in milliseconds since 1970. */
  readonly from?: number;
}

/** All that changes a story, past or to come: what it says of itself, its corrections, additions, and posts of a live blog. */
export function changesOf({
  updated,
  corrections,
  updates,
  live,
}: Pick<ArticleRecord, 'updated' | 'corrections' | 'updates' | 'live'>): readonly Change[] {
  return [
    ...(updated ? [{ date: updated }] : []),
    ...[...updates, ...(live?.updates ?? [])].map(({ date }) => ({ date })),
    ...corrections.map((correction) => {
      const from = correctionFrom(correction, live);
      return from === undefined ? { date: correction.date } : { date: correction.date, from };
    }),
  ];
}

/**
 * When a story was changed last, at a moment in milliseconds since 1970: `undefined` where it is as it was first published.
 * What is dated later than the moment has not changed it, nor has what is under embargo.
 */
export function lastChange(
  { date: published, changes }: { readonly date: number; readonly changes: readonly Change[] },
  now: number,
): Moment | undefined {
  let last: Moment | undefined;
  for (const { date, from = date.instant } of changes) {
    if (date.instant <= now && from <= now && date.instant > (last?.instant ?? published)) last = date;
  }
  return last;
}
