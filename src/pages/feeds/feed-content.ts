import type { ResolvedCredit } from '../../domain/related-story.ts';
import { asHtml, escapeHtml } from '../../domain/html.ts';
import { printRecording } from '../../markdown/print-recording.ts';
import { directionOf } from '../../words/direction.ts';
import { wordsIn } from '../../words/words.ts';
import { type PrintedPicture, printPicture } from '../card.ts';
import { printCreditSentences } from '../credit-sentences.ts';
import type { StoryToFeed } from './feed-list.ts';
import { feedText, readAway } from './feed-text.ts';
import { printNotices } from '../notices.ts';
import type { TextPart } from '../printed-text.ts';
import type { Imprint } from '../publication.ts';

/** What the text of a story in a feed is made of. */
export interface FeedContentGiven extends Pick<StoryToFeed, 'story' | 'references'> {
  readonly credits: readonly ResolvedCredit[];
  /** Of its page, as the rest of the world knows it. */
  readonly url: string;
}

/**
 * A story as it is read away from its page: what kind of story it is, dek, picture, text, who else took part, corrections
 * and updates. Every address in it is whole, and nothing in it needs the page's script or style.
 */
export function feedContent({ story, references, credits, url }: FeedContentGiven, imprint: Imprint): string {
  const { site } = imprint.edition;
  const { article } = story;
  const { language, label, dek, picture } = article;
  const words = wordsIn(language, site.words);
  const notices = printNotices(article, { site, words }).map(
    ({ title, time, text }) => `<p><strong>${escapeHtml(title)}</strong> (${escapeHtml(time.text)}) ${text}</p>\n`,
  );
  const sentences = printCreditSentences(credits, words, { site, language }).map(printParts);
  const recordings = [article.video, article.audio].flatMap((recording) => {
    const transcriptId = recording?.hasTranscript ? `transcript-${recording.kind}` : undefined;
    const printing = { site, language, words, sponsored: label === 'sponsored', transcriptId };
    return recording ? [printRecording(recording, printing)] : [];
  });
  const before = [
    label ? `<p><strong>${escapeHtml(words(`label.${label}`))}</strong></p>\n` : '',
    dek ? `<p><em>${dek.html}</em></p>\n` : '',
    picture ? printFigure(printPicture(picture, site)) : '',
    ...recordings,
  ].join('');
  const after = [sentences.length > 0 ? `<p>${sentences.join(' ')}</p>\n` : '', ...notices].join('');
  const away = { origin: site.origin, page: url };
  const text = feedText({ story, references }, away, imprint);
  const whole = `${readAway(asHtml(before), away)}${text}${readAway(asHtml(after), away)}`;
  const direction = directionOf(language);
  if (language === site.language && direction === 'ltr') return whole;
  return `<div lang="${escapeHtml(language)}" dir="${direction}">\n${whole}</div>\n`;
}

function printParts(parts: readonly TextPart[]): string {
  return parts
    .map(({ text, href }) =>
      href === undefined ? escapeHtml(text) : `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`,
    )
    .join('');
}

function printFigure({ src, alt, width, height, caption, credit }: PrintedPicture): string {
  const size = width > 0 && height > 0 ? ` width="${width}" height="${height}"` : '';
  const lines = [caption, credit && escapeHtml(credit)].filter((line) => line !== undefined);
  const figcaption = lines.length > 0 ? `<figcaption>${lines.join(' ')}</figcaption>` : '';
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${size}>${figcaption}</figure>\n`;
}
