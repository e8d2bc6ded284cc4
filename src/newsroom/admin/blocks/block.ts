import { readAttributes } from '../../../markdown/directives/attributes.ts';

/** What the editor knows of a directive: it is data that can be written as JSON. */
export interface BlockForm {
  readonly name: string;
  readonly form: 'block' | 'line';
  /** In the order in which they are written. */
  readonly attributes: readonly string[];
}

/** What the fields of a block show. */
export type BlockValues = Readonly<Record<string, unknown>>;

/** The field of the text of a block. */
export const TEXT = 'text';
/** The key under which a block has what it was read from. */
const WRITTEN = 'broadsheet_written';

/** A line of text; a directive within, with its own lines. Both begin in ways that exclude each other. */
const PLAIN_LINE = '(?:(?!:::)[^\\n]*\\n)';
const NESTED = `(?::{3,}[ \\t]*[\\p{L}\\w-][^\\n]*\\n${PLAIN_LINE}*:{3,}[ \\t]*\\n)`;
const NESTED_TWICE = `(?::{3,}[ \\t]*[\\p{L}\\w-][^\\n]*\\n(?:${PLAIN_LINE}|${NESTED})*:{3,}[ \\t]*\\n)`;

/** What a directive looks like at the beginning of a text, with others in it up to two deep. One with more in it is shown as the text that it is. */
export function patternOf({ name, form }: BlockForm): RegExp {
  const after = '[ \\t]*(\\{[^\\n]*\\})?[ \\t]*';
  if (form === 'line') return new RegExp(`^::${name}${after}(?=\\n|$)`, 'u');
  const inner = `((?:${PLAIN_LINE}|${NESTED_TWICE})*)`;
  return new RegExp(`^:{3,}[ \\t]*${name}${after}\\n${inner}:{3,}[ \\t]*(?=\\n|$)`, 'u');
}

/** What the fields show of a directive that its pattern has found. */
export function readBlock(
  form: BlockForm,
  [written = '', attributes = '', text]: readonly (string | undefined)[],
): BlockValues {
  const values = Object.fromEntries(readAttributes(attributes, 0)?.values ?? []);
  const inner = form.form === 'block' ? { [TEXT]: (text ?? '').replace(/\n$/, '') } : {};
  return { ...values, ...inner, [WRITTEN]: written };
}

/** The Markdown of a block: as it was written where nothing was changed, and attributes that no field shows with it. */
export function writeBlock(form: BlockForm, values: BlockValues): string {
  const written = textOf(values[WRITTEN]);
  const before = written === '' ? undefined : readBlock(form, patternOf(form).exec(written) ?? []);
  const keys = [...form.attributes, TEXT];
  if (before && keys.every((key) => textOf(before[key]).trim() === textOf(values[key]).trim())) return written;
  const known = Object.keys(before ?? {}).filter((key) => key !== TEXT && key !== WRITTEN);
  const names = [...known, ...form.attributes.filter((name) => !known.includes(name))];
  // An attribute that a field shows is what the field has, which may be nothing any more.
  const shown = (name: string): unknown => (form.attributes.includes(name) ? values[name] : before?.[name]);
  const printed = names.flatMap((name) => printAttribute(name, textOf(shown(name)), before) ?? []);
  const braces = printed.length === 0 ? '' : `{${printed.join(' ')}}`;
  if (form.form === 'line') return `::${form.name}${braces}`;
  const text = textOf(values[TEXT])
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '');
  return `:::${form.name}${braces}\n${text === '' ? '' : `${text}\n`}:::`;
}

/** A bare name, such as a class, stays one. */
function printAttribute(name: string, value: string, before: BlockValues | undefined): string | undefined {
  const text = value.replaceAll(/\s+/g, ' ').trim();
  if (text === '') return before && Object.hasOwn(before, name) && before[name] === '' ? name : undefined;
  if (/^[\w.,:/-]+$/.test(text) && !/^\d{4}-/.test(text)) return `${name}=${text}`;
  if (!text.includes('"')) return `${name}="${text}"`;
  return text.includes("'") ? `${name}="${text.replaceAll('"', '”')}"` : `${name}='${text}'`;
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
