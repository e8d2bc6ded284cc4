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

/** How many minutes a story takes to read, rounded: of a live blog none, for it is never read as a whole. */
export function minutesToRead({ body, live }: Pick<ArticleRecord, 'body' | 'live'>): number | undefined {
  return live ? undefined : Math.round(body.wordCount / WORDS_A_MINUTE);
}

/** How long a story takes to read: “6 minutes to read”. */
export function printReadingTime(
  article: Pick<ArticleRecord, 'body' | 'live' | 'language'>,
  site: Site,
): string | undefined {
  const minutes = minutesToRead(article);
  return minutes === undefined || minutes < SHORTEST
    ? undefined
    : countsIn(article.language, site.words)('readingTime', minutes);
}
