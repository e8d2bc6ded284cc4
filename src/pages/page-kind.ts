import type { Edition } from '../domain/edition.ts';
import type { UrlPath } from '../domain/addresses.ts';
import type { Claims } from '../diagnostics/claim.ts';
import type { FormatFor } from '../formats/formats.ts';
import type { Materials, NavigationLink } from './surroundings.ts';

/**
 * A kind of page: all that Broadsheet knows of it, in one record, which stands in the file of the kind. `page-kinds.ts` lists them.
 * No part may be left out; for most there is a short way to say that a kind has none.
 *
 * A subject is all that the page of it is made of: it costs next to nothing to list, and a page whose subject and surroundings
 * are as they were is as it was.
 */
export interface PageKind<Subject, Data = unknown> {
  /** The subjects of its pages. `toFind` gives what sitemaps list, of all kinds. */
  list(edition: Edition, toFind: () => Iterable<PageToFind>): readonly Subject[];
  urlOf(subject: Subject): UrlPath;
  /** The name of a format that can print what is made, or, where there is none, of a layout of `layouts/`. */
  layout(subject: Subject): [FormatFor<Data>] extends [never] ? string : FormatFor<Data>;
  /** Makes all that the layout may know. */
  make(subject: Subject, materials: Materials): Data;
  /** Those of its pages that sitemaps list beside stories, or why none of them is there. */
  readonly sitemap: PagesToFind | { readonly none: string };
  /** What claims the addresses of its pages, those too that are there only when an embargo ends. */
  readonly claims: Claims;
  /**
   * Whether each of several machines makes all of its pages: whoever looks at one part of the site finds its way in all of it.
   * Otherwise one machine makes a page, by the path of its file, or by what a function makes of that; or
   * the machine that makes all pages of its story.
   */
  readonly everyShard: boolean | 'with its story' | ((path: string) => string);
  /** The moments, past or to come, at which time changes its pages, beside those at which it changes stories (`article`). */
  changesAt(edition: Edition): Iterable<number>;
  /** How every page leads to those of this kind, if it does. */
  readonly navigation: KindNavigation | undefined;
  /** The content file in which an editor changes such a page, if that is no story: the preview opens it. It need not be there. */
  sourceOf?(subject: Subject): string;
}

/** A page that wants to be found: in the sitemap of pages, or in that of what leads to earlier stories. */
export interface PageToFind {
  readonly url: UrlPath;
  readonly sitemap: 'pages' | 'archives';
  /** The home page of the language whose sitemaps list it. */
  readonly home: UrlPath;
}

export type PagesToFind = (edition: Edition) => Iterable<PageToFind>;

/** Puts pages into a sitemap of the main language. */
export function inSitemap(
  sitemap: PageToFind['sitemap'],
  pages: readonly { readonly url: UrlPath }[],
): readonly PageToFind[] {
  return pages.map(({ url }) => ({ url, sitemap, home: '/' as UrlPath }));
}

/** How every page leads to those of a kind. */
export interface KindNavigation extends Omit<NavigationLink, 'urls'> {
  /** The link with the lowest comes first. */
  readonly order: number;
  /** Where it leads in each language, see {@link NavigationLink}; nowhere where there is nothing. */
  readonly urlsOf: (edition: Edition) => NavigationLink['urls'];
}

/** Says of a kind that its pages claim no address here. */
export const NO_CLAIMS: Claims = {};

/** Says of a kind that time changes its pages with their stories only. */
export const noMoments = (): readonly number[] => [];

/** Says of a kind that its subjects name the addresses of their pages. */
export const ownUrl = ({ url }: { readonly url: UrlPath }): UrlPath => url;
