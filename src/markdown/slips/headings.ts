import { quote } from '../../diagnostics/wording.ts';
import { restOfLine } from './brackets.ts';
import { inEachBlock, type Note, shortened } from './slip.ts';
import type { WrittenBlock } from './written-text.ts';

/** `##Heading`: a heading has a space after its signs, which no-break spaces are not. */
export const headings = inEachBlock((block) => {
  if (block.kind !== 'paragraph') return [];
  return block.signs.flatMap((index): readonly Note[] => {
    const { content } = block;
    if (content[index] !== '#' || (index > 0 && content[index - 1] !== '\n')) return [];
    const line = restOfLine(content, index);
    const [, signs = '', words = ''] = /^(#{1,6})(?!#)[\s\u200b\ufeff]*(.*)$/s.exec(line) ?? [];
    if (!/[\p{L}\p{N}]/u.test(words)) return [];
    if (signs.length === 1 && !isMeantAsHeading(block, index, line)) return [];
    const level = signs.length === 1 ? '##' : signs;
    return [
      {
        code: 'heading-shown',
        index,
        length: signs.length,
        message: `Unexpected ${quote(line.slice(0, signs.length + 1).trim())} at the beginning of a line, expected a space after \`${signs}\``,
        hint: `write \`${level} ${shortened(words)}\`${signs.length === 1 ? ', or `\\#` if it is no heading' : ''}`,
      },
    ];
  });
});

/**
 * Whether `#What we know` is no hashtag and no number: alone in a paragraph, over something else, and in several words that make no
 * sentence and name no account or address.
 */
function isMeantAsHeading({ content, isFollowed }: WrittenBlock, index: number, line: string): boolean {
  if (/^#[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/.test(line)) return true;
  if (index > 0 || content.includes('\n') || !isFollowed || line.length > 100) return false;
  if (/[#@]|https?:/.test(line.slice(1)) || /[.!?…:,;。！？]$/u.test(line.trim())) return false;
  const [first = '', ...others] = line.slice(1).trim().split(/\s+/);
  if (!others.some((word) => /\p{L}/u.test(word))) return false;
  return /^(?:\p{Lu}[^\p{Lu}\p{N}_]*|\p{Lu}{2,}|\p{Lo}[\p{Lo}\p{M}]*)$/u.test(first);
}
