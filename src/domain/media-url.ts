import type { UrlPath } from './url-path.ts';

/** The address of a file of `content/`: its path there. `content/media/bridge.jpg` → `/media/bridge.jpg`. */
export function mediaUrl(path: string): UrlPath {
  return path.replace(/^content/, '') as UrlPath;
}
