import type { Edition } from '../domain/edition.ts';

/** When the passing of time will change an edition, in milliseconds since 1970: an embargo, a live strip or breaking news ends. */
export function nextChange({ now, site, stories, fronts, heldBack }: Edition): number | undefined {
  const moments = [
    ...heldBack.map(({ until }) => until),
    ...stories.map(({ entry }) => entry.stripUntil),
    site.liveStrip?.until,
    ...[...fronts.values()].map(({ breaking }) => breaking?.until),
  ].filter((moment) => moment !== undefined && moment > now) as number[];
  return moments.length === 0 ? undefined : moments.reduce((one, other) => Math.min(one, other));
}
