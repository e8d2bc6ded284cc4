import { expect } from 'vitest';
import type { SearchCards, SearchIndex, SearchWords } from '../../../src/formats/search/search-files.ts';
import { searchPart } from '../../../src/formats/search/search-part.ts';
import { searchWords } from '../../../src/formats/search/search-words.ts';
import { pagesOf, type PublicationGiven } from '../../newsroom/edition.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

/** The headlines that a word leads to on a search page, by the files that a browser would load. */
export function found(
  newsroom: NewsroomGiven,
  text: string,
  { root = '/search/', ...given }: PublicationGiven & { readonly root?: string } = {},
): readonly string[] {
  const pages = new Map(pagesOf(newsroom, given).map(({ url, data }) => [url as string, data]));
  const { buckets } = pages.get(`${root}index.json`) as SearchIndex;
  const [word = ''] = searchWords(text);
  return buckets.flatMap(({ name, stamp }) => {
    const part = pages.get(`${root}${name}-${searchPart(word)}.json`) as SearchWords;
    const cards = pages.get(`${root}${name}-cards.json`) as SearchCards;
    expect([part.stamp, cards.stamp]).toEqual([stamp, stamp]);
    const steps = part.stories[part.words.split(' ').indexOf(word)] ?? [];
    const places = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0));
    return places.map((place) => cards.stories[place]?.headline ?? '');
  });
}
