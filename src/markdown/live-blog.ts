import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import { slotFor } from './slots.ts';
import { mediaUrl } from '../domain/media/files.ts';
import { href, type Site } from '../domain/site/site.ts';

/** The text of a live blog in its parts: what stands before its updates, each of them, and all else. */
export interface CutText {
  readonly before: Html;
  readonly updates: readonly CutUpdate[];
  readonly after: Html;
}

/** The HTML of an update, and which of the text it is. */
export interface CutUpdate {
  readonly index: number;
  readonly html: Html;
}

const UPDATE = new RegExp(`${slotFor('begin', '(\\d+)')}(.*?)${slotFor('end', '\\1')}`, 'gs');

/** Cuts the text of a live blog at its updates. */
export function cutUpdates(html: Html): CutText {
  const updates: CutUpdate[] = [];
  let [before, after] = ['', ''];
  let end = 0;
  for (const match of html.matchAll(UPDATE)) {
    const between = html.slice(end, match.index);
    if (updates.length === 0) before = between;
    else after += between;
    updates.push({ index: Number(match[1]), html: asHtml(match[2] ?? '') });
    end = match.index + match[0].length;
  }
  const rest = html.slice(end);
  if (updates.length === 0) return { before: asHtml(rest), updates, after: asHtml('') };
  return { before: asHtml(before), updates, after: asHtml(after + rest) };
}

/** Puts an update back among the parts of a text, so that it can be cut again. */
export function markUpdate({ index, html }: CutUpdate): string {
  return slotFor('begin', index) + html + slotFor('end', index);
}

/** What the updates of a live blog have, and nothing else of its text. */
export interface PartsOfUpdate {
  /** Paths of files of `content/`. */
  readonly media: readonly string[];
  /** Which references of the text, counted from 0. */
  readonly references: readonly number[];
}

/** A rendered text, and what was found in it. */
export interface TextInUpdates {
  readonly html: Html;
  readonly media: readonly string[];
  /** How many references there are. */
  readonly references: number;
}

/** Finds out what only updates show, by the updates' places in the text: until one of them is published, nothing else needs it. */
export function partsOfUpdates(
  { html, media, references }: TextInUpdates,
  site: Site,
): ReadonlyMap<number, PartsOfUpdate> {
  const { before, updates, after } = cutUpdates(html);
  const has = (text: string, path: string): boolean => text.includes(`"${escapeHtml(href(site, mediaUrl(path)))}"`);
  const refers = (text: string, index: number): boolean => text.includes(slotFor('open', index));
  const outside = before + after;
  const inside = media.filter((path) => !has(outside, path));
  const all = Array.from({ length: references }, (_none, index) => index);
  return new Map(
    updates.map(({ index, html: text }) => [
      index,
      {
        media: inside.filter((path) => has(text, path)),
        references: all.filter((reference) => refers(text, reference)),
      },
    ]),
  );
}
