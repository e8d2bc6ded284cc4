import type { FrontMatter, YamlProblem } from '../domain/manuscript.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';

/** What is wrong with a file's front matter as such: that there is none, or that it cannot be read. */
export function validateFrontMatter(path: string, frontMatter: FrontMatter, text: string): Finding | undefined {
  switch (frontMatter.kind) {
    case 'read':
      return undefined;
    case 'empty-file':
      return finding(
        'file-empty',
        'Unexpected empty file, expected front matter between two lines of `---`',
        'write the keys that are needed, or remove the file',
      );
    case 'missing':
      return finding(
        'front-matter-missing',
        'Unexpected text, expected front matter on the first line',
        'begin the file with a line `---`, the keys, and another line `---`',
      );
    case 'unclosed':
      return finding(
        'front-matter-unclosed',
        'Unexpected end of the file, expected a second line of `---`',
        'add a line `---` after the last key',
      );
    case 'foreign':
      return finding(
        'front-matter-language',
        `Unexpected front matter in ${quote(frontMatter.language)}, expected YAML`,
        'write the first line as `---` and the keys as `key: value`',
      );
    case 'broken':
      return describeYamlProblem(path, frontMatter.problem, text);
  }

  function finding(code: Finding['code'], message: string, hint: string): Finding {
    const at =
      code === 'file-empty' || code === 'front-matter-unclosed'
        ? WHOLE_FILE
        : ({ kind: 'position', line: 1, column: 1, length: text.split('\n', 1)[0]?.length || 1 } as const);
    return { code, path, at, message, hint };
  }
}

/** What is wrong with YAML, with what mostly mends it. `text` is the whole file. */
export function describeYamlProblem(path: string, problem: YamlProblem, text: string): Finding {
  const { kind } = problem;
  if (kind === 'duplicate-key') {
    const key = keyOfLine(lineOf(text, problem.line));
    const at = {
      kind: 'position',
      line: problem.line,
      column: Math.max(1, lineOf(text, problem.line).search(/\S/) + 1),
      length: key?.length ?? 1,
    } as const;
    return {
      code: 'key-duplicate',
      path,
      at,
      message: `Unexpected second ${quote(key ?? 'key')}, expected each key once`,
      hint: 'remove one of the two',
    };
  }
  if (kind === 'aliases') {
    return {
      code: 'yaml-aliases',
      path,
      at: { kind: 'position', line: problem.line, column: 1 },
      message: 'Unexpected aliases that multiply, expected plain values',
      hint: 'write the values out, without `&` and `*`',
    };
  }
  const cause = causeOf(problem, text);
  return {
    code: 'yaml-broken',
    path,
    at: { kind: 'position', line: cause.line, column: cause.column },
    message: `Unexpected ${cause.what}, expected YAML (${problem.reason})`,
    hint: cause.hint,
  };
}

interface Cause {
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly hint: string;
}

/** The slip behind a syntax error: YAML tends to notice it a line late, so the line before is looked at too. */
function causeOf(problem: YamlProblem, text: string): Cause {
  for (const line of [problem.line, problem.line - 1]) {
    const slip = slipIn(lineOf(text, line));
    if (slip) return { ...slip, line };
  }
  const open = unclosedQuoteBefore(problem.line, text);
  if (open) return open;
  return {
    line: problem.line,
    column: problem.column,
    what: 'text',
    hint: 'compare the line with those around it: `key: value`, lists with `- ` or in `[ ]`',
  };
}

const SCALAR = /^(\s*(?:- +)?[\w-]+:\s+|\s*- +)(.*)$/;

function slipIn(line: string): Omit<Cause, 'line'> | undefined {
  const indent = /^ *\t[\t ]*/.exec(line)?.[0];
  if (indent !== undefined) {
    return { column: indent.indexOf('\t') + 1, what: 'tab', hint: 'replace the tab by spaces' };
  }
  const [, lead = '', value = ''] = SCALAR.exec(line) ?? [];
  if (value === '') return undefined;
  const column = lead.length + 1;
  const first = value[0] ?? '';
  if (first === '"' || first === "'") return quoteSlip(value, first, column);
  if (/[@`%*&!|>{[\]},]/.test(first)) {
    return { column, what: quote(first), hint: `put quotes around it: \`"${value.trim().replaceAll('"', '\\"')}"\`` };
  }
  const colon = value.search(/:(\s|$)/);
  if (colon < 0) return undefined;
  return {
    column: column + colon,
    what: '`:` in a text',
    hint: `put quotes around it: \`"${value.trim().replaceAll('"', '\\"')}"\``,
  };
}

function quoteSlip(value: string, mark: string, column: number): Omit<Cause, 'line'> | undefined {
  const body = value.trimEnd();
  const closing = mark === '"' ? /^"(?:[^"\\]|\\.)*"/.exec(body)?.[0] : /^'(?:[^']|'')*'/.exec(body)?.[0];
  if (closing === undefined) {
    return {
      column,
      what: 'quote that is not closed',
      hint: `add the closing ${mark === '"' ? 'quote `"`' : "quote `'`"} at the end`,
    };
  }
  const rest = body.slice(closing.length).trim();
  if (rest === '' || /^[,\]}#]/.test(rest)) return undefined;
  const other = mark === '"' ? "'" : '"';
  return {
    column: column + closing.length,
    what: 'text after the closing quote',
    hint: `put quotes of the other kind around all of it: \`${other}${body}${other}\``,
  };
}

/** A quote that was opened on an earlier line and swallowed those after it. */
function unclosedQuoteBefore(lineNumber: number, text: string): Cause | undefined {
  for (let line = lineNumber - 1; line > 1; line -= 1) {
    const slip = slipIn(lineOf(text, line));
    if (slip?.what === 'quote that is not closed') return { ...slip, line };
  }
  return undefined;
}

function lineOf(text: string, line: number): string {
  return text.split('\n')[line - 1] ?? '';
}

function keyOfLine(line: string): string | undefined {
  return /^\s*(?:- +)?["']?([^\s:"']+)/.exec(line)?.[1];
}
