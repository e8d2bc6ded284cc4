import { type Alternate, siteIn } from '../../domain/languages.ts';
import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import { NOT_FOUND_URL, type UrlPath } from '../../domain/addresses.ts';
import { webPageJsonLd } from '../../formats/structured-data/web-page.ts';
import { type Frame, makeFrame } from './frame.ts';
import { type LanguageLink, makeTranslationLinks } from '../languages.ts';
import type { Materials, Surroundings } from '../surroundings.ts';
import type { Edition } from '../../domain/edition.ts';
import { href } from '../../domain/site/site.ts';
import { wordsIn } from '../../words/words.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { type PrintedViewer, printViewer } from '../story/picture-viewer.ts';
import { claimUnlessOwn } from '../../diagnostics/claim.ts';

/** What the layout `page` prints: an ordinary page, made by an Eleventy template or by Broadsheet. */
export interface OrdinaryPage {
  readonly frame: Frame;
  readonly title: string;
  /** The ways to the page in other languages, each in its own words. */
  readonly translations: readonly LanguageLink[];
  readonly content: Html;
  /** Of a text with pictures that open larger. */
  readonly viewer: PrintedViewer | undefined;
}

/** What Eleventy knows of a page of `content/pages/`. */
export interface OrdinaryPageSource {
  readonly url: UrlPath;
  readonly title: string;
  readonly description: string | undefined;
  readonly language: string | undefined;
  readonly isIndexed: boolean;
  /** The page in all languages that it is in; nothing where it is in one only. */
  readonly alternates: readonly Alternate[];
  readonly content: Html;
}

/** Makes the data of an ordinary page. */
export function makeOrdinaryPage(source: OrdinaryPageSource, surroundings: Surroundings): OrdinaryPage {
  const { url, title, description, isIndexed, alternates, content } = source;
  const { site } = surroundings;
  const language = source.language ?? site.language;
  const page = { url, name: title, description, language };
  const structuredData = isIndexed ? webPageJsonLd(page, siteIn(language, site)) : undefined;
  const frame = makeFrame({ ...page, title, isIndexed, alternates, structuredData, bodies: [content] }, surroundings);
  const viewer = printViewer([content], { site, language, viewer: surroundings.assets.viewer });
  return { frame, title, translations: makeTranslationLinks(alternates, url, site), content, viewer };
}

export const notFoundPage: PageKind<{ readonly url: UrlPath }, OrdinaryPage> = {
  list: listNotFound,
  urlOf: ownUrl,
  layout: () => 'page',
  make: makeNotFoundPage,
  sitemap: { none: 'nobody is to find it' },
  claims: {
    'unless-own': (edition) => claimUnlessOwn(NOT_FOUND_URL, 'the page for addresses that lead nowhere', edition),
  },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};

/** The page for addresses that lead nowhere, for newsrooms that have none of their own. */
function listNotFound({ ownPages }: Edition): readonly { readonly url: UrlPath }[] {
  return ownPages.some(({ url }) => url === NOT_FOUND_URL) ? [] : [{ url: NOT_FOUND_URL }];
}

/** Makes the page for addresses that lead nowhere. */
function makeNotFoundPage({ url }: { readonly url: UrlPath }, materials: Materials): OrdinaryPage {
  const { site } = materials;
  const words = wordsIn(site.language, site.words);
  const home = `<p><a href="${escapeHtml(href(site, '/'))}">${escapeHtml(words('home'))}</a></p>`;
  return makeOrdinaryPage(
    {
      url,
      title: words('notFoundTitle'),
      description: undefined,
      language: undefined,
      isIndexed: false,
      alternates: [],
      content: asHtml(`<p>${escapeHtml(words('notFoundText'))}</p>\n${home}`),
    },
    materials,
  );
}
