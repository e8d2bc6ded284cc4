import { endingOf } from './kinds.ts';

/**
 * What browsers may do with a media file that is opened by itself: show or play it, with its own styles, and pictures and fonts that
 * are within it (Content Security Policy Level 3). It runs nothing, and loads nothing from elsewhere.
 */
export const MEDIA_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; media-src 'self'; sandbox";

/** The policy to send with a media file. Chromium shows no PDF under a sandbox, and lets none of them near the site anyway. */
export function policyFor(path: string): string | undefined {
  return endingOf(path) === 'pdf' ? undefined : MEDIA_POLICY;
}
