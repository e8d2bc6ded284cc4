/** Elements that stand within a line; every other one begins and ends a word. */
const WITHIN_A_LINE = 'a, abbr, b, bdi, br, cite, code, del, em, i, kbd, mark, q, s, small, span, strong, sub, sup, time, u';

/** The words of an element as a reader meets them, in their order. */
export function wordsOf(element: Element): readonly string[] {
  return textOf(element).split(/\s+/).filter((word) => word !== '');
}

function textOf(element: Element): string {
  const parts = [...element.childNodes].map((node) => {
    if (node.nodeType === node.TEXT_NODE) return node.textContent ?? '';
    return node.nodeType === node.ELEMENT_NODE ? textOf(node as Element) : '';
  });
  const text = parts.join('');
  return element.matches(WITHIN_A_LINE) && element.tagName !== 'BR' ? text : ` ${text} `;
}
