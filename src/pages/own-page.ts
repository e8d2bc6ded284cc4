import type { Html } from '../domain/html.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { webPageJsonLd } from '../formats/web-page.ts';
import { type Frame, makeFrame } from './frame.ts';
import type { Imprint } from './publication.ts';

/** What the layout `page` prints: an ordinary page, made by an Eleventy template or by Broadsheet. */
export interface OrdinaryPage {
  readonly frame: Frame;
  readonly title: string;
  readonly content: Html;
}

/** What Eleventy knows of a page of `content/pages/`. */
export interface OrdinaryPageSource {
  readonly url: UrlPath;
  readonly title: string;
  readonly description: string | undefined;
  readonly language: string | undefined;
  readonly isIndexed: boolean;
  readonly content: Html;
}

/** Makes the data of an ordinary page. */
export function makeOrdinaryPage(
  source: OrdinaryPageSource,
  imprint: Pick<Imprint, 'edition' | 'assets'>,
): OrdinaryPage {
  const { url, title, description, language, isIndexed, content } = source;
  const { site } = imprint.edition;
  const page = { url, name: title, description, language: language ?? site.language };
  const structuredData = isIndexed ? webPageJsonLd(page, site) : undefined;
  const heading = { ...page, title, isIndexed, structuredData };
  return { frame: makeFrame(heading, imprint), title, content };
}
