import type { Fingerprint } from '../plan/fingerprint.ts';

/** What marks the fingerprints of files that templates made. */
const OF_TEMPLATES = 'templates ';

/** The fingerprint of a file that the templates of `content/pages/` made. */
export function asOfTemplates(templates: Fingerprint | undefined): string {
  return `${OF_TEMPLATES}${templates}`;
}

/** Whether a fingerprint is that of a file that templates made. */
export function isOfTemplates(fingerprint: string): boolean {
  return fingerprint.startsWith(OF_TEMPLATES);
}
