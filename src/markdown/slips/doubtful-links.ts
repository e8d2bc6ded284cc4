import { restOfLine } from './brackets.ts';
import { inEachBlock, type Note, shortened } from './slip.ts';

const PICTURE = /\.(?:jpe?g|png|gif|svg|webp|avif)$/i;

/** `[](https://example.com/)`, which nobody sees, and `! [The pier](pier.jpg)`, which is no picture. */
export const linksDoubtful = inEachBlock(({ content, children }) => {
  const notes: Note[] = [];
  let from = 0;
  for (const [index, token] of children.entries()) {
    if (token.type !== 'link_open' || token.markup !== '') continue;
    const href = token.attrGet('href') ?? '';
    const [next, second] = children.slice(index + 1, index + 3);
    const isBlank = next?.type === 'text' && next.content.trim() === '' && second?.type === 'link_close';
    const isEmpty = next?.type === 'link_close' || isBlank;
    const isMeant = /(?:^|\s)!\s$/.test(children[index - 1]?.content ?? '') && PICTURE.test(href);
    const note = isMeant
      ? notedPicture(content, content.indexOf('! [', from))
      : isEmpty
        ? notedEmpty(content, placeOfEmpty(content, from))
        : undefined;
    if (!note || note.index < 0) continue;
    from = note.index + 1;
    notes.push(note);
  }
  return notes;
});

function placeOfEmpty(content: string, from: number): number {
  const found = /\[\s*\]\(/.exec(content.slice(from));
  return found ? from + found.index : -1;
}

function notedEmpty(content: string, index: number): Note {
  const written = `${restOfLine(content, Math.max(0, index)).split(')', 1)[0] ?? ''})`;
  return {
    code: 'link-empty',
    index,
    length: written.length,
    message: 'Unexpected link without words, expected some that readers can follow',
    hint: `write \`[words]${shortened(written.slice(written.indexOf('](') + 1))}\`, or remove it`,
  };
}

function notedPicture(content: string, index: number): Note {
  return {
    code: 'link-shown',
    index,
    length: '! ['.length,
    message: 'Unexpected space between `!` and `[` of a picture, expected one right after the other',
    hint: `write \`![${shortened(restOfLine(content, Math.max(0, index) + 3))}\``,
  };
}
