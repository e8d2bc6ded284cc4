/** How many stories a page of an archive holds. */
export const PAGE_LENGTH = 50;
const LEFT_ON_FRONT = 25;

/**
 * How many archive pages a list of so many stories has. Counted from the oldest story, page k holds the stories
 * 50(k − 1) … 50k − 1. It is closed, and exists, once it is full and 25 newer stories are left for the front: a new story
 * changes the front alone, and every fiftieth closes a page.
 */
export function closedPages(length: number): number {
  return Math.max(0, Math.floor((length - LEFT_ON_FRONT) / PAGE_LENGTH));
}
