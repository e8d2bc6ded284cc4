/** Groups items by keys, of which each item may have several; groups and items stay in order. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): ReadonlyMap<Key, readonly [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const keys = keysOf(item);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as Key;
      if (keys.indexOf(key) < index) continue;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
