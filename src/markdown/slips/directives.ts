import { quote } from '../../diagnostics/wording.ts';
import type { Directive } from '../directives/directive.ts';
import { allDirectives } from '../directives/own-directives.ts';
import { restOfLine } from './brackets.ts';
import { inEachBlock, type Note, shortened } from './slip.ts';

let meant: { readonly of: readonly Directive[]; readonly pattern: RegExp } | undefined;

/** With a space after the colons, with one colon, or in the middle of a line. */
function meantPattern(): RegExp {
  const of = allDirectives();
  if (meant?.of !== of) {
    const names = of.map(({ name }) => name).join('|');
    const rest = '[ \\t]*(\\{[^}\\n]*\\}|\\[[^\\]\\n]*\\])?';
    meant = { of, pattern: new RegExp(`^(:+)[ \\t]*(${names})(?![\\p{L}\\p{N}_-])${rest}`, 'iu') };
  }
  return meant.pattern;
}

const ANY = /^(::+)([A-Za-z][\w-]*)(\{[^}\n]*\})/;

/** Colons and braces of East Asian keyboards, at the beginning of a line. */
const WIDE = /^[ \t\u3000]*([:：]{2,})[ \t\u3000]*([\p{L}\w-]*)[ \t\u3000]*([{｛][^}｝\n]*[}｝])?/u;

/** `：：：correction｛…｝`: colons that are twice as wide are no signs of Markdown. */
export const wideDirectives = inEachBlock(({ content, kind }) => {
  if (kind !== 'paragraph' || !content.includes('：')) return [];
  let at = 0;
  return content.split('\n').flatMap((line): readonly Note[] => {
    const index = at;
    at += line.length + 1;
    const [written = '', colons = '', name = '', rest = ''] = WIDE.exec(line) ?? [];
    const directive = allDirectives().find((one) => one.name === name.toLowerCase());
    const isEnd = name === '' && line.trim() === colons && colons.length > 2;
    if (!colons.includes('：') || !(directive || isEnd)) return [];
    const begins = written.indexOf(colons);
    const narrow = rest === '' ? '' : `{${rest.slice(1, -1).normalize('NFKC')}}`;
    const mended = isEnd ? ':::' : `${directive?.form === 'block' ? ':::' : '::'}${directive?.name}${narrow}`;
    return [
      {
        code: 'directive-shown',
        index: index + begins,
        length: colons.length,
        message: `Unexpected ${quote(written.trim())} with wide colons, expected those of Latin letters`,
        hint: `write \`${shortened(mended)}\` on a line of its own`,
      },
    ];
  });
});

/** `:: story{…}`, `:story{…}` and `Read ::story{…}`: a directive begins its line with two colons or three, and its name. */
export const directives = inEachBlock(({ content, signs }) => {
  const notes: Note[] = [];
  let end = 0;
  for (const index of signs) {
    if (content[index] !== ':' || index < end) continue;
    const isAtStart = index === 0 || content[index - 1] === '\n';
    const line = restOfLine(content, index);
    const [written, colons = '', name = '', rest = ''] = meantPattern().exec(line) ?? ANY.exec(line) ?? [];
    if (written === undefined || /[\p{L}\p{N}_]$/u.test(content.slice(Math.max(0, index - 2), index))) continue;
    // “: story” and “::table” may be prose; with attributes, or alone on a line, they are none.
    const isAlone = isAtStart && line.trim() === written.trim() && colons.length > 1;
    if (!rest.startsWith('{') && !isAlone && !ANY.test(line)) continue;
    const directive = allDirectives().find((one) => one.name === name.toLowerCase());
    const mended = `${directive?.form === 'block' ? ':::' : '::'}${directive?.name ?? name}${rest}`;
    notes.push({
      code: 'directive-shown',
      index,
      length: colons.length,
      message: `Unexpected ${quote(written.trim())}, expected a directive at the beginning of a line`,
      hint: `write \`${shortened(mended)}\` on a line of its own`,
    });
    end = index + written.length;
  }
  return notes;
});
