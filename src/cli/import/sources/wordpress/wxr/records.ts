import { textOfHtml } from '../../../convert/html-to-markdown.ts';

/** Something that an export says. */
export type WxrRecord =
  /** A fact about the whole site, such as `title` or `wp:base_blog_url`. */
  | { readonly kind: 'site'; readonly name: string; readonly text: string }
  /** An author or a term (`wp:term_name`, …), by the names of its elements. */
  | { readonly kind: 'author' | 'category' | 'tag' | 'term'; readonly fields: Fields }
  | { readonly kind: 'item'; readonly item: WxrItem }
  /** How a file ended. */
  | { readonly kind: 'end'; readonly isWhole: boolean; readonly strayBytes: number };

/** Texts of elements by their names with prefix, such as `wp:post_id`. */
export type Fields = ReadonlyMap<string, string>;

/** A post of any type, as the export has it. */
export interface WxrItem {
  readonly fields: Fields;
  readonly terms: readonly ItemTerm[];
  /** Values of those custom fields that something is known of. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The beginnings of those other custom fields that have words, by their names. Names that begin with `_` are those of programs. */
  readonly wordyFields: ReadonlyMap<string, string>;
  /** How many comments it has. */
  readonly comments: number;
  /** Whether its end was read. */
  readonly isWhole: boolean;
}

/** That an item belongs to a category, a tag, or whatever else a site sorts by. */
export interface ItemTerm {
  /** The taxonomy: `category`, `post_tag`, `author`. */
  readonly domain: string;
  readonly nicename: string;
  readonly name: string;
}

/** The text of an element; empty if there is none. */
export function textOf(fields: Fields, name: string): string {
  return fields.get(name)?.trim() ?? '';
}

/** The first value of a custom field; empty if there is none. */
export function metaOf(item: WxrItem, key: string): string {
  return item.meta.get(key)?.[0]?.trim() ?? '';
}

/** The number of a post, an attachment or a term: digits, not zero. */
export function idOf(text: string): string | undefined {
  return /^0*([1-9]\d{0,19})$/.exec(text.trim())?.[1];
}

/** The words of HTML, of which most texts that are asked for have none. */
export function wordsOf(html: string): string {
  return /[<&]/.test(html) ? textOfHtml(html) : html.replace(/\s+/g, ' ').trim();
}
