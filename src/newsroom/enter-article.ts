import type { Article, StoredStory } from '../domain/story/article.ts';
import { correctionFrom } from '../domain/story/changes.ts';
import { type CorrectionDate, type Entry, entryOf } from '../domain/story/entry.ts';
import { sectionOf } from '../domain/languages.ts';
import type { Site } from '../domain/site/site.ts';
import { storyWords } from '../formats/search/story-words.ts';
import { makeCard } from '../pages/story/card.ts';
import { fingerprintOf, fingerprintOfBytes } from '../plan/fingerprint.ts';
import { storyUrl } from '../relate/addresses/story-url.ts';
import { isoDay } from '../time/print-time.ts';

/** A story as it is kept: what relations need of it, and all but its text. */
export interface EnteredArticle {
  readonly entry: Entry;
  /** A {@link StoredStory} as JSON, and on a second line the words that it is found by where the site has a search; in UTF-8. */
  readonly record: Buffer;
  /** Its text as HTML, in UTF-8. */
  readonly text: Buffer;
}

/** Gives an article its address, and notes what of it other pages depend on. */
export function enterArticle(article: Article, site: Site): EnteredArticle {
  const { html, ...body } = article.body;
  const stored: StoredStory = { article: { ...article, body }, url: storyUrl(article, site) };
  const { url } = stored;
  const json = JSON.stringify(stored);
  const record = Buffer.from(site.search ? `${json}\n${storyWords(article)}` : json);
  const text = Buffer.from(html);
  // A card in a text has the headline itself, where lists have the short one.
  const shown = [makeCard({ ...stored, section: sectionOf(article, site) }, site), article.headline.html];
  const card = fingerprintOf(JSON.stringify(shown));
  const day = isoDay(article.date.instant, site.timeZone);
  const corrections = article.corrections.map((correction): CorrectionDate => {
    const { instant } = correction.date;
    const from = correctionFrom(correction, article.live);
    const month = isoDay(instant, site.timeZone).slice(0, -3);
    const place = correction.place ? ({ isInText: true } as const) : {};
    return { date: instant, month, ...(from === undefined ? {} : { from }), ...place };
  });
  const version = `${fingerprintOfBytes(record)}${fingerprintOfBytes(text)}`;
  return { entry: entryOf(article, { url, day, corrections, card, version }), record, text };
}
