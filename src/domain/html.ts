/** Text that is safe to print as HTML: all of it was written, escaped or checked by Broadsheet. Made by {@link escapeHtml} and {@link asHtml}. */
export type Html = string & { readonly brand: 'Html' };

/** A line of text in both of its forms: as it is read aloud, and as it is printed. */
export interface RichText {
  readonly text: string;
  readonly html: Html;
}

/**
 * The characters around what stands in HTML for something that is not known yet, see `markdown/slots.ts`. No text that is escaped has
 * one of them, so that nobody can write such a thing.
 */
export const SLOT_MARKS = { start: '\u0001', end: '\u0002' } as const;

const ENTITIES: Readonly<Record<string, string>> = {
  [SLOT_MARKS.start]: '\ufffd',
  [SLOT_MARKS.end]: '\ufffd',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const UNSAFE = new RegExp(`[&<>"'${SLOT_MARKS.start}${SLOT_MARKS.end}]`, 'g');

/** A text as HTML that shows exactly that text, in an element or in a quoted attribute. */
export function escapeHtml(text: string): Html {
  return text.replace(UNSAFE, (character) => ENTITIES[character] ?? character) as Html;
}

/** Declares that a string is HTML which Broadsheet itself made, or put together from such. */
export function asHtml(madeHere: string): Html {
  return madeHere as Html;
}
