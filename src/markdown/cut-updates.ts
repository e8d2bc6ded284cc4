import { asHtml, type Html } from '../domain/html.ts';
import { slotFor } from './slots.ts';

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
