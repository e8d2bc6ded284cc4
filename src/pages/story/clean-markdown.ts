import { escapeHtml, asHtml, type Html } from '../../domain/html.ts';
import { absoluteUrl } from '../../domain/site/site.ts';
import type { Story } from '../../domain/story/story.ts';
import {
  BREAK,
  escapeLineStart,
  escapeMarkdown,
  escapeText,
  linkMarkdown,
} from '../../formats/clean-text/inline-markdown.ts';
import { lineMarkdownOf, markdownOf } from '../../formats/clean-text/markdown.ts';
import { printNoticeInFeed, printNotices } from '../../markdown/directives/correction.ts';
import { printRecording } from '../../markdown/media/print-recording.ts';
import { printTime } from '../../time/print-time.ts';
import { type Words, wordsIn } from '../../words/words.ts';
import { makeTranslationLinks } from '../languages.ts';
import { printNames, type TextPart } from './names.ts';
import { makeHeadline, printPicture } from './card.ts';
import type { CleanPrinting } from './clean-parts.ts';
import { printCreditSentences } from './credits.ts';
import { printFactCheck } from './fact-check.ts';

/** A story as Markdown: what a reader sees of it on its page, from the headline to the last correction, in the same order; of a live blog the newest post first, whatever is pinned. */
export function printCleanMarkdown(printing: CleanPrinting): string {
  const { story, parts, away } = printing;
  const { headline, dek } = story.article;
  const blocks = [
    `# ${lineMarkdownOf(headline.html, away)}`,
    ...labelsOf(printing).map((label) => `**${escapeMarkdown(label)}**`),
    dek ? paragraph(dek.html, printing) : '',
    escapeLineStart(linesAtHead(printing).join(BREAK)),
    ...pictureAtHead(printing),
    markdownOf(recordingsAtHead(printing), away),
    factCheckOf(printing),
    markdownOf(parts.before, away),
    ...parts.posts.flatMap((post) => postMarkdown(post, printing)),
    markdownOf(parts.after, away),
    ...linesAtEnd(printing),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function wordsOf({ story, site }: CleanPrinting): Words {
  return wordsIn(story.article.language, site.words);
}

function timeText(moment: Story['article']['date'], { story, site }: CleanPrinting): string {
  return printTime(moment, story.article.language, site.timeZone).text;
}

/** A line as a paragraph of its own. */
function paragraph(html: Html, { away }: CleanPrinting): string {
  return escapeLineStart(lineMarkdownOf(html, away));
}

/** What kind of story it is, where readers must be told; whether it is live. */
function labelsOf(printing: CleanPrinting): readonly string[] {
  const { article, live } = printing.story;
  const words = wordsOf(printing);
  const labels = article.label ? [words(`label.${article.label}`)] : [];
  if (!article.live || !live) return labels;
  const start = timeText({ ...(article.live.start ?? article.date), hasTime: true }, printing);
  const states = { before: words('liveBegins', { time: start }), on: words('live'), over: words('liveEnded') };
  return [...labels, states[live.phase]];
}

/** Who wrote it, when, where it stands, and where else. */
function linesAtHead(printing: CleanPrinting): readonly string[] {
  const { story, credits, translations, changed, site } = printing;
  const { article, section, url } = story;
  const words = wordsOf(printing);
  const bylines = credits.filter(({ role }) => role === 'byline');
  const byline = bylines.length > 0 ? printNames(words('by'), bylines, { site, language: article.language }) : [];
  const times = [words('published', { time: makeHeadline(story, site).time.text })];
  if (changed) times.push(words('updated', { time: timeText(changed, printing) }));
  const place = [site.title, article.kicker ?? section?.title].filter((part) => part !== undefined).join(', ');
  const links = [
    { label: place, href: absoluteUrl(site, url) },
    ...makeTranslationLinks(translations?.stories ?? [], url, site).map(({ label, href }) => ({
      label,
      href: site.origin + href,
    })),
  ];
  return [
    ...(byline.length > 0 ? [partsMarkdown(byline, printing)] : []),
    ...times.map(escapeMarkdown),
    ...links.map(({ label, href }) => linkMarkdown(label, href)),
  ];
}

/** Names and the words between them. Where they lead is from the root of the host. */
function partsMarkdown(parts: readonly TextPart[], { site }: CleanPrinting): string {
  return parts
    .map(({ text, href }) => (href === undefined ? escapeText(text) : linkMarkdown(text, site.origin + href)))
    .join('');
}

/** The picture at the head of a story, and below it the caption, with the credit between brackets. */
function pictureAtHead(printing: CleanPrinting): readonly string[] {
  const { site, story, away } = printing;
  const { picture } = story.article;
  if (!picture) return [];
  const { src, alt, caption, credit } = printPicture(picture, 'whole', site);
  const image = asHtml(`<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`);
  const lines = [caption && lineMarkdownOf(caption, away), credit && `(${escapeMarkdown(credit)})`];
  return [lineMarkdownOf(image, away), escapeLineStart(lines.filter((line) => line !== undefined).join(' '))];
}

/** What can be heard and seen at the head of a story. */
function recordingsAtHead(printing: CleanPrinting): Html {
  const { site, story } = printing;
  const { video, audio, language, label } = story.article;
  const printed = [video, audio].flatMap((recording) => {
    const transcriptId = recording?.hasTranscript ? `transcript-${recording.kind}` : undefined;
    const given = { site, language, words: wordsOf(printing), sponsored: label === 'sponsored', transcriptId };
    return recording ? [printRecording(recording, given)] : [];
  });
  return asHtml(printed.join(''));
}

/** What it found of a claim, as a list. */
function factCheckOf(printing: CleanPrinting): string {
  const { story, site, away } = printing;
  const { factCheck, language } = story.article;
  if (!factCheck) return '';
  const { title, claim, claimant, date, source, rating } = printFactCheck(factCheck, { site, language });
  const found = [rating.name, ...(rating.scale === undefined ? [] : [rating.scale])].join(', ');
  const lines: readonly (readonly [label: string, value: string])[] = [
    [claim.label, lineMarkdownOf(claim.text, away)],
    [claimant.label, escapeMarkdown(claimant.name)],
    [date.label, escapeMarkdown(date.time.text)],
    ...(source ? [[source.label, linkMarkdown(source.link.label, source.link.href)] as const] : []),
    [rating.label, escapeMarkdown(found)],
  ];
  return [
    `**${escapeMarkdown(title)}**`,
    lines.map(([label, value]) => `- ${escapeLineStart(escapeMarkdown(label))}: ${value}`).join('\n'),
  ].join('\n\n');
}

/** A post of a live blog, under its time. */
function postMarkdown(post: CleanPrinting['parts']['posts'][number], printing: CleanPrinting): readonly string[] {
  const { away } = printing;
  const title = post.title ? ` · ${lineMarkdownOf(post.title.html, away)}` : '';
  return [`## ${escapeMarkdown(timeText(post.date, printing))}${title}`, markdownOf(post.html, away)];
}

/** Who else took part, corrections and updates, and what it is about. */
function linesAtEnd(printing: CleanPrinting): readonly string[] {
  const { story, credits, topics, series, site } = printing;
  const { article } = story;
  const words = wordsOf(printing);
  const sentences = printCreditSentences(credits, words, { site, language: article.language });
  const notices = printNotices(article, { site, words }).map((notice) =>
    markdownOf(printNoticeInFeed(notice), printing.away),
  );
  const list = (label: string, links: readonly { readonly name: string; readonly url: string }[]): string =>
    links.length === 0
      ? ''
      : `${escapeLineStart(escapeMarkdown(label))}: ${links.map(({ name, url }) => linkMarkdown(name, absoluteUrl(site, url))).join(', ')}`;
  return [
    escapeLineStart(sentences.map((sentence) => partsMarkdown(sentence, printing)).join(' ')),
    ...notices,
    list(words('series'), series ? [{ name: series.title, url: series.url }] : []),
    list(words('topics'), topics),
  ];
}
