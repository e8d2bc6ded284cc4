import type { Entry } from './entry.ts';

/** The files that a story shows at a moment, in milliseconds since 1970: those of updates under embargo are published with them. */
export function shownMedia({ media, live }: Pick<Entry, 'media' | 'live'>, now: number): readonly string[] {
  if (!live || live.mediaFrom.length === 0) return media;
  const hidden = new Set(live.mediaFrom.flatMap(([path, from]) => (from > now ? [path] : [])));
  return hidden.size === 0 ? media : media.filter((path) => !hidden.has(path));
}
