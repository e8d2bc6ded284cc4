import type { UrlPath } from './url-path.ts';

/** The address of the file that tells an open page of a live blog which updates there are. */
export function liveUpdatesUrl(story: UrlPath): UrlPath {
  const base = story.endsWith('/') ? story : `${story.replace(/\.html?$/, '')}.`;
  return `${base}updates.json` as UrlPath;
}
