import { escapeHtml, type Html } from '../domain/html.ts';
import { mediaUrl } from '../domain/media-url.ts';
import { href, type Site } from '../domain/site.ts';
import { cutUpdates } from './cut-updates.ts';
import { slotFor } from './slots.ts';

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
