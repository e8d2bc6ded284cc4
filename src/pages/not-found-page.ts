import { asHtml, escapeHtml } from '../domain/html.ts';
import type { Page } from '../domain/page.ts';
import { href } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { wordsIn } from '../words/words.ts';
import { makeOrdinaryPage, type OrdinaryPage } from './own-page.ts';
import type { Publication } from './publication.ts';

export const NOT_FOUND_URL = '/404.html' as UrlPath;

/** Makes the page for addresses that lead nowhere, for newsrooms that have none of their own. */
export function makeNotFoundPage(publication: Publication): Page<OrdinaryPage> {
  const { site } = publication.edition;
  const words = wordsIn(site.language, site.words);
  const home = `<p><a href="${escapeHtml(href(site, '/'))}">${escapeHtml(words('home'))}</a></p>`;
  const data = makeOrdinaryPage(
    {
      url: NOT_FOUND_URL,
      title: words('notFoundTitle'),
      description: undefined,
      language: undefined,
      isIndexed: false,
      content: asHtml(`<p>${escapeHtml(words('notFoundText'))}</p>\n${home}`),
    },
    publication,
  );
  return { url: NOT_FOUND_URL, layout: 'page', data };
}
