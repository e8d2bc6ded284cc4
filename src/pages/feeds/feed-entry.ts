import type { Picture } from '../../domain/media/files.ts';
import { singlePicture } from '../../domain/media/printed-picture.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import type { FeedEntry, FeedPicture } from '../../formats/feeds/feed.ts';
import { withoutForbidden } from '../../formats/xml.ts';
import { wordsIn } from '../../words/words.ts';
import { feedPerson, feedTime } from './feed-channel.ts';
import type { FeedEntrySubject } from './feed-list.ts';
import type { Materials } from '../surroundings.ts';
import type { Story } from '../../domain/story/story.ts';
import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import { printNoticeInFeed, printNotices } from '../../markdown/directives/correction.ts';
import { printRecording } from '../../markdown/media/print-recording.ts';
import { directionOf } from '../../words/language-names.ts';
import { type PrintedPicture, printPicture } from '../story/card.ts';
import { printCreditSentences } from '../story/credits.ts';
import type { TextPart } from '../story/names.ts';
import { type Away, readAway } from '../../formats/html-text.ts';
import { printBody } from '../story/body.ts';

/** A story in feeds, with the length of its text. */
export interface SizedEntry extends FeedEntry {
  /** In UTF-8. */
  readonly bytes: number;
}

/** Makes the entry of a story. */
export function makeFeedEntry(subject: FeedEntrySubject, materials: Materials): SizedEntry {
  const { story, id, topics, credits, references } = subject;
  const { site } = materials;
  const { article, section } = story;
  const { headline, dek, label, language, date } = article;
  const url = absoluteUrl(site, story.url);
  const content = withoutForbidden(feedContent({ story, references, credits, url }, materials));
  const marked = label && wordsIn(language, site.words)(`label.${label}`);
  return {
    id: id ?? url,
    url,
    // Lists show nothing else of it, and whoever reads it there must be told.
    title: label === 'sponsored' || label === 'satire' ? `[${marked}] ${headline.text}` : headline.text,
    language: language === site.language ? undefined : language,
    published: feedTime(date.instant, site),
    updated: feedTime(subject.updated, site),
    authors: credits.filter(({ role }) => role === 'byline').map((credit) => feedPerson(credit, site)),
    contributors: credits.filter(({ role }) => role !== 'byline').map((credit) => feedPerson(credit, site)),
    tags: [
      ...new Set([
        ...(marked === undefined ? [] : [marked]),
        ...(section ? [section.title] : []),
        ...topics.map(({ name }) => name),
      ]),
    ],
    summary: dek,
    picture: article.picture && pictureOf(article.picture, site),
    content,
    bytes: Buffer.byteLength(content),
  };
}

function pictureOf({ file, alt, caption, credit }: Picture, site: Site): FeedPicture {
  const { url, type, width, height } = singlePicture(file, 'whole', { site });
  return {
    url: absoluteUrl(site, url),
    type,
    width,
    height,
    credit,
    description: caption?.text ?? (alt === '' ? undefined : alt),
  };
}

/** What the text of a story in a feed is made of. */
export interface FeedContentGiven extends Pick<FeedEntrySubject, 'story' | 'references' | 'credits'> {
  /** Of its page, as the rest of the world knows it. */
  readonly url: string;
}

/**
 * A story as it is read away from its page: what kind of story it is, dek, picture, text, who else took part, corrections
 * and updates. Every address in it is whole, and nothing in it needs the page's script or style.
 */
function feedContent({ story, references, credits, url }: FeedContentGiven, materials: Materials): string {
  const { site } = materials;
  const { article } = story;
  const { language, label, dek, picture } = article;
  const words = wordsIn(language, site.words);
  const notices = printNotices(article, { site, words }).map(printNoticeInFeed);
  const sentences = printCreditSentences(credits, words, { site, language }).map(printParts);
  const recordings = [article.video, article.audio].flatMap((recording) => {
    const transcriptId = recording?.hasTranscript ? `transcript-${recording.kind}` : undefined;
    const printing = { site, language, words, sponsored: label === 'sponsored', transcriptId };
    return recording ? [printRecording(recording, printing)] : [];
  });
  const before = [
    label ? `<p><strong>${escapeHtml(words(`label.${label}`))}</strong></p>\n` : '',
    dek ? `<p><em>${dek.html}</em></p>\n` : '',
    picture ? printFigure(printPicture(picture, 'whole', site)) : '',
    ...recordings,
  ].join('');
  const after = [sentences.length > 0 ? `<p>${sentences.join(' ')}</p>\n` : '', ...notices].join('');
  const away = { origin: site.origin, page: url };
  const text = feedText({ story, references }, away, materials);
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
  const size = width && height ? ` width="${width}" height="${height}"` : '';
  const lines = [caption, credit && escapeHtml(credit)].filter((line) => line !== undefined);
  const figcaption = lines.length > 0 ? `<figcaption>${lines.join(' ')}</figcaption>` : '';
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${size}>${figcaption}</figure>\n`;
}

/** Whether the text of a story is the same away from its page. A story is in many feeds. */
const isTheSame = new WeakMap<Story, boolean>();

/** The text of a story, as it is read away from its page. */
function feedText(
  { story, references }: Pick<FeedEntrySubject, 'story' | 'references'>,
  away: Away,
  materials: Materials,
): Html {
  const html = materials.textOf(story);
  if (references.length === 0 && isTheSame.get(story)) return html;
  const read = readAway(printBody({ html, references }, materials.site), away);
  isTheSame.set(story, read === html);
  return read;
}
