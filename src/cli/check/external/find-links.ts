import { parseUrl } from '../../../domain/addresses.ts';
import type { SourceFile } from '../../../domain/content/source.ts';

/** An address elsewhere, as it stands in a file. Line and column count from 1. */
export interface OutsideLink {
  /** Without the part of the page that it names. */
  readonly url: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** No address that anybody uses is longer. */
const LONGEST = 2_000;

const START = /https?:\/\//gi;

/** Where an address ends for certain: what none has as it is, or what ends one in Markdown, HTML and YAML. */
const ENDS = /[\s<>"`{}|^[\]\p{Cc}]/u;

/** Names that lead nowhere by agreement (RFC 2606, RFC 6761). */
const NOWHERE = /(?:^|\.)(?:example|test|invalid|localhost)$|(?:^|\.)example\.(?:com|net|org)$/i;

/** Finds the addresses of other sites in a text of the newsroom, but for those in code and comments, which lead nobody anywhere. */
export function findLinks({ path, text }: SourceFile, isOwn: (url: string) => boolean): readonly OutsideLink[] {
  if (!/https?:\/\//i.test(text)) return [];
  const isMarkdown = /\.md$/i.test(path);
  const links: OutsideLink[] = [];
  for (const [index, line] of linesOf(text, isMarkdown).entries()) {
    for (const { index: start } of line.matchAll(START)) {
      const written = line.slice(start, endOf(line, start));
      const url = addressOf(written, isMarkdown);
      if (url === undefined || isOwn(url)) continue;
      links.push({ url, path, line: index + 1, column: start + 1, length: written.length });
    }
  }
  return links;
}

function addressOf(written: string, isMarkdown: boolean): string | undefined {
  if (written.length > LONGEST) return undefined;
  const unescaped = isMarkdown ? written.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&') : written;
  const url = parseUrl(unescaped);
  if (!url) return undefined;
  if (url.username !== '' || url.password !== '' || NOWHERE.test(url.hostname)) return undefined;
  url.hash = '';
  return url.href;
}

/** Where an address ends: before a bracket that it has not opened, and before marks that end a sentence. */
function endOf(line: string, start: number): number {
  let depth = 0;
  let end = start;
  for (; end < line.length && end - start <= LONGEST; end += 1) {
    const character = line[end] ?? '';
    if (ENDS.test(character)) break;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) break;
  }
  while (end > start && /[.,;:!?*_~']/.test(line[end - 1] ?? '')) end -= 1;
  return end;
}

/** The lines of a text, with spaces in the place of code and comments. */
function linesOf(text: string, isMarkdown: boolean): readonly string[] {
  if (!isMarkdown) return text.split('\n').map((line) => (/^\s*#/.test(line) ? '' : line));
  let fence: string | undefined;
  return withoutComments(text)
    .split('\n')
    .map((line) => {
      const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
      if (fence !== undefined) {
        if (mark.startsWith(fence) && line.trim() === mark) fence = undefined;
        return '';
      }
      if (mark !== '') fence = mark;
      return mark === '' ? withoutCode(line) : '';
    });
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start);
    if (end < 0) break;
    parts.push(text.slice(at, start), text.slice(start, end + 3).replace(/[^\n]/g, ' '));
    at = end + 3;
  }
  return parts.length === 0 ? text : [...parts, text.slice(at)].join('');
}

/** A line with spaces in the place of code between backticks: as many close it as have opened it. */
function withoutCode(line: string): string {
  if (!line.includes('`')) return line;
  const runs = [...line.matchAll(/`+/g)];
  let shown = line;
  for (let open = 0; open < runs.length; open += 1) {
    const length = runs[open]?.[0].length;
    const close = runs.findIndex((run, index) => index > open && run[0].length === length);
    if (close < 0) continue;
    const [from = 0, to = 0] = [runs[open]?.index, runs[close]?.index];
    shown = shown.slice(0, from) + ' '.repeat(to - from) + shown.slice(to);
    open = close;
  }
  return shown;
}
