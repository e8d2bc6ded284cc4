/** A file as it goes through the editor: its text, and which state of the file it was made of. */
export interface Envelope {
  readonly text: string;
  /** Of a file that was just begun there is none. */
  readonly version: string | undefined;
  /** Which draft of the editor the text is of; a file that was just read is of none. */
  readonly draft: string | undefined;
}

/** No text file begins with it. */
const MARK = '\u0000';

/** The editor takes files for texts, ends them with a line end, and keeps those that were not saved: all of it goes through here. */
export function wrap({ text, version, draft }: Omit<Envelope, 'draft'> & Partial<Pick<Envelope, 'draft'>>): string {
  return `${MARK}${JSON.stringify({ text, version, draft })}\n`;
}

export function unwrap(raw: string): Envelope {
  if (!raw.startsWith(MARK)) return { text: raw, version: undefined, draft: undefined };
  const { text, version, draft } = JSON.parse(raw.slice(MARK.length)) as Partial<Envelope>;
  return { text: text ?? '', version, draft };
}
