import type { Story } from '../../domain/story/story.ts';
import { escapeHtml, type Html } from '../../domain/html.ts';
import { href, type Site } from '../../domain/site/site.ts';
import { type PrintedTime, printTime } from '../../time/print-time.ts';
import { directionOf } from '../../words/language-names.ts';

/** A story in a list, by its headline and its time. */
export interface Headline {
  readonly href: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly headline: Html;
  /** The same without markup. */
  readonly name: string;
  readonly time: PrintedTime;
  /** What else a list says of it: “Part 2”. */
  readonly note: string | undefined;
}

const headlines = new WeakMap<Story, Headline>();

/** The headline of a story: made once, however many lists show it. */
export function makeHeadline(story: Story, site: Site): Headline {
  const known = headlines.get(story);
  if (known) return known;
  const { article, url } = story;
  const headline: Headline = {
    href: href(site, url),
    language: article.language,
    direction: directionOf(article.language),
    headline: article.shortHeadline === undefined ? article.headline.html : escapeHtml(article.shortHeadline),
    name: article.shortHeadline ?? article.headline.text,
    time: printTime(article.date, article.language, site.timeZone),
    note: undefined,
  };
  headlines.set(story, headline);
  return headline;
}
