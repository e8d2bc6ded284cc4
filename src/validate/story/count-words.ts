import type { Site } from '../../domain/site/site.ts';
import { wordsRead } from '../../markdown/directives/words-read.ts';
import { withoutTags } from '../../markdown/html/without-tags.ts';

/** How many words of the Markdown of a story, or of a post of it, readers see: as white space tells them apart, signs of Markdown with them. */
export function countWordsRead(markdown: string, language: string, { html }: Pick<Site, 'html'>): number {
  const read = wordsRead(markdown);
  return countWords(html === 'safe' ? withoutTags(read) : read, language);
}

const SPACE = 32;
/** Languages that are written without spaces between words. */
const UNSPACED = /^(zh|ja|yue|th|lo|km|my|bo)(-|$)/;

/** How many words a text in a language has: as white space tells them apart, or as its language does where that has none. */
export function countWords(text: string, language: string): number {
  return UNSPACED.test(language) ? countSegments(text, language) : countSpaced(text);
}

function countSegments(text: string, language: string): number {
  let count = 0;
  for (const { isWordLike } of segmenterFor(language).segment(text)) if (isWordLike) count += 1;
  return count;
}

function countSpaced(text: string): number {
  let count = 0;
  let before = 0;
  // 1 for a letter, 0 for white space: a processor guesses wrong at each end of a word where it is asked what to do next.
  for (let index = 0; index < text.length; index += 1) {
    const letter = (SPACE - text.charCodeAt(index)) >>> 31;
    count += letter & (before ^ 1);
    before = letter;
  }
  return count;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter([language, 'en'], { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}
