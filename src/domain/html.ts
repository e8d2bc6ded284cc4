/** Text that is safe to print as HTML: all of it was written, escaped or checked by Broadsheet. Made by {@link escapeHtml} and {@link asHtml}. */
export type Html = string & { readonly brand: 'Html' };

/** A line of text in both of its forms: as it is read aloud, and as it is printed. */
export interface RichText {
  readonly text: string;
  readonly html: Html;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML that shows exactly that text, in an element or in a quoted attribute. */
export function escapeHtml(text: string): Html {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character) as Html;
}

/** Declares that a string is HTML which Broadsheet itself made, or put together from such. */
export function asHtml(madeHere: string): Html {
  return madeHere as Html;
}
