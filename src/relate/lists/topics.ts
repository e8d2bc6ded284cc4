import { withoutInvisible } from '../../domain/invisible.ts';
import type { Topic } from '../../domain/story/story.ts';
import { inLatin, type UrlPath } from '../../domain/addresses.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';

/** What a text turned out to be as the name of a topic. */
export type TopicFound =
  | { readonly kind: 'topic'; readonly topic: Topic }
  /** It has the address of a topic that is called otherwise. Told once of each text. */
  | { readonly kind: 'shared'; readonly topic: Topic }
  /** There is nothing in it that an address could be made of. */
  | { readonly kind: 'nameless' };

/**
 * The topics of an edition. Two spellings that make the same address are one topic; the first spelling names it. Those that differ
 * in more than capitals, spaces and punctuation may be two things, which is to be said.
 */
export class Topics {
  private readonly byText = new Map<string, TopicFound>();
  private readonly byUrl = new Map<UrlPath, Topic>();

  /** What a text means; `shared` the first time that it is asked for only. */
  find(text: string): TopicFound {
    const known = this.byText.get(text);
    if (known) return known;
    const slug = topicSlug(text);
    const found: TopicFound = slug === '' ? { kind: 'nameless' } : { kind: 'topic', topic: this.at(slug, text) };
    this.byText.set(text, found);
    const isAnother = found.kind === 'topic' && spellingOf(found.topic.name) !== spellingOf(text);
    return isAnother ? { kind: 'shared', topic: found.topic } : found;
  }

  private at(slug: string, text: string): Topic {
    const url = `/topics/${slug}/` as UrlPath;
    const topic = this.byUrl.get(url) ?? { name: text, url };
    this.byUrl.set(url, topic);
    return topic;
  }
}

/** What to say of a text that is no name of a topic of its own. */
export function describeTopic(
  text: string,
  found: Exclude<TopicFound, { readonly kind: 'topic' }>,
): Pick<Finding, 'code' | 'message' | 'hint'> {
  if (found.kind === 'nameless') {
    const message = `Unexpected topic ${quote(text)}, expected one with a letter, a digit or an emoji`;
    return { code: 'topic-nameless', message, hint: 'name it in words, or remove it; until then it has no page' };
  }
  const { name, url } = found.topic;
  return {
    code: 'topic-shared',
    message: `Unexpected topic ${quote(text)} at the address ${quote(url)} of ${quote(name)}, expected one of its own`,
    hint: 'write both alike if they are one topic, and otherwise name one of them in other words',
  };
}

/** The address of the topic that a text means, if it means one. */
export function topicUrl(text: string): UrlPath | undefined {
  const found = new Topics().find(text);
  return found.kind === 'nameless' ? undefined : found.topic.url;
}

/** What two spellings of one topic have in common. */
function spellingOf(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // A minus behind it makes another name of one: `A-`.
      .replace(/(?<=[\p{L}\p{N}])[-–]$/u, '−')
      .replace(/[^\p{L}\p{M}\p{N}\p{S}&@%*]+/gu, '')
  );
}

/** Characters of an address; each may take four bytes of a file's name, which has 255. */
const LONGEST = 60;

/** Latin letters where every word has them, and otherwise the letters of the text itself: `/topics/北京/`. */
function topicSlug(text: string): string {
  const named = nameSigns(withoutInvisible(text).normalize('NFC').toLowerCase());
  const words = named.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (!words.some((word) => /[\p{L}\p{N}]/u.test(word))) return emojiOf(text);
  const latin = words.map(inLatin);
  const slug = (latin.includes('') ? words : latin).join('-');
  return [...slug].slice(0, LONGEST).join('').replace(/-$/, '');
}

const HAS_SIGN = /[+#.]/;

/** Signs that make another name of a word are called by theirs: `C++`, `C#`, `.NET`. */
function nameSigns(text: string): string {
  if (!HAS_SIGN.test(text)) return text;
  return text
    .replace(/(?<=[\p{L}\p{M}\p{N}+])\+/gu, ' plus ')
    .replace(/(?<=[\p{L}\p{M}\p{N}])#/gu, ' sharp ')
    .replace(/(?<=^|\s)\.(?=[\p{L}\p{N}])/gu, 'dot ');
}

/** Pictures, flags, and what joins and colours them. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;

/** Of a topic that has no words, the emoji: `/topics/🎉/`. */
function emojiOf(text: string): string {
  const emoji = (text.match(EMOJI) ?? []).slice(0, LONGEST).join('');
  return /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(emoji) ? emoji : '';
}
