import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { flatten } from './flatten.ts';

/** HTML of a text as a tree that is nowhere so deep that functions could not follow it, and whether that changed it. */
export function parseHtml(html: string): { readonly tree: Root; readonly isFlattened: boolean } {
  const parsed =
    parse(html) ?? parse(withoutTags(html, /<\/?(?:div|span|section|font|center|article|b|i|em|strong)\b[^<>]*>/gi));
  // Words alone are never too deep.
  const tree = parsed ?? fromHtml(withoutTags(html, /<\/?[a-z!?][^<>]*>/gi), { fragment: true });
  const taken = flatten(tree);
  return { tree, isFlattened: parsed === undefined || taken > 0 };
}

/** `undefined` where elements stand in so many others that the parser cannot follow. */
function parse(html: string): Root | undefined {
  try {
    return fromHtml(html, { fragment: true });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function withoutTags(html: string, tags: RegExp): string {
  return html.replace(tags, ' ');
}
