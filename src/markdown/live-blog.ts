import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import { slotFor } from './slots.ts';
import { mediaUrl } from '../domain/media/files.ts';
import { href, type Site } from '../domain/site/site.ts';

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

/** Finds out what only posts show, by the posts' places in the text: until one of them is published, nothing else needs it. */
export function partsOfPosts({ html, media, references }: TextInPosts, site: Site): ReadonlyMap<number, PartsOfPost> {
  const { before, posts, after } = cutPosts(html);
  const has = (text: string, path: string): boolean => text.includes(`"${escapeHtml(href(site, mediaUrl(path)))}"`);
  const refers = (text: string, index: number): boolean => text.includes(slotFor('open', index));
  const outside = before + after;
  const inside = media.filter((path) => !has(outside, path));
  const all = Array.from({ length: references }, (_none, index) => index);
  return new Map(
    posts.map(({ index, html: text }) => [
      index,
      {
        media: inside.filter((path) => has(text, path)),
        references: all.filter((reference) => refers(text, reference)),
      },
    ]),
  );
}
