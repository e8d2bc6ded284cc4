import { readAttributes } from './attributes.ts';
import { allDirectives } from './own-directives.ts';

/** The lines that open and close a directive, in the list or the quotation that they stand in; see `lines.ts`. */
const LINES = /^((?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*)(?:(?:::|:{3,}[ \t]*)([\p{L}\w-]+)(.*)|:{3,}[ \t]*)$/gmu;

/** The Markdown of a text without what only says how a directive is to be printed: of the lines that open one, the words are left that readers see. */
export function wordsRead(markdown: string): string {
  if (!markdown.includes('::')) return markdown;
  return markdown.replace(LINES, (line, before: string, name: string | undefined, rest: string | undefined) => {
    const shown = name === undefined ? '' : shownOf(name, rest?.trim() ?? '');
    return shown === undefined ? line : before + shown;
  });
}

/** The values of attributes that readers see; nothing where this is no directive. */
function shownOf(name: string, written: string): string | undefined {
  const directive = allDirectives().find((known) => known.name === name);
  if (!directive) return undefined;
  const values = readAttributes(written, 0)?.values ?? [];
  return [...values]
    .filter(([key]) => directive.attributes[key]?.takes !== undefined || directive.attributes[key]?.isRead)
    .map(([, value]) => value)
    .join(' ');
}
