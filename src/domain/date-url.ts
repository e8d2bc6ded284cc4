import type { UrlPath } from './url-path.ts';

/** The address of the archive by date. */
export const ARCHIVE_URL = '/archive/' as UrlPath;

/** The address of the archive of a year, a month or a day: `2026-11` → `/2026/11/`. */
export function dateUrl(date: string): UrlPath {
  return `/${date.replaceAll('-', '/')}/` as UrlPath;
}
