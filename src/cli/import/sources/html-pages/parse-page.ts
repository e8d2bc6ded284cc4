import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Deeper than any page needs to be, and no deeper than functions can call themselves, Readability's among them. */
const MOST_LEVELS = 120;

/** A page as a tree of which nothing was run. What stands in more elements than functions can follow is put into the innermost that they can. */
export function parsePage(html: string): Root {
  // Without scripts, for then what is in `noscript` is elements.
  const document = parse(html, { scriptingEnabled: false });
  flatten(document);
  return fromParse5(document) as Root;
}

function flatten(document: ParentNode): void {
  const waiting: { readonly node: ParentNode; readonly level: number }[] = [{ node: document, level: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, level } = next;
    const children: Node[] = [];
    const queue = node.childNodes.toReversed() as Node[];
    for (let child = queue.pop(); child; child = queue.pop()) {
      if (level >= MOST_LEVELS && 'childNodes' in child) {
        for (const inner of child.childNodes.toReversed()) queue.push(inner);
        continue;
      }
      children.push(child);
      // What is in a template is no part of the page.
      if ('content' in child) child.content.childNodes = [];
      if ('childNodes' in child) waiting.push({ node: child, level: level + 1 });
    }
    node.childNodes = children as ParentNode['childNodes'];
  }
}
