import type { ArticleRecord } from './article.ts';

/**
 * When a story changed last, in milliseconds since 1970. A correction or an addition changes it as well, whether the story
 * says that it was updated or not.
 */
export function lastChangeOf({
  date,
  updated,
  corrections,
  updates,
}: Pick<ArticleRecord, 'date' | 'updated' | 'corrections' | 'updates'>): number {
  const notices = [...corrections, ...updates].map((notice) => notice.date.instant);
  return notices.reduce((one, other) => Math.max(one, other), (updated ?? date).instant);
}
