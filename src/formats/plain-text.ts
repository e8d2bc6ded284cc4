import type { Html } from '../domain/html.ts';

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const ENDS = /<\/(?:p|li|h[2-6]|td|th|blockquote|figcaption|summary)>|<br>/g;

/** What HTML that Broadsheet made reads as, in one line. */
export function plainText(html: Html): string {
  return html
    .replace(ENDS, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => CHARACTERS[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
