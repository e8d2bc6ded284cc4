import type { FeedFormat } from '../domain/feeds.ts';
import type { Story } from '../domain/story/story.ts';
import type { Html } from '../domain/html.ts';
import type { Site } from '../domain/site/site.ts';
import type { UrlPath } from '../domain/addresses.ts';
import type { PhraseName } from '../words/phrases.ts';
import type { PrintedEntry } from './feeds/printed-entry.ts';
import { siteIn } from '../domain/languages.ts';

/** The files of `layouts/` that every page asks for. */
export interface Assets {
  readonly stylesheet: UrlPath;
  /** What only fronts ask for, before the other. */
  readonly frontStylesheet: UrlPath;
  /** What pages with a chart need besides. */
  readonly chartStylesheet: UrlPath;
  /** Of code and formulas. */
  readonly notationStylesheet: UrlPath;
  /** The script in the head of every page, see `src/baseline/banner.ts`. */
  readonly gate: string;
  /** The script at the end of every page, see `src/assets/loader.ts`. */
  readonly loader: string;
  /** The script of live blogs, see `layouts/scripts/live-blog.js`. */
  readonly liveBlog: UrlPath;
  /** The script and the stylesheet of pictures that open larger, see `layouts/scripts/picture-viewer.js`. */
  readonly viewer: { readonly script: UrlPath; readonly stylesheet: UrlPath };
  /** The script of the search page, unless the site has none. */
  readonly search: UrlPath | undefined;
}

/** Where the icons of a site are, for the head of every page. */
export interface Icons {
  readonly icon: { readonly url: UrlPath; readonly type: string };
  /** For home screens that take pictures made of pixels only. */
  readonly touch: UrlPath | undefined;
  readonly manifest: UrlPath;
  readonly colour: string;
}

/** A link that is on every page, to pages of one kind. */
export interface NavigationLink {
  /** Among the links of the footer, or as the search of the masthead and the footer. */
  readonly place: 'footer' | 'search';
  readonly label: PhraseName;
  /**
   * Where it leads, by the home page of the language that a page is in: `/es/` → `/es/search/`. In the footer, languages that have
   * nothing of their own lead to that of the main language.
   */
  readonly urls: Readonly<Record<string, UrlPath>>;
}

/**
 * What surrounds the subjects of all pages of an edition. It is small, the same for all of them, and taken as a whole wherever it
 * matters what a page is made of: whatever is added to it makes all pages anew.
 */
export interface Surroundings {
  readonly site: Site;
  /** In the order in which it is printed. */
  readonly navigation: readonly NavigationLink[];
  readonly assets: Assets;
  readonly icons: Icons;
}

/** Where readers search in the language that a site is in, if there is anything to be found. */
export function searchUrlIn({ home }: Site, navigation: Surroundings['navigation']): UrlPath | undefined {
  return navigation.find(({ place }) => place === 'search')?.urls[home];
}

/** What a page is made with, beside its subject. */
export interface Materials extends Surroundings {
  /** The text of a story, in which slots stand for its references. */
  readonly textOf: (story: Story) => Html;
  /** The words that a story is found by, see `src/formats/search/story-words.ts`. */
  readonly wordsOf: (story: Story) => string;
  /** The bytes of an entry that was printed before its feeds, where that is done. */
  readonly printedEntry?: (entry: PrintedEntry, format: FeedFormat) => Uint8Array;
}

/** What pages in a language (BCP 47) are made with: of the site as it is in that language. */
export function materialsIn(language: string | undefined, materials: Materials): Materials {
  const site = language === undefined ? materials.site : siteIn(language, materials.site);
  return site === materials.site ? materials : { ...materials, site };
}
