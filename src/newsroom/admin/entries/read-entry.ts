import { readKeys } from '../../front-matter/read-keys.ts';
import type { GroupForm } from '../forms/form.ts';
import { type Group, groupOf, showValue } from '../forms/show-value.ts';
import { BODY, type Entry, SOURCE } from './entry.ts';
import { cutLines } from './lines.ts';

/** A file taken apart: its keys as they were written, and its text. */
export interface FileParts {
  readonly values: Group;
  /** Its lines end in `\n`. */
  readonly body: string;
}

/** Reads a file of front matter and text. Of one whose front matter cannot be read nothing is shown, and it cannot be saved. */
export function readEntry(source: string, form: GroupForm): Entry {
  const parts = takeApart(source);
  const shown = parts ? showValue({ ...form, required: [] }, parts.values) : {};
  return { ...(shown as Group), [BODY]: parts?.body ?? '', [SOURCE]: source };
}

/** Takes a file apart; `undefined` where its front matter is not there or cannot be read. */
export function takeApart(source: string): FileParts | undefined {
  const read = readKeys(cutLines(source).text);
  return read && { values: groupOf([...read.keys]), body: read.body };
}
