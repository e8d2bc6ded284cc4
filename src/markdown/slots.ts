import type { Html } from '../domain/html.ts';

/** Control characters cannot come from a text: they are replaced before it is rendered. */
const SLOT = /\u0001(open|close)(\d+)\u0002/g;

/** What stands in a rendered text for the opening or the closing of a reference until its address is known. */
export function slotFor(part: 'open' | 'close', index: number): string {
  return `\u0001${part}${index}\u0002`;
}

/** Puts HTML in place of each slot. */
export function fillSlots(html: Html, fill: (part: 'open' | 'close', index: number) => Html): Html {
  if (!html.includes('\u0001')) return html;
  return html.replace(SLOT, (_slot, part: 'open' | 'close', index: string) => fill(part, Number(index))) as Html;
}

/** A text without the characters that slots are made of, nor any other invisible control character. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
}
