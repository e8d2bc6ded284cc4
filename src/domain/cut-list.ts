import { closedPages, PAGE_LENGTH } from './closed-pages.ts';

/** A list that is cut into its front and the pages of its archive. All have their newest first. */
export interface ListCut<Item> {
  readonly front: readonly Item[];
  /** The page with the oldest first. */
  readonly closed: readonly (readonly Item[])[];
}

/** Cuts a list that has its newest first: each item is on the front or on one archive page. */
export function cutList<Item>(newestFirst: readonly Item[]): ListCut<Item> {
  const { length } = newestFirst;
  const count = closedPages(length);
  return {
    front: newestFirst.slice(0, length - count * PAGE_LENGTH),
    closed: Array.from({ length: count }, (_, index) =>
      newestFirst.slice(length - (index + 1) * PAGE_LENGTH, length - index * PAGE_LENGTH),
    ),
  };
}
