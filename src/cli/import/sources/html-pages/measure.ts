import type { Nodes } from 'hast';
import { findAll, wordsIn } from '../../convert/elements.ts';

/** How much of an element is words, links, and what readers use. */
export interface Measure {
  /** Characters of words. */
  readonly words: number;
  /** Those of them that stand in links and buttons. */
  readonly linked: number;
  readonly paragraphs: number;
  /** Links, buttons, and what readers fill in. */
  readonly controls: number;
}

export function measure(node: Nodes): Measure {
  const controls = findAll(node, ({ tagName }) => CONTROLS.has(tagName));
  const links = controls.filter(({ tagName }) => tagName === 'a' || tagName === 'button');
  return {
    words: lettersIn(node),
    linked: links.reduce((sum, link) => sum + lettersIn(link), 0),
    paragraphs: findAll(node, (inner) => inner.tagName === 'p' && lettersIn(inner) > 80).length,
    controls: controls.length,
  };
}

const CONTROLS = new Set(['a', 'button', 'form', 'input', 'select', 'textarea', 'iframe']);

export function lettersIn(node: Nodes): number {
  return wordsIn(node).replace(/\s+/g, ' ').trim().length;
}
