import type { YamlProblem } from '../../domain/content/source.ts';
import { escapeSlip } from './escape-slip.ts';
import { quote } from '../../diagnostics/wording.ts';
import { flowSlip } from './flow-slip.ts';
import { isKnownKey } from './key-groups.ts';
import { scalarSlip, type Slip } from './scalar-slip.ts';
import { valueAround, valueFrom, type ValueLines } from './value-lines.ts';

/** What someone most likely did that made their YAML unreadable. Line and column count from 1, in the file. */
export interface YamlSlip {
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly hint: string;
}

/**
 * The slip behind a syntax error in a file. YAML tends to notice one a line late, so the line before is looked at too, and
 * quotes and lists that were opened further up.
 */
export function findYamlSlip(problem: YamlProblem, text: string): YamlSlip {
  const lines = text.split('\n');
  const fence = lines.indexOf('---', 1) + 1;
  if (/single document/.test(problem.reason) && fence > 0) {
    const hint = 'remove the lines of `---`: this file has YAML, and nothing below it';
    return { line: fence, column: 1, what: 'line of `---`', hint };
  }
  const backslash = escapeSlip(problem, lines);
  if (backslash) return { ...backslash, line: problem.line };
  for (const line of [problem.line, problem.line - 1]) {
    const slip = entrySlip(line, lines) ?? pathSlip(lines[line - 1] ?? '');
    if (slip) return { ...slip, line };
  }
  for (const line of [problem.line, problem.line - 1]) {
    const around = valueAround(line, lines);
    const slip = around ? (slipInValue(around) ?? blockSlip(line, around, lines)) : slipOn(line, lines);
    if (slip) return slip;
  }
  for (let line = problem.line - 2; line > 0; line -= 1) {
    const slip = slipOn(line, lines);
    if (slip?.isOpen) return slip;
  }
  for (let line = problem.line - 1; line > 1 && line > problem.line - 3; line -= 1) {
    const comment = /^\s+(?=#)|.*\s(?=#)/s.exec(lines[line - 1] ?? '')?.[0];
    if (comment === undefined || !/^\s+[^\s#-]/.test(lines[line] ?? '') || KEY.test(lines[line] ?? '')) continue;
    const hint = 'put it on a line of its own above the key: a text without quotes ends there';
    return { line, column: comment.length + 1, what: 'comment within a text', hint };
  }
  for (const line of [problem.line, problem.line - 1]) {
    const slip = placeSlip(lines[line - 1] ?? '', lines[line - 2] ?? '');
    if (slip) return { ...slip, line };
  }
  return {
    line: problem.line,
    column: problem.column,
    what: 'text',
    hint: 'compare the line with those around it: `key: value`, lists with `- ` or in `[ ]`',
  };
}

const NO_SPACE = /^(\s*(?:- +)?[A-Za-z][\w-]*):(?=[^\s/])/;
const WIDE_COLON = /^(\s*(?:- +)?[A-Za-z][\w-]*)：/;
/** A space that is none to YAML, before a key or behind its colon. */
const OTHER_SPACE = /^[ \t]*(?:(?:- +)?[A-Za-z][\w-]*[ \t]*(?::[ \t]*)?)?([^\S \t\n\r])/;

/** The slip on a line, or in the value that begins there, which may go on over further lines. */
function slipOn(line: number, lines: readonly string[]): (YamlSlip & Pick<Slip, 'isOpen'>) | undefined {
  const ofLine = lineSlip(lines[line - 1] ?? '');
  if (ofLine) return { ...ofLine, line };
  const found = valueFrom(line, lines);
  return found && slipInValue(found);
}

function slipInValue({ lead, value, lines: [line] }: ValueLines): (YamlSlip & Pick<Slip, 'isOpen'>) | undefined {
  const column = lead.length + 1;
  const isFlow = /^[[{]/.test(value);
  const ofKeys = keysSlip(lead, value);
  if (ofKeys) return { ...ofKeys, line };
  const slip = isFlow ? flowSlip(value, column) : scalarSlip(value, column, 'block');
  if (!slip) return undefined;
  const before = (lead + value).slice(0, slip.column - 1);
  const further = before.split('\n').length - 1;
  // A comment in it may hide its end from YAML, though not from us.
  const isOpen = slip.isOpen ?? (isFlow && value.includes('\n'));
  return { ...slip, line: line + further, column: slip.column - 1 - before.lastIndexOf('\n'), isOpen };
}

/** Keys of an entry that are on one line without braces around them, or one that has no colon. */
function keysSlip(lead: string, value: string): Slip | undefined {
  const [, first] = /^\s*- +([\w-]+):[ \t]+$/.exec(lead) ?? [];
  const others = [...value.matchAll(/[,;]\s*([A-Za-z][\w-]*):\s/g)];
  if (
    first !== undefined &&
    others.length > 0 &&
    others.every(([, key = '']) => isKnownKey(key)) &&
    !/^["'[{]/.test(value)
  ) {
    const column = lead.length + (others[0]?.index ?? 0) + 1;
    const pairs = `${first}: ${value.replace(/;\s*(?=[A-Za-z][\w-]*:\s)/g, ', ')}`;
    const hint = `write \`- { ${pairs} }\`, or each key on a line of its own`;
    return value.includes('\n') ? undefined : { column, what: 'second key on the line', hint };
  }
  return undefined;
}

/** A line of a text below `|` or `>` that begins with a tab, or further to the left than the text does. */
function blockSlip(
  line: number,
  { value, lines: [first] }: ValueLines,
  lines: readonly string[],
): YamlSlip | undefined {
  if (!/^[|>]/.test(value)) return undefined;
  const text = lines[line - 1] ?? '';
  if (/^ *\t/.test(text))
    return { line, column: text.indexOf('\t') + 1, what: 'tab', hint: 'replace the tab by spaces' };
  const indent = (lines.slice(first, line - 1).find((each) => each.trim() !== '') ?? '').search(/\S|$/);
  const isLeft = text.trim() !== '' && text.search(/\S/) < indent;
  const [, , key = ''] = KEY.exec(text) ?? [];
  const hint = isKnownKey(key) ? beginKey(key) : 'begin it in the column in which the first line of the text begins';
  return isLeft ? { line, column: text.search(/\S/) + 1, what: 'indentation', hint } : undefined;
}

/** What is wrong with the signs of a line before its value. */
function lineSlip(line: string): Slip | undefined {
  const indent = /^ *\t[\t ]*/.exec(line)?.[0];
  if (indent !== undefined) {
    return { column: indent.indexOf('\t') + 1, what: 'tab', hint: 'replace the tab by spaces' };
  }
  const space = OTHER_SPACE.exec(line);
  if (space) {
    const code = (space[1] ?? '').charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const hint = 'delete it, and type an ordinary space';
    return { column: space[0].length, what: `no-break or wide space (U+${code})`, hint };
  }
  const wide = WIDE_COLON.exec(line)?.[1];
  if (wide !== undefined) {
    const hint = `write an ordinary colon and a space: \`${wide.trim()}: \``;
    return { column: wide.length + 1, what: '`：`', hint };
  }
  const key = NO_SPACE.exec(line)?.[1];
  if (key !== undefined) {
    return { column: key.length + 1, what: '`:` without a space', hint: 'put a space after the colon' };
  }
  return undefined;
}

const ENTRY = /^( *)- +(\S.*)$/;

/** An entry of a list that does not begin as those beside it do: without its hyphen, without the space behind it, in another column. */
function entrySlip(line: number, lines: readonly string[]): Slip | undefined {
  const [before = '', text = '', after = ''] = [lines[line - 2], lines[line - 1], lines[line]];
  const beside = [before, after].flatMap((other) => ENTRY.exec(other)?.[1]?.length ?? []);
  const indent = text.length - text.trimStart().length;
  if (/^ *-[^\s-]/.test(text) && beside.includes(indent)) {
    const hint = `put a space after the hyphen: \`- ${text.trim().slice(1)}\``;
    return { column: indent + 1, what: '`-` without a space', hint };
  }
  const [, name = '', words = ''] = /^ *- +([A-Za-z][\w-]*)[ \t]+([^:"']+)$/.exec(text) ?? [];
  const isGroup = /^ +[A-Za-z][\w-]*:(?:\s|$)/.test(after) && after.length - after.trimStart().length > indent;
  if (name !== '' && isGroup) {
    const hint = `write \`- ${name}: ${words.trim()}\``;
    return { column: text.indexOf(name) + name.length + 1, what: `${quote(name)} without a colon`, hint };
  }
  const [, , written = ''] = ENTRY.exec(text) ?? [];
  const above = ENTRY.exec(before);
  const isDeeper =
    above !== null &&
    written !== '' &&
    indent > (above[1]?.length ?? 0) &&
    !/^["'[{|>&*!]|:(?:\s|$)/.test(above[2] ?? '');
  if (isDeeper)
    return {
      column: indent + 1,
      what: 'indentation',
      hint: 'begin `-` in the column in which that of the line above begins',
    };
  const isFirst = /^\s*(?:- +)?[\w-]+:\s*$/.test(before) && /^[\w./-]+$/.test(text.trim());
  if (isFirst && ENTRY.test(after) && beside.includes(indent))
    return { column: indent + 1, what: 'entry without `-`', hint: `write \`- ${text.trim()}\`` };
  return undefined;
}

/** A redirect without its colon and space: `/old/ -> /new/`, `/old/:/new/`. */
function pathSlip(line: string): Slip | undefined {
  const entry = /^\s*- +(\/\S*:\s+\S+)\s*$/.exec(line)?.[1];
  if (entry !== undefined)
    return { column: line.indexOf('-') + 1, what: '`-` before a path', hint: `write \`${entry}\`` };
  const [, from = '', to] = /^(\/\S*?)(?::(?=\/|https?:)|\s+(?:[-=]>|→|=)?\s*(?=\/|https?:))(\S+)\s*$/.exec(line) ?? [];
  if (to === undefined || /:\s/.test(line)) return undefined;
  return {
    column: from.length + 1,
    what: 'path without a colon and a space behind it',
    hint: `write \`${from}: ${to}\``,
  };
}

const KEY = /^( *)(?:- +)?([A-Za-z][\w-]*):(?:\s|$)/;

function beginKey(key: string): string {
  return `begin \`${key}\` in the column in which the key above it begins`;
}

/** A key or a text in the wrong column. */
function placeSlip(line: string, before: string): Slip | undefined {
  const [, listed = '', rest = ''] = /^- +([A-Za-z][\w-]*):(.*)$/s.exec(line) ?? [];
  if (isKnownKey(listed) && !/^\s*(?:- |[\w-]+:\s*$)/.test(before))
    return { column: 1, what: '`-` before a key', hint: `leave out the hyphen: \`${listed}:${rest.trimEnd()}\`` };
  const [, indent = '', key] = KEY.exec(line) ?? [];
  if (key !== undefined) {
    const isUnder = indent.length > 0 && /^\s*(?:- +)?[\w-]+:\s+[^\s|>#]/.test(before);
    return isUnder ? { column: indent.length + 1, what: 'indentation', hint: beginKey(key) } : undefined;
  }
  if (!/^[^\s#-]/.test(line)) return undefined;
  const [, mistyped = '', value = ''] = /^([A-Za-z][\w-]*)\s*[=;,：]\s*(.*)$/s.exec(line) ?? [];
  if (isKnownKey(mistyped))
    return {
      column: mistyped.length + 1,
      what: `${quote(mistyped)} without a colon`,
      hint: `write \`${mistyped}: ${value.trim()}\``,
    };
  if (/^[\w-]+:\s*$/.test(before)) {
    const hint = `put two spaces before it, if it belongs to ${quote(before.trim())}`;
    return { column: 1, what: 'text in the column of its key', hint };
  }
  const [, name = '', words = ''] = /^([A-Za-z][\w-]*)[ \t]+(\S.*)$/.exec(line) ?? [];
  if (isKnownKey(name) && !before.trim().endsWith(',')) {
    return { column: name.length + 1, what: `${quote(name)} without a colon`, hint: `write \`${name}: ${words}\`` };
  }
  const hint = 'begin it with a key and a colon; if it goes on with the line above, put two spaces before it';
  return { column: 1, what: 'text without a key', hint };
}
