import { type Html, SLOT_MARKS } from '../domain/html.ts';

const { start: START, end: END } = SLOT_MARKS;
const SLOT = new RegExp(`${START}(open|close|begin|end)(\\d+)${END}`, 'g');

/**
 * What stands in a rendered text for the opening or the closing of a reference until its address is known; also what marks
 * the beginning and the end of an update in a live blog.
 */
export function slotFor(part: 'open' | 'close' | 'begin' | 'end', index: number | string): string {
  return `${START}${part}${index}${END}`;
}

/** Puts HTML in place of the slots of references, and nothing in place of marks. */
export function fillSlots(html: Html, fill: (part: 'open' | 'close', index: number) => Html): Html {
  if (!html.includes(START)) return html;
  return html.replace(SLOT, (_slot, part: 'open' | 'close' | 'begin' | 'end', index: string) =>
    part === 'begin' || part === 'end' ? '' : fill(part, Number(index)),
  ) as Html;
}

/** The indexes of the references that a rendered text opens, in their order. */
export function slotsOpenedIn(html: string): readonly number[] {
  const indexes = new Set<number>();
  for (const [, part, index] of html.matchAll(SLOT)) if (part === 'open') indexes.add(Number(index));
  return [...indexes].sort((one, other) => one - other);
}
