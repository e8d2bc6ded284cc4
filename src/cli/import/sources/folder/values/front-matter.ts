import { type DataFormat, type DataRead, readData } from './data.ts';
import { tableOf, type Values } from './plain-values.ts';

/** A file of a text, cut in two. */
export interface CutText {
  readonly values: Values;
  readonly body: string;
  /** Whether there was anything before the text. */
  readonly hasFrontMatter: boolean;
  /** Why the front matter could not be read, or not all of it. */
  readonly problem?: string | undefined;
}

const NOTHING: Values = {};

/** Languages that a first line `---js` names are never read: they would have to be run. */
const FORMATS: Readonly<Record<string, DataFormat>> = {
  '': 'yaml',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
};

/** Cuts a text, its lines ending in `\n`, into front matter (YAML, TOML, JSON) and body. */
export function cutFrontMatter(text: string): CutText {
  const opening = /^(---|\+\+\+|;;;)[ \t]*(\w*)[ \t]*\n/.exec(text);
  if (!opening)
    return /^\{\s*["}\n]/.test(text) ? cutJson(text) : { values: NOTHING, body: text, hasFrontMatter: false };
  const [{ length: from }, fence = '', language = ''] = opening;
  const closing = new RegExp(
    fence === '---' ? '^(?:---|\\.\\.\\.)[ \\t]*$' : `^${fence.replace(/\+/g, '\\+')}[ \\t]*$`,
    'gm',
  );
  closing.lastIndex = from;
  const end = closing.exec(text);
  // A rule over a text is no front matter.
  if (!end)
    return {
      values: NOTHING,
      body: text,
      hasFrontMatter: false,
      problem: fence === '---' ? undefined : 'it has no end',
    };
  const head = text.slice(from, end.index);
  const body = text.slice(end.index + end[0].length + 1);
  const format =
    fence === '+++'
      ? 'toml'
      : fence === ';;;'
        ? 'json'
        : Object.hasOwn(FORMATS, language.toLowerCase())
          ? FORMATS[language.toLowerCase()]
          : undefined;
  if (format === undefined)
    return {
      values: NOTHING,
      body,
      hasFrontMatter: true,
      problem: `it is written in \`${language}\`, which would have to be run`,
    };
  const read = readData(fence === ';;;' ? `{${head}}` : head, format);
  return cut(read.reason !== undefined && fence === ';;;' ? readData(head, format) : read, body, head);
}

function cut(read: DataRead, body: string, head: string): CutText {
  if (read.reason !== undefined) return { values: plainLines(head), body, hasFrontMatter: true, problem: read.reason };
  const values = tableOf(read.values);
  const isEmpty = read.values === null || read.values === undefined;
  return {
    values: values ?? NOTHING,
    body,
    hasFrontMatter: true,
    problem: values || isEmpty ? undefined : 'it is no list of keys',
  };
}

/** JSON that begins a file has no fences: it ends with the brace that closes the first one. */
function cutJson(text: string): CutText {
  const end = endOfJson(text);
  const read = end === undefined ? undefined : readData(text.slice(0, end), 'json');
  if (end === undefined || !read || read.reason !== undefined)
    return { values: NOTHING, body: text, hasFrontMatter: false };
  return cut(read, text.slice(end).replace(/^[ \t]*\n/, ''), '');
}

function endOfJson(text: string): number | undefined {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** What can be read of front matter that is broken: keys with one line of text. */
function plainLines(head: string): Values {
  const values = Object.create(null) as Record<string, unknown>;
  for (const [, name = '', value = ''] of head.matchAll(/^([A-Za-z][\w.-]*)[ \t]*[:=][ \t]*(\S.*)$/gm)) {
    const list = /^\[([^[\]{}]*)\]$/.exec(value.trim())?.[1];
    values[name] =
      list === undefined
        ? unquoted(value.replace(/^\[/, ''))
        : list
            .split(',')
            .map(unquoted)
            .filter((one) => one !== '');
  }
  return values;
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/**
 * Cuts a text whose first lines are `Key: value`, as Pelican has them; a line that is indented goes on with the value before it, and another time of a
 * key with its list.
 */
export function cutHeaderLines(text: string): CutText {
  const values = Object.create(null) as Record<string, unknown>;
  let [last, from] = ['', 0];
  for (const match of text.matchAll(/(.*)(?:\n|$)/gy)) {
    const [whole, line = ''] = match;
    const [, name, value = ''] = /^ {0,3}([A-Za-z][\w -]*?):[ \t]*(.*)$/.exec(line) ?? [];
    const more = name === undefined && last !== '' ? /^(?: {4,}|\t)(\S.*)$/.exec(line)?.[1] : undefined;
    if (name === undefined && more === undefined) break;
    if (name !== undefined) {
      last = name.toLowerCase();
      values[last] = value;
    } else if (more !== undefined) {
      const before = values[last];
      if (Array.isArray(before)) before.push(more);
      else values[last] = before === '' ? more : [before, more];
    }
    from = match.index + whole.length;
    if (from >= text.length) break;
  }
  const body = text.slice(from).replace(/^[ \t]*\n/, '');
  return from === 0 ? { values, body: text, hasFrontMatter: false } : { values, body, hasFrontMatter: true };
}
