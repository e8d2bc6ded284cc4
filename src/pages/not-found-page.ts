import type { Edition } from '../domain/edition.ts';
import { asHtml, escapeHtml } from '../domain/html.ts';
import type { Page } from '../domain/page.ts';
import { NOT_FOUND_URL } from '../domain/own-urls.ts';
import { href } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { wordsIn } from '../words/words.ts';
import { makeOrdinaryPage, type OrdinaryPage } from './own-page.ts';
import type { Imprint } from './publication.ts';

/** The page for addresses that lead nowhere, for newsrooms that have none of their own. */
export function listNotFound({ ownPages }: Edition): readonly { readonly url: UrlPath }[] {
  return ownPages.some(({ url }) => url === NOT_FOUND_URL) ? [] : [{ url: NOT_FOUND_URL }];
}

/** Makes the page for addresses that lead nowhere. */
export function makeNotFoundPage({ url }: { readonly url: UrlPath }, imprint: Imprint): Page<OrdinaryPage> {
  const { site } = imprint.edition;
  const words = wordsIn(site.language, site.words);
  const home = `<p><a href="${escapeHtml(href(site, '/'))}">${escapeHtml(words('home'))}</a></p>`;
  const data = makeOrdinaryPage(
    {
      url,
      title: words('notFoundTitle'),
      description: undefined,
      language: undefined,
      isIndexed: false,
      alternates: [],
      content: asHtml(`<p>${escapeHtml(words('notFoundText'))}</p>\n${home}`),
    },
    imprint,
  );
  return { url, layout: 'page', data };
}
