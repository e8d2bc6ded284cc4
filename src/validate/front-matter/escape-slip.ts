import type { YamlProblem } from '../../domain/content/source.ts';
import { closingQuote } from './brackets.ts';
import { inQuotes } from './quotes.ts';
import type { Slip } from './scalar-slip.ts';
import { valueAround, valueFrom } from './value-lines.ts';

/** A backslash between double quotes that begins none of YAML's escapes: `"C:\docs"`. */
export function escapeSlip({ reason, line, column }: YamlProblem, lines: readonly string[]): Slip | undefined {
  if (!/escape sequence|hexadecimal/.test(reason)) return undefined;
  const place = (lines[line - 1] ?? '').lastIndexOf('\\', column - 1);
  const text = inQuotes(textAround(line, column, lines));
  const hint = text.startsWith("'")
    ? `write single quotes, between which a backslash is one: \`${text}\``
    : `write each backslash twice: \`${text}\``;
  return { column: Math.max(1, place + 1), what: '`\\` between double quotes', hint };
}

/** What was meant by the text between double quotes at a place. */
function textAround(line: number, column: number, lines: readonly string[]): string {
  const found = valueAround(line, lines) ?? valueFrom(line, lines);
  const { value = lines[line - 1] ?? '', lead = '' } = found ?? {};
  const first = found?.lines[0] ?? line;
  const before = lines.slice(first, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const firstLength = value.split('\n', 1)[0]?.length ?? 0;
  const place = line === first ? column - 1 - lead.length : firstLength + 1 + before + column - 1;
  const isInBrackets = /^[[{]/.test(value);
  for (const { index } of value.matchAll(/(?<=^|[[{,:]\s{0,9})"/g)) {
    const end = endOfText(value, index, isInBrackets);
    if (end > place - 1) return meantBy(value.slice(index + 1, end));
  }
  return meantBy(value.replace(/^"|"$/g, ''));
}

/** Where a text ends that begins with a double quote. A backslash before the last quote was meant as one. */
function endOfText(value: string, start: number, isInBrackets: boolean): number {
  const end = isInBrackets ? /\\"(?=\s*(?:[\]}]|,\s*(?:["'[{]|[A-Za-z][\w-]*:\s)))/g : /\\"(?=\s*(?:#.*)?$)/g;
  end.lastIndex = start + 1;
  const closing = closingQuote(value, start);
  const escaped = end.exec(value)?.index;
  if (escaped !== undefined && (closing < 0 || escaped < closing)) return escaped + 1;
  return closing < 0 ? value.length : closing;
}

/** A text as it is written between double quotes, with what needs no guess read as YAML does. */
function meantBy(written: string): string {
  return written.replace(
    /\\(["\\/])|\\u([\da-f]{4})/gi,
    (_sign, plain: string | undefined, code: string | undefined) =>
      plain ?? String.fromCharCode(Number.parseInt(code ?? '0', 16)),
  );
}
