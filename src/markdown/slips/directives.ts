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
