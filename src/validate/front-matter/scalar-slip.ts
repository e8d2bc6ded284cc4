import { quote } from '../../diagnostics/wording.ts';
import { asYaml, inQuotes, meantText, oneLine, putQuotesAround, withoutQuotes } from './quotes.ts';

/** A slip in a value, and where it is; the column counts from 1, over all lines of the value. */
export interface Slip {
  readonly column: number;
  readonly what: string;
  readonly hint: string;
  /** Whether it swallows the lines after it, so that the error shows further down. */
  readonly isOpen?: boolean;
}

/** What YAML has for the kind of a value, which it finds out by itself. */
const TAG = /^!!(?:str|int|float|bool|null|seq|map|set|omap|pairs|binary|timestamp|merge)\s+(?=\S)/;

/** What is wrong with a value that is no list and no group of keys in brackets, and stands by itself or within some. */
export function scalarSlip(value: string, column: number, where: 'block' | 'flow'): Slip | undefined {
  const first = value[0] ?? '';
  if (first === '"' || first === "'") return quoteSlip(value, column, where);
  if (/^[|>][-+\d]*[ \t]*(?:#.*)?(?:\n|$)/.test(value) && where === 'block') return undefined;
  if (/^[“”„«‘’]/.test(value) && withoutQuotes(value) !== value) {
    const hint = `write straight quotes in their place: \`${inQuotes(withoutQuotes(value))}\``;
    return { column, what: quote(first), hint };
  }
  const [tag = ''] = TAG.exec(value) ?? [];
  if (tag !== '') {
    const rest = oneLine(value.slice(tag.length));
    const hint = `leave out the tag: \`${/^[[{"'|>]/.test(rest) ? rest : asYaml(rest, where)}\`; or, if it is part of the text, write \`${inQuotes(value)}\``;
    return { column, what: quote(tag.trim()), hint };
  }
  if (/^(?:[@`%*&!|>{\]},]|[-?:](?:\s|$))/.test(value))
    return { column, what: quote(first), hint: putQuotesAround(value) };
  const colon = value.search(/:(?:\s|$)/);
  return colon < 0 ? undefined : { column: column + colon, what: '`:` in a text', hint: putQuotesAround(value) };
}

/** What may follow a text between quotes, beside a comment: within brackets the text may be a key. */
const BEHIND = { block: /^\s*(?:$|#)/, flow: /^\s*(?:$|:)|^\s+#/ } as const;

/** What is wrong with a value that begins with a straight quote. */
function quoteSlip(value: string, column: number, where: 'block' | 'flow'): Slip | undefined {
  const mark = value[0] ?? '';
  const closed = mark === '"' ? /^"(?:[^"\\]|\\.)*"/s : /^'(?:[^']|'')*'/;
  const whole = closed.exec(value)?.[0];
  if (whole === undefined) {
    const hint = `add the closing quote \`${mark}\` at the end, or if it is part of the text, write \`${inQuotes(value)}\``;
    return { column, what: 'quote that is not closed', hint, isOpen: true };
  }
  if (BEHIND[where].test(value.slice(whole.length))) return undefined;
  const hint = `put other quotes around all of it: \`${inQuotes(meantText(value))}\``;
  return { column: column + whole.length, what: 'text after the closing quote', hint };
}
