import { asHtml, escapeHtml } from '../../../domain/html.ts';
import type { RouteAnswer } from '../../server/route.ts';
import { answerView } from './print-view.ts';
import type { ViewedPage } from './viewed-page.ts';

/** A page as the reader modes of browsers have it: the text that Readability, which Firefox has for that, finds on it. */
export async function readerView({ path, html }: ViewedPage): Promise<RouteAnswer> {
  // It is a large part of the program, which most previews never need.
  const { readAsReaderMode } = await import('./read-as-reader-mode.ts');
  const read = readAsReaderMode(html);
  const title = 'Reader mode';
  if (read.kind === 'nothing') {
    const content = asHtml(`<p class="note">${escapeHtml(read.reason)}</p>`);
    return answerView({ path, view: 'reader', title, content });
  }
  const { headline, byline, language, direction, excerpt, words } = read;
  const lines = [
    `<p class="note">${words} words; what is not here, readers of a reader mode do not get.</p>`,
    `<article lang="${escapeHtml(language)}" dir="${direction}">`,
    `<h2 class="headline">${escapeHtml(headline)}</h2>`,
    byline === undefined ? '' : `<p class="byline">${escapeHtml(byline)}</p>`,
    `<div class="text">${read.text}</div></article>`,
    excerpt === undefined ? '' : `<p class="note">In lists of what is to be read later: ${escapeHtml(excerpt)}</p>`,
  ];
  return answerView({ path, view: 'reader', title, content: asHtml(lines.join('\n')) });
}
