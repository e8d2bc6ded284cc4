import type { Alternate } from '../domain/alternate.ts';
import type { Html } from '../domain/html.ts';
import { siteIn } from '../domain/site-in.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { webPageJsonLd } from '../formats/web-page.ts';
import { type Frame, makeFrame } from './frame.ts';
import type { LanguageLink } from './language-links.ts';
import type { Imprint } from './publication.ts';
import { makeTranslationLinks } from './translation-links.ts';

/** What the layout `page` prints: an ordinary page, made by an Eleventy template or by Broadsheet. */
export interface OrdinaryPage {
  readonly frame: Frame;
  readonly title: string;
  /** The ways to the page in other languages, each in its own words. */
  readonly translations: readonly LanguageLink[];
  readonly content: Html;
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
export function makeOrdinaryPage(
  source: OrdinaryPageSource,
  imprint: Pick<Imprint, 'edition' | 'assets'>,
): OrdinaryPage {
  const { url, title, description, isIndexed, alternates, content } = source;
  const { site } = imprint.edition;
  const language = source.language ?? site.language;
  const page = { url, name: title, description, language };
  const structuredData = isIndexed ? webPageJsonLd(page, siteIn(language, site)) : undefined;
  const frame = makeFrame({ ...page, title, isIndexed, alternates, structuredData }, imprint);
  return { frame, title, translations: makeTranslationLinks(alternates, url, site), content };
}
