import type { YamlProblem } from '../domain/source.ts';
import { quote } from '../diagnostics/wording.ts';

/** What someone most likely did that made their YAML unreadable. Line and column count from 1, in the file. */
export interface YamlSlip {
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly hint: string;
}

type Slip = Omit<YamlSlip, 'line'> & {
  /** Whether it swallows the lines after it, so that the error shows further down. */
  readonly isOpen?: boolean;
};

/**
 * The slip behind a syntax error in a file. YAML tends to notice one a line late, so the line before is looked at too, and
 * quotes and lists that were opened further up.
 */
export function findYamlSlip(problem: YamlProblem, text: string): YamlSlip {
  const lines = text.split('\n');
  for (const line of [problem.line, problem.line - 1]) {
    const slip = slipIn(lines[line - 1] ?? '');
    if (slip) return { ...slip, line };
  }
  for (let line = problem.line - 2; line > 0; line -= 1) {
    const slip = slipIn(lines[line - 1] ?? '');
    if (slip?.isOpen) return { ...slip, line };
  }
  return {
    line: problem.line,
    column: problem.column,
    what: 'text',
    hint: 'compare the line with those around it: `key: value`, lists with `- ` or in `[ ]`',
  };
}

const SCALAR = /^(\s*(?:- +)?[\w-]+:[ \t]+|\s*- +)(.*)$/;
const NO_SPACE = /^(\s*(?:- +)?[A-Za-z][\w-]*):(?=[^\s/]|\u00a0)/;

function slipIn(line: string): Slip | undefined {
  const indent = /^ *\t[\t ]*/.exec(line)?.[0];
  if (indent !== undefined) {
    return { column: indent.indexOf('\t') + 1, what: 'tab', hint: 'replace the tab by spaces' };
  }
  const key = NO_SPACE.exec(line)?.[1];
  if (key !== undefined) {
    return { column: key.length + 1, what: '`:` without a space', hint: 'put a space after the colon' };
  }
  const [, lead = '', written = ''] = SCALAR.exec(line) ?? [];
  const value = written.trimEnd();
  if (value === '') return undefined;
  const column = lead.length + 1;
  if (value.startsWith('"') || value.startsWith("'")) return quoteSlip(value, column);
  if (value.startsWith('[')) return listSlip(value, column);
  const first = value[0] ?? '';
  if (/^(?:[@`%*&!|>{\]},]|[-?] )/.test(value)) return { column, what: quote(first), hint: putQuotesAround(value) };
  const colon = value.search(/:(?:\s|$)/);
  return colon < 0 ? undefined : { column: column + colon, what: '`:` in a text', hint: putQuotesAround(value) };
}

function putQuotesAround(value: string): string {
  return `put quotes around it: \`"${value.replaceAll('"', '\\"')}"\``;
}

function quoteSlip(value: string, column: number): Slip | undefined {
  const mark = value.startsWith('"') ? '"' : "'";
  const closed = mark === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/;
  const whole = closed.exec(value)?.[0];
  if (whole === undefined) {
    const hint = `add the closing quote ${mark === '"' ? '`"`' : "`'`"} at the end`;
    return { column, what: 'quote that is not closed', hint, isOpen: true };
  }
  const rest = value.slice(whole.length).trim();
  if (rest === '' || /^[,\]}#:]/.test(rest)) return undefined;
  const other = mark === '"' ? "'" : '"';
  const hint = `put quotes of the other kind around all of it: \`${other}${value}${other}\``;
  return { column: column + whole.length, what: 'text after the closing quote', hint };
}

/** A list in brackets, or a text that begins with a bracket. */
function listSlip(value: string, column: number): Slip | undefined {
  const comma = /,\s*(?=,)|\[\s*(?=,)/.exec(value);
  if (comma) {
    const hint = 'remove one of the two commas, or write what belongs between them';
    return { column: column + comma.index + comma[0].length, what: '`,`', hint };
  }
  const end = value.indexOf(']');
  if (end < 0) return { column, what: 'list that is not closed', hint: 'add the closing `]`', isOpen: true };
  const rest = value.slice(end + 1).trim();
  const isText = rest !== '' && !/^[,\]}#]/.test(rest);
  return isText ? { column, what: '`[`', hint: putQuotesAround(value) } : undefined;
}
