import { aStory, type Keys } from './manuscript.ts';

const HOUR = 3_600_000;

/** So many stories, one an hour, the newest `story-0`; they have these keys, which may differ from story to story. */
export function manyStories(
  count: number,
  keys: Keys | ((index: number) => Keys) = {},
): Readonly<Record<string, string>> {
  const newest = Date.UTC(2026, 10, 22);
  const numbers = Array.from({ length: count }, (_, index) => index);
  return Object.fromEntries(
    numbers.map((index) => {
      const own = typeof keys === 'function' ? keys(index) : keys;
      const date = new Date(newest - index * HOUR).toISOString();
      return [`story-${index}.md`, aStory({ headline: `Story ${index}`, date, ...own })];
    }),
  );
}
