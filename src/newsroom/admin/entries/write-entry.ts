import { PlainScalar } from '../../../domain/content/source.ts';
import { type Doubt, editKeys } from '../../front-matter/edit-keys.ts';
import { findMissingKey } from '../forms/find-missing.ts';
import type { GroupForm } from '../forms/form.ts';
import { groupOf, isGroup, showValue } from '../forms/show-value.ts';
import { isShownAlike, writeValue } from '../forms/write-value.ts';
import { cutLines, usualEnd, withLineEnds } from './lines.ts';
import { mergeBody, type Normalise } from './merge-body.ts';
import { BODY, type Entry, SOURCE } from './entry.ts';
import { takeApart } from './read-entry.ts';

/** The text of a file, or why it cannot be written here. */
export type Written =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** What the file of an entry that was just begun is made of. */
const NOTHING = '---\n---\n';

/**
 * The file that an entry means. Of a file that was there all that was not changed stays byte for byte, whoever wrote it: values in whatever shape, keys that
 * no field shows, comments, line ends, and the text, see {@link mergeBody}.
 *
 * @param normalise How the editor writes a text of Markdown that nobody has changed.
 */
export function writeEntry(entry: Entry, form: GroupForm, normalise: Normalise): Written {
  const before = sourceOf(entry);
  const source = before ?? NOTHING;
  const parts = takeApart(source);
  if (!parts) return refuse(DOUBTS.unreadable);
  const changes = changesOf(entry, form, parts.values);
  const edit = editKeys(source, changes, Object.keys(form.fields));
  if (edit.kind === 'unsure') return refuse(DOUBTS[edit.reason]);
  const written = Object.hasOwn(entry, BODY) ? String(entry[BODY] ?? '') : '';
  if (before === undefined) {
    const body = written.trim();
    return { kind: 'written', text: `${edit.text}\n${body === '' ? '' : `${body}\n`}` };
  }
  const body = mergeBody(parts.body, written.replaceAll(/\r\n?/g, '\n'), normalise);
  if (body === parts.body) return { kind: 'written', text: edit.text };
  const bytes = bodyOf(source, parts.body);
  const head = edit.text.slice(0, edit.text.length - bytes.length);
  const gap = head.endsWith('\n') || head.endsWith('\r') ? '' : usualEnd(source);
  return { kind: 'written', text: head + gap + withLineEnds(bytes, body, source) };
}

/** Why the file of an entry cannot be changed, whatever is filled in; `undefined` where it can. */
export function describeUnreadable(entry: Entry): string | undefined {
  const source = sourceOf(entry);
  return source === undefined || takeApart(source) ? undefined : DOUBTS.unreadable;
}

function sourceOf(entry: Entry): string | undefined {
  const source = Object.hasOwn(entry, SOURCE) ? entry[SOURCE] : undefined;
  return typeof source === 'string' ? source : undefined;
}

/** What has to be filled before a story or another file is saved, in words; `undefined` where nothing has. */
export function describeMissing(
  entry: Entry,
  form: GroupForm,
  labelOf: (keys: readonly string[]) => string,
): string | undefined {
  const missing = findMissingKey(form, entry);
  return missing && `“${labelOf(missing)}” is empty, and has to be filled`;
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  unreadable: 'The front matter of this file cannot be read. Nothing was saved: mend it in a text editor first',
  shared:
    'The front matter of this file says some things once for several keys (`<<`, `&`, `*`). Nothing was saved: change these keys in a text editor',
  form: 'The keys of this file are not on lines of their own. Nothing was saved: change them in a text editor',
  value: 'Something in a field cannot be written into front matter. Nothing was saved: look for signs that nobody sees',
};

/** The keys that have another value now; `undefined` takes one out. */
function changesOf(entry: Entry, form: GroupForm, values: Entry): ReadonlyMap<string, unknown> {
  const changes = new Map<string, unknown>();
  for (const [field, inner] of Object.entries(form.fields)) {
    const old = Object.hasOwn(values, field) ? values[field] : undefined;
    const shown = Object.hasOwn(entry, field) ? entry[field] : undefined;
    if (!isShownAlike(inner, shown, showValue(inner, old)))
      changes.set(field, printable(writeValue(inner, shown, old)));
  }
  return changes;
}

/** A value as YAML prints it. */
function printable(value: unknown): unknown {
  if (value instanceof PlainScalar) return value.value;
  if (Array.isArray(value)) return value.map(printable);
  return isGroup(value) ? groupOf(Object.entries(value).map(([key, inner]) => [key, printable(inner)])) : value;
}

/** The end of a file that its text is read from. */
function bodyOf(source: string, body: string): string {
  if (body === '') return '';
  const { lines, ends } = cutLines(source);
  const first = lines.length - body.split('\n').length;
  return lines
    .slice(first)
    .map((line, index) => line + (ends[first + index] ?? ''))
    .join('');
}

function refuse(reason: string): Written {
  return { kind: 'refused', reason };
}
