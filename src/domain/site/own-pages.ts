import type { Alternate } from '../languages.ts';
import type { PageText } from '../story/article.ts';
import type { ResolvedText } from '../story/story.ts';
import type { UrlPath } from '../addresses.ts';

/** A page that a file of `content/pages/` makes, by itself. Of templates that are no Markdown, Eleventy reads the other keys. */
export interface OwnPageSource {
  readonly path: string;
  /** Its address; `undefined` where it has none, or only Eleventy can compute it. */
  readonly url: UrlPath | undefined;
  /** Whether only Eleventy can compute its address. */
  readonly isComputed: boolean;
  readonly draft: boolean;
  readonly noindex: boolean;
  /** BCP 47. */
  readonly language: string;
  /** When a Markdown page says that it was written, in milliseconds since 1970: `standards` judge it by that day. */
  readonly written?: number;
  /** What a Markdown page is laid out with. */
  readonly head: OwnPageHead | undefined;
  /** The text of a Markdown page. */
  readonly body: PageText | undefined;
}

/** What the front matter of a Markdown page says. */
export interface OwnPageHead {
  readonly title: string;
  readonly description: string | undefined;
  readonly layout: string;
  /** Further keys, for layouts of the newsroom's own in one of Eleventy’s languages. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Such a page in an edition. */
export interface OwnPage extends Omit<OwnPageSource, 'body'> {
  /** The page in all languages of the site that it is in, itself among them; nothing where it is in one only. */
  readonly alternates: readonly Alternate[];
  /** The text of a Markdown page, with what its references lead to. */
  readonly text: ResolvedText | undefined;
}

/** How the names of templates end that are text: Markdown in any letters, as the names of stories. */
const TEMPLATE = /\.(?:[mM][dD]|html|njk|liquid)$/;

/** The name of the page that a template makes: its path in `content/pages/`, without the ending. */
export function ownPageName(path: string): string {
  return path.replace(/^content\/pages\//, '').replace(TEMPLATE, '');
}

/** Whether a page of `content/pages/` is Markdown, and not a program of the newsroom’s own. */
export function isMarkdownPage(path: string): boolean {
  return /\.md$/i.test(path);
}
