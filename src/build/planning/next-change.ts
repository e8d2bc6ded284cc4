import { type Edition, NEWS_AGE, recentNews } from '../../domain/edition.ts';

/**
 * When the passing of time will change an edition or what is said of it, in milliseconds since 1970: an embargo, a live strip or
 * breaking news ends, a live blog begins, has an update that is due, or ends, a story is no longer news to aggregators, or what it
 * says of itself is not of the future any more.
 */
export function nextChange(edition: Edition): number | undefined {
  const { now, site, stories, fronts, heldBack } = edition;
  let next: number | undefined;
  const note = (moment: number | undefined): void => {
    if (moment !== undefined && moment > now && (next === undefined || moment < next)) next = moment;
  };
  for (const { until } of heldBack) note(until);
  for (const { entry } of stories) {
    note(entry.stripUntil);
    for (const { date } of entry.changes) note(date.instant);
    if (entry.live) for (const moment of [entry.live.start, entry.live.end, ...entry.live.updates]) note(moment);
  }
  for (const { breaking } of fronts.values()) note(breaking?.until);
  note(site.liveStrip?.until);
  const oldestNews = recentNews(edition).at(-1);
  if (oldestNews) note(oldestNews.entry.date + NEWS_AGE);
  return next;
}
