import type { Notice } from './article.ts';
import type { LiveBlog } from './live-blog.ts';

/** From when on a correction that stands in an update of a live blog is published, in milliseconds since 1970. */
export function correctionFrom({ update }: Pick<Notice, 'update'>, live: LiveBlog | undefined): number | undefined {
  return update === undefined ? undefined : live?.updates.find(({ index }) => index === update)?.date.instant;
}
