/** A printer that prints each object once: what it is given again, it has at hand. */
export function once<Item extends object>(print: (item: Item) => string): (item: Item) => string {
  const printed = new WeakMap<Item, string>();
  return (item) => {
    const known = printed.get(item);
    if (known !== undefined) return known;
    const text = print(item);
    printed.set(item, text);
    return text;
  };
}
