import type { Edition } from '../domain/edition.ts';

/**
 * When the passing of time will change an edition or what is said of it, in milliseconds since 1970: an embargo, a live strip or
 * breaking news ends, or a correction is not of the future any more.
 */
export function nextChange({ now, site, stories, fronts, heldBack }: Edition): number | undefined {
  const moments = [
    ...heldBack.map(({ until }) => until),
    ...stories.map(({ entry }) => entry.stripUntil),
    ...stories.flatMap(({ entry }) => entry.corrections.map(({ date }) => date)),
    site.liveStrip?.until,
    ...[...fronts.values()].map(({ breaking }) => breaking?.until),
  ].filter((moment) => moment !== undefined && moment > now) as number[];
  return moments.length === 0 ? undefined : moments.reduce((one, other) => Math.min(one, other));
}
