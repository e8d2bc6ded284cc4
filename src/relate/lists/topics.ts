import { withoutInvisible } from '../../domain/invisible.ts';
import slugify from '@sindresorhus/slugify';
import type { Topic } from '../../domain/story/story.ts';
import type { UrlPath } from '../../domain/addresses.ts';

/** The topics of an edition. Two spellings that make the same address are one topic; the first spelling names it. */
export class Topics {
  private readonly byText = new Map<string, Topic>();
  private readonly byUrl = new Map<UrlPath, Topic>();

  /** The topic that a text means, or `undefined` for a text without a letter or digit. */
  get(text: string): Topic | undefined {
    const known = this.byText.get(text);
    if (known) return known;
    const slug = topicSlug(text);
    if (slug === '') return undefined;
    const url = `/topics/${slug}/` as UrlPath;
    const topic = this.byUrl.get(url) ?? { name: text, url };
    this.byUrl.set(url, topic);
    this.byText.set(text, topic);
    return topic;
  }
}

/** Characters of an address; each may take four bytes of a file's name, which has 255. */
const LONGEST = 60;

/** Latin letters where every word has them, and otherwise the letters of the text itself: `/topics/北京/`. */
function topicSlug(text: string): string {
  const words =
    withoutInvisible(text)
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const inLatin = words.map((word) => slugify(word, { decamelize: false }));
  const slug = (inLatin.includes('') ? words : inLatin).join('-');
  return [...slug].slice(0, LONGEST).join('').replace(/-$/, '');
}
