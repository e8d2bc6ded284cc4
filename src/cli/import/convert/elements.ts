import type { Element, ElementContent } from 'hast';

/** The element that stands for a directive in a tree of HTML until it is printed: no HTML has it. */
export const DIRECTIVE = 'x-directive';

/** A directive on one line: `::embed{url="…"}`. Attributes without a value are left out; `true` stands for one that has none. */
export function leafDirective(name: string, attributes: Readonly<Record<string, string | true | undefined>>): Element {
  return { type: 'element', tagName: DIRECTIVE, properties: { name, attributes: JSON.stringify(attributes) }, children: [] };
}

/** A directive around blocks: `:::aside{title="…"}`. */
export function blockDirective(
  name: string,
  attributes: Readonly<Record<string, string | true | undefined>>,
  children: readonly ElementContent[],
): Element {
  const element = leafDirective(name, attributes);
  return { ...element, properties: { ...element.properties, block: true }, children: [...children] };
}
