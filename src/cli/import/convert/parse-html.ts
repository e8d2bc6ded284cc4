import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import { DIRECTIVE, FIGURE, findAll, NOTE, NOTE_REFERENCE } from './elements.ts';
import { flatten } from './flatten.ts';

/** Elements that only a reader's own transforms may make: in an archive they are nothing. */
const OURS: ReadonlySet<string> = new Set([DIRECTIVE, FIGURE, NOTE, NOTE_REFERENCE]);

/** HTML of a text as a tree that is nowhere so deep that functions could not follow it, and whether that changed it. */
export function parseHtml(html: string): { readonly tree: Root; readonly isFlattened: boolean } {
  const parsed =
    parse(html) ?? parse(withoutTags(html, /<\/?(?:div|span|section|font|center|article|b|i|em|strong)\b[^<>]*>/gi));
  // Words alone are never too deep.
  const tree = parsed ?? treeOf(withoutTags(html, /<\/?[a-z!?][^<>]*>/gi));
  for (const found of findAll(tree, ({ tagName }) => OURS.has(tagName))) found.tagName = 'span';
  const taken = flatten(tree);
  return { tree, isFlattened: parsed === undefined || taken > 0 };
}

/** `undefined` where elements stand in so many others that the parser cannot follow. */
function parse(html: string): Root | undefined {
  try {
    return treeOf(html);
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function withoutTags(html: string, tags: RegExp): string {
  return html.replace(tags, ' ');
}

/** As browsers without scripts read it: what stands in `noscript` is there. */
function treeOf(html: string): Root {
  return fromParse5(parseFragment(html, { scriptingEnabled: false })) as Root;
}
