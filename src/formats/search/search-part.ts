import { SEARCH_PARTS } from '../../domain/search/urls.ts';

/** In which of a bucket's parts a word is, from 0. The first letter decides, so that all words that begin alike are in one. */
export function searchPart(word: string): number {
  return (word.codePointAt(0) ?? 0) % SEARCH_PARTS;
}
