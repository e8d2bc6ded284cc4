import { textHash } from './text-hash.ts';

/** A list that is cut into its front and the pages of its archive. All have their newest first. */
export interface ListCut<Item> {
  readonly front: readonly Item[];
  /** The page with the oldest first. */
  readonly closed: readonly (readonly Item[])[];
}

/** So many items a page of an archive has at least, and at most. */
const AT_LEAST = 40;
const AT_MOST = 100;
/** A page that has enough ends with one item of so many. */
const ONE_IN = 10;
const LEFT_ON_FRONT = 25;

/**
 * Cuts a list that has its newest first: each item is on the front or on one archive page. Counted from the oldest, a page
 * has 40 items and goes on to the first whose name ends pages, as one name of ten does, or to the hundredth: some fifty. It is
 * closed, and exists, once 25 newer items are left for the front.
 *
 * So a new item changes the front alone, and one that comes or goes further back changes the page that it is on, for the next
 * pages end where they ended. (Of pages with a fixed number of items, each from there on would change.)
 *
 * @param nameOf What an item is called for as long as it is the same.
 */
export function cutList<Item>(newestFirst: readonly Item[], nameOf: (item: Item) => string): ListCut<Item> {
  const closed: (readonly Item[])[] = [];
  let end = newestFirst.length;
  for (let start = end - AT_LEAST; start >= LEFT_ON_FRONT; start -= 1) {
    const newest = newestFirst[start];
    if (newest === undefined || (end - start < AT_MOST && textHash(nameOf(newest)) % ONE_IN > 0)) continue;
    closed.push(newestFirst.slice(start, end));
    end = start;
    start = end - AT_LEAST + 1;
  }
  return { front: newestFirst.slice(0, end), closed };
}
