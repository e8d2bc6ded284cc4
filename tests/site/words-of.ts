/** Elements that stand within a line; every other one begins and ends a word. */
const WITHIN_A_LINE = new Set(
  'A ABBR B BDI CITE CODE DEL EM I KBD MARK Q S SMALL SPAN STRONG SUB SUP TIME U'.split(' '),
);

/** The words of an element as a reader meets them, in their order. */
export function wordsOf(element: Element): readonly string[] {
  return textOf(element)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function textOf(element: Element): string {
  const text = [...element.childNodes]
    .map((node) => (node.nodeType === 1 ? textOf(node as Element) : node.nodeType === 3 ? node.nodeValue : ''))
    .join('');
  return WITHIN_A_LINE.has(element.tagName) ? text : ` ${text} `;
}
