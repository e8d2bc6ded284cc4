import { textOfHtml } from '../../convert/html-to-markdown.ts';

/** The words of HTML, of which most texts that are asked for have none. */
export function wordsOf(html: string): string {
  return /[<&]/.test(html) ? textOfHtml(html) : html.replace(/\s+/g, ' ').trim();
}
