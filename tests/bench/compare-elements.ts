/**
 * How the elements of a page differ from those of another, whatever their order: `+2 span` where it has two more. An element
 * is its name and its class.
 */
export function compareElements(html: string, other: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const element of elementsOf(html)) counts.set(element, (counts.get(element) ?? 0) + 1);
  for (const element of elementsOf(other)) counts.set(element, (counts.get(element) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([element, count]) => `${count > 0 ? '+' : '−'}${Math.abs(count)} ${element}`)
    .sort();
}

/** Enough for the markup of the three programs, which is known: no angle brackets within attributes. */
function elementsOf(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)].map(([, name = '', attributes = '']) => {
    const className = / class="([^"]*)"/.exec(attributes)?.[1];
    return className === undefined ? name : `${name}.${className.replaceAll(' ', '.')}`;
  });
}
