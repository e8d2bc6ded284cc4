import type { Element, ElementContent, Parents, Root } from 'hast';
import { classesOf, element, findAll, isBlank, isElement, wordsIn } from './elements.ts';

/** Classes by which plugins know what shows one of several texts at a time: `kt-tabs-wrap`, `wp-block-getwid-tabs`, `ui-tabs`. */
const TABS = /(?:^|[-_])tab(?:s|bed)(?:$|[-_])/i;

/** How deep the texts may stand in elements that hold all of them. */
const DEEPEST = 4;

/** A longer one is no title. In characters. */
const LONGEST_TITLE = 200;

/** Puts over each text of what showed one at a time the title that led to it: they stood in a row over all of them. */
export function placeTabTitles(tree: Root): void {
  for (const tabs of findAll(tree, (node) => classesOf(node).some((name) => TABS.test(name)))) {
    for (const parent of [tabs, ...findAll(tabs, () => true)]) if (placeIn(parent)) break;
  }
}

function placeIn(parent: Element): boolean {
  const at = parent.children.findIndex(isRow);
  const row = parent.children[at];
  if (!isElement(row)) return false;
  const titles = elementsOf(row);
  const panes = panesBehind(parent.children.slice(at + 1), titles.length);
  if (titles.length === 0 || !panes) return false;
  for (const [index, pane] of panes.entries()) {
    const words = wordsIn(titles[index] ?? row)
      .replace(/\s+/g, ' ')
      .trim();
    if (words !== '' && !beginsWith(pane, words))
      pane.children.unshift(element('p', {}, [element('strong', {}, [{ type: 'text', value: words }])]));
  }
  (parent as Parents).children = parent.children.filter((child) => child !== row);
  return true;
}

/** Whether a node is a row of titles: a list, or what says so for those who cannot see it. */
function isRow(node: ElementContent): boolean {
  if (!isElement(node)) return false;
  if (node.tagName !== 'ul' && node.tagName !== 'ol' && node.properties['role'] !== 'tablist') return false;
  const items = elementsOf(node);
  return (
    items.every((item) => wordsIn(item).trim().length <= LONGEST_TITLE) &&
    items.some((item) => leads(item) || classesOf(item).some((name) => /tab|title|nav/i.test(name)))
  );
}

function leads(item: Element): boolean {
  const isButton = (node: Element): boolean =>
    node.properties['role'] === 'tab' ||
    (node.tagName === 'a' && String(node.properties['href'] ?? '').startsWith('#'));
  return isButton(item) || findAll(item, isButton).length > 0;
}

/** As many elements as there are titles: those that follow, or those in the only one that follows. */
function panesBehind(nodes: readonly ElementContent[], count: number): readonly Element[] | undefined {
  let panes = nodes.filter((node): node is Element => isElement(node) && !isBlank(node));
  for (let depth = 0; depth < DEEPEST && panes.length === 1 && count > 1; depth += 1)
    panes = elementsOf(panes[0] as Element).filter((node) => !isBlank(node));
  return panes.length === count && panes.every((pane) => isElement(pane, 'div', 'section', 'article', 'li'))
    ? panes
    : undefined;
}

function elementsOf({ children }: Element): readonly Element[] {
  return children.filter((child): child is Element => isElement(child));
}

function beginsWith(pane: Element, words: string): boolean {
  return wordsIn(pane).replace(/\s+/g, ' ').trim().startsWith(words);
}
