import type { Root } from 'hast';
import type { TextContext } from '../archive.ts';

/**
 * What a system's own HTML needs done to it before it is converted: it changes the tree in place. What the new site says in a directive is made
 * by `blockDirective` and `leafDirective` of `elements.ts`.
 */
export type Transform = (tree: Root, context: TextContext) => void;

/**
 * HTML of a text as Markdown of Broadsheet's, with links and media as the context has them.
 *
 * @param transforms Run in their order before the conversion.
 */
export declare function htmlToMarkdown(html: string, context: TextContext, transforms?: readonly Transform[]): string;

/** HTML of a headline or a caption as a line of Markdown; only emphasis is kept. */
export declare function lineOfHtml(html: string): string;

/** The words of HTML without markup, white space collapsed. */
export declare function textOfHtml(html: string): string;

/** Plain words as a line of Markdown: what would be markup is escaped. */
export declare function lineOfText(text: string): string;
