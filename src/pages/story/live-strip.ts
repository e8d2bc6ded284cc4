import type { Story } from '../../domain/story/story.ts';
import type { Site } from '../../domain/site/site.ts';
import { directionOf } from '../../words/language-names.ts';
import { wordsIn } from '../../words/words.ts';
import { type Link, linkTo } from '../site/link.ts';

/** The strip that leads to a live channel. Its words may be the site's, in a story of another language. */
export interface PrintedStrip extends Link {
  readonly channel: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Makes the live strip of a story: its own, with what it leaves out from the site's, unless it wants none. */
export function makeLiveStrip({ article }: Story, site: Site): PrintedStrip | undefined {
  const strip = article.liveStrip === false ? undefined : (article.liveStrip ?? site.liveStrip);
  if (strip?.url === undefined) return undefined;
  const isOwn = article.liveStrip && article.liveStrip.text !== site.liveStrip?.text;
  const language = strip.text === undefined || isOwn ? article.language : site.language;
  const words = wordsIn(language, site.words);
  const text = strip.text ?? words('liveText', { site: site.title });
  const channel = strip.label ?? words('live');
  return { ...linkTo(site, text, strip.url), channel, language, direction: directionOf(language) };
}
