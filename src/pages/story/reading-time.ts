import type { ArticleRecord } from '../../domain/story/article.ts';
import type { Site } from '../../domain/site/site.ts';
import { countsIn } from '../../words/counts.ts';

/**
 * Words that a grown-up reads in a minute, silently (Brysbaert 2019: 238 in English). Of languages that are written without spaces, words are those of
 * a dictionary, which are read as fast.
 */
const WORDS_A_MINUTE = 238;

/** What is read in less needs no word about it. */
const SHORTEST = 2;

/** How long a story takes to read: “6 minutes to read”. A live blog is never read as a whole. */
export function printReadingTime(
  { body, live, language }: Pick<ArticleRecord, 'body' | 'live' | 'language'>,
  site: Site,
): string | undefined {
  const minutes = Math.round(body.wordCount / WORDS_A_MINUTE);
  return live || minutes < SHORTEST ? undefined : countsIn(language, site.words)('readingTime', minutes);
}
