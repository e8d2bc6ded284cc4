import type { Edition } from '../domain/edition.ts';
import { NEWS_AGE, recentNews } from '../domain/recent-news.ts';

/**
 * When the passing of time will change an edition or what is said of it, in milliseconds since 1970: an embargo, a live strip or
 * breaking news ends, a story is no longer news to aggregators, or what it says of itself is not of the future any more.
 */
export function nextChange(edition: Edition): number | undefined {
  const { now, site, stories, fronts, heldBack } = edition;
  const oldestNews = recentNews(edition).at(-1);
  const moments = [
    ...heldBack.map(({ until }) => until),
    ...stories.map(({ entry }) => entry.stripUntil),
    ...stories.map(({ entry }) => entry.modified),
    ...stories.flatMap(({ entry }) => entry.corrections.map(({ date }) => date)),
    site.liveStrip?.until,
    ...[...fronts.values()].map(({ breaking }) => breaking?.until),
    oldestNews && oldestNews.entry.date + NEWS_AGE,
  ].filter((moment) => moment !== undefined && moment > now) as number[];
  return moments.length === 0 ? undefined : moments.reduce((one, other) => Math.min(one, other));
}
