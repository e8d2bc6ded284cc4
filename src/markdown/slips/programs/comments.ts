import { quote } from '../../../diagnostics/wording.ts';
import { restOfLine } from '../brackets.ts';
import { inEachBlock, type Note, shortened } from '../slip.ts';
import { FARTHEST } from '../written-text.ts';

/** What a comment of HTML becomes by a slip or by the typography of an editor, and comments of other programs. */
const COMMENT =
  /^(?:<!?(?:--|[–—]-?|-[–—])\s?(.+?)\s?(?:--|[–—]-?|-[–—])>|<!\s*(?!DOCTYPE|\[CDATA)(\p{L}.*?)>|%%\s*(\S.*?)\s*%%|\{>>\s*(.+?)\s*<<\}|\{\/\*\s*(.+?)\s*\*\/\})/iu;
/** A line that is one for Ulysses. */
const LINE = /^%%[ \t]+(\S.*)$/;

/** Notes among colleagues that readers see: `<!— ask the mayor —>`, `%% ask the mayor %%`. */
export const comments = inEachBlock((block) => {
  const notes: Note[] = [];
  let end = 0;
  for (const index of block.signs) {
    if (index < end || !'<%{'.includes(block.content[index] ?? '')) continue;
    const [begin] =
      /^<!(?:--|[–—]-?|-[–—])(?!.*(?:--|[–—]-?|-[–—])>)/s.exec(block.content.slice(index, index + FARTHEST)) ?? [];
    if (begin !== undefined) {
      const message = `Unexpected ${quote(begin)} without an end, expected \`-->\` in the same paragraph; readers see this`;
      const hint = 'write `-->` where the comment ends, or remove it';
      notes.push({ code: 'comment-shown', index, length: begin.length, message, hint });
      end = index + begin.length;
      continue;
    }
    const [written = '', ...inside] = readComment(block.content, index) ?? [];
    // A whole comment is one, or is shown because all HTML is.
    if (written === '' || /^<!--.*-->$/s.test(written)) continue;
    notes.push({
      code: 'comment-shown',
      index,
      length: written.length,
      message: `Unexpected ${quote(shortened(written))}, expected a comment as HTML has them; readers see this`,
      hint: `write \`<!-- ${shortened(inside.find((words) => words !== undefined) ?? '')} -->\``,
    });
    end = index + written.length;
  }
  return notes;
});

function readComment(content: string, index: number): readonly (string | undefined)[] | null {
  const rest = restOfLine(content, index);
  return COMMENT.exec(rest) ?? (index === 0 ? LINE.exec(rest) : null);
}

/** Names of characters that none has: `&eactue;`, and names whose `&` was named itself, `&amp;nbsp;`. */
export const entitiesShown = inEachBlock(({ content, signs, children }) => {
  const places = new Set(signs.filter((index) => content[index] === '&'));
  // What is code is shown as it was written.
  if (content.includes('&amp;') && !children.some(({ type }) => type === 'code_inline')) {
    for (const { index } of content.matchAll(/&amp;(?=#?\w{2,8};)/g)) places.add(index);
  }
  return [...places]
    .sort((one, other) => one - other)
    .flatMap((index): readonly Note[] => {
      const [written] = /^&(?:amp;#?\w{2,8};|\w{2,31};|#?\w+)/.exec(content.slice(index, index + 40)) ?? [];
      if (written === undefined) return [];
      return [
        {
          code: 'entity-shown',
          index,
          length: written.length,
          message: `Unexpected ${quote(written)} that readers see, expected the character that is meant`,
          hint: written.startsWith('&amp;')
            ? `write \`&${written.slice(5)}\`, or the character itself`
            : 'write the character itself, or its name between `&` and `;`',
        },
      ];
    });
});
