import { isSlug } from '../../domain/addresses.ts';
import { slugFrom } from '../../validate/story/slug.ts';

/** What a newsroom is made of, as it was written. */
export interface Answers {
  readonly title: string;
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Titles or ids with commas between them: `news, Letters to the editor, shinbun=新聞`. */
  readonly sections: string;
}

/** Whether a language (BCP 47) is English, in which the first texts of a newsroom are. */
export function isEnglish(language: string): boolean {
  return /^en(?:-|$)/i.test(language);
}

/** A section as `site.yaml` has it. */
export interface WrittenSection {
  readonly id: string;
  readonly title: string;
}

/**
 * The sections of an answer. Of an id, the title is made (`news` is “News”), and of a title the id; a title that makes none stands behind
 * one: `shinbun=新聞`.
 */
export function sectionsIn(written: string): readonly WrittenSection[] {
  return written
    .split(/[,،、，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [before = '', ...after] = part.split('=');
      const title = after.join('=').trim();
      if (title !== '') return { id: before.trim(), title };
      return { id: slugFrom(part) ?? part, title: isSlug(part) ? capitalised(part.replaceAll('-', ' ')) : part };
    });
}

/** A text whose first letter is a capital. */
export function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}
