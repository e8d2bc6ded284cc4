import type { Range } from './parse-markdown.ts';

/** Directives of Broadsheet's, which a text may have already. */
const OURS = new Set([
  ...['aside', 'audio', 'chart', 'correction', 'embed', 'factbox', 'gallery', 'pullquote', 'qa', 'story', 'table'],
  ...['timeline', 'update', 'video'],
]);

/** Boxes that Docusaurus, Starlight and VitePress have. */
const BOXES = new Set(['note', 'tip', 'info', 'warning', 'caution', 'danger', 'important', 'success', 'details']);

const OPENING = /^([ \t>]*)(:{2,})[ \t]*([A-Za-z][\w-]*)(.*)$/;
const CLOSING = /^([ \t>]*):{3,}[ \t]*$/;

/**
 * A text whose lines with colons are what its old system made of them: boxes become asides, and what would be a directive of nobody's is shown as
 * it stands.
 *
 * @param code Where such lines are code, in the order of the text.
 */
export function withoutForeignDirectives(text: string, code: readonly Range[]): string {
  if (!/^[ \t>]*::/m.test(text)) return text;
  const open: ('box' | 'ours' | 'shown')[] = [];
  let [start, nextCode] = [0, 0];
  const lines = text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    while ((code[nextCode]?.end ?? Number.POSITIVE_INFINITY) <= from) nextCode += 1;
    const indent = line.length - line.trimStart().length;
    if ((code[nextCode]?.start ?? Number.POSITIVE_INFINITY) <= from + indent) return line;
    const closing = CLOSING.exec(line)?.[1];
    if (closing !== undefined) {
      const begun = open.pop();
      return begun === 'box' ? `${closing}:::` : begun === 'ours' ? line : `${closing}\\${line.slice(closing.length)}`;
    }
    const [, before = '', colons = '', name = '', rest = ''] = OPENING.exec(line) ?? [];
    if (name === '') return line;
    const kind = OURS.has(name) ? 'ours' : BOXES.has(name) && colons.length > 2 ? 'box' : 'shown';
    if (colons.length > 2) open.push(kind);
    if (kind === 'ours') return line;
    return kind === 'box'
      ? `${before}:::aside{title="${titleOf(name, rest)}"}`
      : `${before}\\${line.slice(before.length)}`;
  });
  return lines.join('\n');
}

/** `:::note[Title]`, `:::note Title`, `:::note{title="Title"}`, or else the name of the box. */
function titleOf(name: string, rest: string): string {
  const given = /\[([^\]]*)\]/.exec(rest)?.[1] ?? /title="([^"]*)"/.exec(rest)?.[1] ?? rest.replace(/\{[^}]*\}/g, '');
  const title = given.trim() === '' ? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}` : given.trim();
  return title.replaceAll('"', '”');
}
