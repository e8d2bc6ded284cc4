/**
 * The text of a file: whole, or in parts, of which some were printed before for many files and are there as they are written,
 * in UTF-8.
 */
export type TextParts = string | readonly (string | Uint8Array)[];

/** Leaves a mark of byte order where it is. */
const WITH_MARKS = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text in one piece. */
export function joinParts(parts: TextParts): string {
  if (typeof parts === 'string') return parts;
  return parts.map((part) => (typeof part === 'string' ? part : WITH_MARKS.decode(part))).join('');
}
