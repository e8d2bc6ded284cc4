import { applySplices, type Splice } from './splices.ts';
import type { Range } from './parse-markdown.ts';

/** `{::comment}`, `{::options toc_levels="2..3" /}`, `{:/comment}`, `{:/}`. What is longer is none that somebody wrote. */
const TAG =
  /\{:(?::(comment|nomarkdown|options)((?:"[^"\n]{0,1000}"|[^"{}\n]){0,1000}?)(\/?)|\/(comment|nomarkdown|options)?)\}/g;

interface OpenTag extends Range {
  readonly name: string;
}

/**
 * A text without the commands of kramdown, which Jekyll reads Markdown with: comments go with all that is in them, and so do options;
 * of what is to be left alone (`nomarkdown`) the HTML stays, which a story has as it is.
 *
 * @param code Where such signs are code, in the order of the text.
 */
export function withoutKramdownCommands(text: string, code: readonly Range[]): string {
  if (!/\{::/.test(text)) return text;
  const splices: Splice[] = [];
  let open: OpenTag | undefined;
  let nextCode = 0;
  for (const match of text.matchAll(TAG)) {
    const range = { start: match.index, end: match.index + match[0].length };
    while ((code[nextCode]?.end ?? Number.POSITIVE_INFINITY) <= range.start) nextCode += 1;
    if ((code[nextCode]?.start ?? Number.POSITIVE_INFINITY) <= range.start) continue;
    const [, name, , isSingle, closed] = match;
    if (name !== undefined && (isSingle === '/' || name === 'options')) {
      if (!open) splices.push({ ...wholeLine(text, range), text: '' });
    } else if (name !== undefined) open ??= { ...range, name };
    else if (open && (closed === undefined || closed === open.name)) {
      if (open.name === 'comment')
        splices.push({ ...wholeLine(text, { start: open.start, end: range.end }), text: '' });
      else splices.push({ ...wholeLine(text, open), text: '' }, { ...wholeLine(text, range), text: '' });
      open = undefined;
    }
  }
  return applySplices(text, splices);
}

/** A part with the end of its line where nothing else is on it. */
function wholeLine(text: string, { start, end }: Range): Range {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const rest = /[ \t]*(?:\n|$)/y;
  rest.lastIndex = end;
  const after = before.trim() === '' ? rest.exec(text) : null;
  return after ? { start: start - before.length, end: end + after[0].length } : { start, end };
}
