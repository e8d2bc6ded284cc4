import type { Token } from 'markdown-it';
import { attributesOf } from '../../extensions/pictures.ts';
import type { WrittenBlock, WrittenLine } from '../written-text.ts';

/** The words of the pictures of a block: what they show, what stands below them, who made them. */
export function linesOfPictures({ content, children, placeOf }: WrittenBlock): readonly WrittenLine[] {
  let from = 0;
  return children.flatMap((image): readonly WrittenLine[] => {
    if (image.type !== 'image') return [];
    const label = `![${image.content}]`;
    const begin = content.indexOf(label, from);
    if (begin < 0) return [];
    const behind = begin + label.length;
    from = behind;
    return wordsOf(image).map(({ text, takes, isBehind }): WrittenLine => {
      const found = isBehind ? content.indexOf(text, behind) : begin + 2;
      return {
        text,
        takes,
        // One with escapes in it is written in another way.
        placeOf: (index) => placeOf(found < 0 ? indexOfPart(content, behind, text.slice(index)) : found + index),
        isQuoted: isBehind,
      };
    });
  });
}

/** Where the words that a text begins with stand, or what is before them. */
function indexOfPart(content: string, from: number, text: string): number {
  const [words = ''] = /^[^\\"'()]{1,20}/.exec(text) ?? [];
  return Math.max(from - 1, content.indexOf(words, from));
}

/** The words of a picture. Those in HTML stand elsewhere. */
export function wordsOf(
  image: Token,
): readonly (Pick<WrittenLine, 'text' | 'takes'> & { readonly isBehind: boolean })[] {
  return [
    { text: image.content, takes: 'line', isBehind: false } as const,
    { text: image.attrGet('title') ?? '', takes: 'line', isBehind: true } as const,
    { text: attributesOf(image).get('credit') ?? '', takes: 'plain', isBehind: true } as const,
  ].filter(({ text }) => text !== '');
}
