import type { Article } from '../domain/story/article.ts';
import { type Entry, entryOf } from '../domain/story/entry.ts';
import type { Story } from '../domain/story/story.ts';
import { sectionOf } from '../domain/languages.ts';
import type { Site } from '../domain/site/site.ts';
import { storyWords } from '../formats/search/story-words.ts';
import { makeCard } from '../pages/story/card.ts';
import { fingerprintOf, fingerprintOfBytes } from '../plan/fingerprint.ts';
import { storyUrl } from '../relate/addresses/addresses.ts';
import { correctionDatesOf } from '../relate/corrections.ts';
import { isoDay } from '../time/print-time.ts';

/** What of a story its record holds: all that the site and the moment of publication do not decide. */
type RecordedStory = Pick<Story, 'article' | 'url'>;

/** An article taken apart. */
export interface EnteredArticle {
  /** What its record says: as it is at no moment yet, so without the state of a live blog. */
  readonly story: Story;
  /** The words that it is found by, if the site has a search. */
  readonly words: string;
  readonly entry: Entry;
  readonly record: Buffer;
  readonly text: Buffer;
}

/**
 * Gives an article its address, and takes it apart: into its entry, its text as HTML, and its record. That is the JSON of
 * the rest, and where the site has a search, on a second line the words that the story is found by. All in UTF-8.
 */
export function enterArticle(article: Article, site: Site): EnteredArticle {
  const { html, anchors, ...body } = article.body;
  const url = storyUrl(article, site);
  const story: Story = { article: { ...article, body }, url, section: sectionOf(article, site) };
  const json = JSON.stringify({ article: story.article, url } satisfies RecordedStory);
  const words = site.search ? storyWords(article) : '';
  const record = Buffer.from(site.search ? `${json}\n${words}` : json);
  const text = Buffer.from(html);
  // A card in a text has the headline itself, where lists have the short one.
  const shown = [makeCard(story, site), article.headline.html];
  const cardFingerprint = fingerprintOf(JSON.stringify(shown));
  const day = isoDay(article.date.instant, site.timeZone);
  const corrections = correctionDatesOf(article, site.timeZone);
  const fingerprint = `${fingerprintOfBytes(record)}${fingerprintOfBytes(text)}`;
  const entry = entryOf(article, { url, anchors, day, corrections, cardFingerprint, fingerprint });
  return { story, words, entry, record, text };
}

/** The story of a record. */
export function storyOfRecord(record: string): RecordedStory {
  const end = record.indexOf('\n');
  return JSON.parse(end < 0 ? record : record.slice(0, end)) as RecordedStory;
}

/** The words of a record. */
export function wordsOfRecord(record: string): string {
  const end = record.indexOf('\n');
  return end < 0 ? '' : record.slice(end + 1);
}
