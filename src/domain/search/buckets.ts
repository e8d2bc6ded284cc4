import type { RelatedStory } from '../story/story.ts';
import { textHash } from '../lists/grouping.ts';
import type { UrlPath } from '../addresses.ts';

/** Stories that are searched together: neighbours in time, all of one year. */
export interface SearchBucket {
  /** Its own for as long as the stories at its beginning are what they are: `2026/0`, `2026/k3f9c2`. */
  readonly name: string;
  /** Oldest first. */
  readonly stories: readonly RelatedStory[];
}

/** So many stories on either side of one take part in deciding whether a bucket begins with it. */
const REACH = 200;

/**
 * Cuts the archive into buckets of 200 to about 800 stories. A bucket begins with the first story of a year, and with each
 * story whose path has a smaller hash than those of the 200 before it and after it in that year. So a story that comes, goes
 * or moves changes the bucket that it is in and at most those beside it, however large the archive is, and nothing but the
 * stories of now decides, not how they came to be there.
 *
 * @param stories Newest first.
 */
export function searchBuckets(stories: readonly RelatedStory[]): readonly SearchBucket[] {
  const buckets: SearchBucket[] = [];
  for (const [year, ofYear] of byYear(stories)) {
    const hashes = Float64Array.from(ofYear, ({ entry }) => textHash(entry.path));
    // Each has a name of its own: of two stories with one hash, the second begins none.
    const seen = new Set<number>();
    const isFirst = (start: number): boolean => seen.size < seen.add(hashes[start] ?? 0).size;
    const places = [0, ...smallestAround(hashes).filter(isFirst)];
    places.forEach((start, index) => {
      const name = index === 0 ? '0' : `k${(hashes[start] ?? 0).toString(36)}`;
      buckets.push({ name: `${year}/${name}`, stories: ofYear.slice(start, places[index + 1]) });
    });
  }
  return buckets;
}

/** The stories of each year, oldest first. Those that ask not to be indexed are found nowhere. */
function byYear(stories: readonly RelatedStory[]): ReadonlyMap<string, RelatedStory[]> {
  const years = new Map<string, RelatedStory[]>();
  for (let index = stories.length - 1; index >= 0; index -= 1) {
    const story = stories[index];
    if (!story || story.entry.noindex) continue;
    const year = story.entry.day.slice(0, -'-MM-DD'.length);
    const ofYear = years.get(year);
    if (ofYear) ofYear.push(story);
    else years.set(year, [story]);
  }
  return years;
}

/**
 * The places of values that are smaller than all within {@link REACH} of them; of equal ones the first. A value with fewer
 * neighbours than that on a side is none, so that the newest stories decide nothing before there are enough of them.
 */
function smallestAround(values: Float64Array): readonly number[] {
  const found: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let index = REACH; index < values.length - REACH; index += 1) {
    const value = values[index] ?? 0;
    // Within reach of one that was found there is no other.
    if (index - last <= REACH) continue;
    if (!isSmallest(values, index, value)) continue;
    found.push(index);
    last = index;
  }
  return found;
}

function isSmallest(values: Float64Array, index: number, value: number): boolean {
  for (let distance = 1; distance <= REACH; distance += 1) {
    if ((values[index - distance] ?? 0) <= value || (values[index + distance] ?? 0) < value) return false;
  }
  return true;
}

/** What readers search in one language: a page, and the stories that it finds. */
export interface SiteSearch {
  /** BCP 47: a language that the site has a front in. */
  readonly language: string;
  /** Of the page; all files of the search are below it. */
  readonly url: UrlPath;
  /** Of the fronts in that language, newest first. Those that ask not to be indexed are in no bucket. */
  readonly stories: readonly RelatedStory[];
  /** Oldest first; there is one at least. */
  readonly buckets: readonly SearchBucket[];
}
