import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import { slotFor, slotsOpenedIn } from './slots.ts';

/** The text of a live blog in its parts: what stands before its posts, each of them, and all else. */
export interface CutText {
  readonly before: Html;
  readonly posts: readonly CutPost[];
  readonly after: Html;
}

/** The HTML of a post, and which of the text it is. */
export interface CutPost {
  readonly index: number;
  readonly html: Html;
}

const UPDATE = new RegExp(`${slotFor('begin', '(\\d+)')}(.*?)${slotFor('end', '\\1')}`, 'gs');

/** Cuts the text of a live blog at its posts. */
export function cutPosts(html: Html): CutText {
  const posts: CutPost[] = [];
  let [before, after] = ['', ''];
  let end = 0;
  for (const match of html.matchAll(UPDATE)) {
    const between = html.slice(end, match.index);
    if (posts.length === 0) before = between;
    else after += between;
    posts.push({ index: Number(match[1]), html: asHtml(match[2] ?? '') });
    end = match.index + match[0].length;
  }
  const rest = html.slice(end);
  if (posts.length === 0) return { before: asHtml(rest), posts, after: asHtml('') };
  return { before: asHtml(before), posts, after: asHtml(after + rest) };
}

/** Puts a post back among the parts of a text, so that it can be cut again. */
export function markPost({ index, html }: CutPost): string {
  return slotFor('begin', index) + html + slotFor('end', index);
}

/** What the posts of a live blog have, and nothing else of its text. */
export interface PartsOfPost {
  /** Paths of files of `content/`. */
  readonly media: readonly string[];
  /** Which references of the text, counted from 0. */
  readonly references: readonly number[];
}

/** A rendered text, and what was found in it. */
export interface TextInPosts {
  readonly html: Html;
  readonly media: readonly string[];
  /** How many references there are. */
  readonly references: number;
}

/**
 * Finds out what only posts show, by the posts' places in the text: until one of them is published, nothing else needs it.
 *
 * @param addressOf The address with which the text shows a file of `content/`.
 */
export function partsOfPosts(
  { html, media, references }: TextInPosts,
  addressOf: (path: string) => string,
): ReadonlyMap<number, PartsOfPost> {
  const { before, posts, after } = cutPosts(html);
  const outside = valuesIn(before + after);
  const inside = new Map(media.map((path, index) => [String(escapeHtml(addressOf(path))), index]));
  for (const address of outside) inside.delete(address);
  const mediaIn = (text: string): readonly string[] =>
    [...valuesIn(text)]
      .flatMap((address) => inside.get(address) ?? [])
      .sort((one, other) => one - other)
      .flatMap((index) => media[index] ?? []);
  return new Map(
    posts.map(({ index, html: text }) => [
      index,
      {
        media: mediaIn(text),
        references: slotsOpenedIn(text).filter((reference) => reference < references),
      },
    ]),
  );
}

/** What stands between quotation marks in HTML, such as the values of attributes. */
function valuesIn(html: string): ReadonlySet<string> {
  return new Set(html.split('"').slice(1, -1));
}
