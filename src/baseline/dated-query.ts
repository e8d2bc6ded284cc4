/** Months after which what is newly available counts as widely available. */
const NEW_TO_WIDE = 30;
const YEAR = 365.259641 * 24 * 60 * 60 * 1000;

/**
 * Writes out the days that a query means when it says `last 2 years` or `baseline widely available`, so that a build does not
 * depend on when it runs.
 *
 * @param query As in `site.yaml`.
 * @param now Milliseconds since 1970.
 */
export function datedQuery(query: string, now: number): string {
  const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
  const later = new Date(now);
  later.setUTCMonth(later.getUTCMonth() + NEW_TO_WIDE);
  return query
    .replace(/\bwidely available\b(?!\s+on\b)/gi, `widely available on ${day(now)}`)
    .replace(/\bnewly available\b/gi, `widely available on ${day(later.getTime())}`)
    .replace(/\blast (\d+(?:\.\d+)?) years?\b/gi, (_all, years: string) => `since ${day(now - Number(years) * YEAR)}`);
}
