import type { Notice } from '../../domain/corrections/notice.ts';
import type { Article } from '../../domain/story/article.ts';
import { asHtml, type Html } from '../../domain/html.ts';
import { cutPosts } from '../../markdown/live-blog.ts';
import { searchableText } from '../html-text.ts';
import { searchWords } from './search-words.ts';

/**
 * The words of a story by which a reader can find it, each once, with a space between: of all that its page shows
 * but names, topics and section, which other files have.
 */
export function storyWords({ headline, shortHeadline, dek, kicker, dateline, picture, ...article }: Article): string {
  const texts = [
    headline.text,
    shortHeadline,
    dek?.text,
    kicker,
    dateline,
    picture?.caption?.text,
    picture?.credit,
    article.factCheck?.claim.text,
    article.factCheck?.claimant.name,
    article.audio?.title?.text,
    article.video?.title?.text,
    ...[...article.corrections.filter(({ update }) => update === undefined), ...article.updates].map(textOf),
  ];
  const words = new Set(textWords(lastingText(article)));
  for (const text of texts) if (text !== undefined) for (const word of searchWords(text)) words.add(word);
  return [...words].join(' ');
}

/** The text without the posts of a live blog, of which some may be under embargo: those are added when they are shown. */
function lastingText({ body, live }: Pick<Article, 'body' | 'live'>): Html {
  if (!live) return body.html;
  const { before, after } = cutPosts(body.html);
  return asHtml(before + after);
}

function textOf({ text }: Notice): string {
  return text.text;
}

/** The words of a rendered text, as they are searched for. */
export function textWords(html: Html): readonly string[] {
  return searchWords(searchableText(html));
}
