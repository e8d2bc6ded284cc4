import { quote } from '../../diagnostics/wording.ts';
import { restOfLine } from './brackets.ts';
import { inEachBlock, type Note, shortened, type Slip, type SlipRule } from './slip.ts';
import type { WrittenBlock } from './written-text.ts';

/** `##Heading`: a heading has a space after its signs, which no-break spaces are not. */
export const headings = inEachBlock((block) => {
  if (block.kind !== 'paragraph') return [];
  return block.signs.flatMap((index): readonly Note[] => {
    const { content } = block;
    if (content[index] !== '#' || (index > 0 && content[index - 1] !== '\n')) return [];
    const line = restOfLine(content, index);
    const [, signs = '', words = ''] = /^(#+)[\s\u200b\ufeff]*(.*)$/s.exec(line) ?? [];
    if (!/[\p{L}\p{N}]/u.test(words)) return [];
    if (signs.length === 1 && !isMeantAsHeading(block, index, line)) return [];
    if (signs.length > 6) return [tooDeep(index, signs, words)];
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
export function isMeantAsHeading({ content, isFollowed }: WrittenBlock, index: number, line: string): boolean {
  if (/^#[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/.test(line)) return true;
  if (index > 0 || content.includes('\n') || !isFollowed || line.length > 100) return false;
  if (/[#@]|https?:/.test(line.slice(1)) || /[.!?…:,;。！？]$/u.test(line.trim())) return false;
  const [first = '', ...others] = line.slice(1).trim().split(/\s+/);
  if (!others.some((word) => /\p{L}/u.test(word))) return false;
  return /^(?:\p{Lu}[^\p{Lu}\p{N}_]*|\p{Lu}{2,}|\p{Lo}[\p{Lo}\p{M}]*)$/u.test(first);
}

function tooDeep(index: number, signs: string, words: string): Note {
  const message = `Unexpected heading of level ${signs.length}, expected one of 2 to 6`;
  return { code: 'heading-shown', index, length: signs.length, message, hint: `write \`###### ${shortened(words)}\`` };
}

/** Headings that are none, or have no words, or signs that were not meant for readers. */
export const headingsDoubtful: SlipRule = ({ tokens, lines }) =>
  tokens.flatMap(({ type, markup, map }, index): readonly Slip[] => {
    if (type !== 'heading_open' || !map) return [];
    const words = tokens[index + 1]?.content ?? '';
    if (markup === '-') return isText(words, (lines[map[1] - 1] ?? '').trim()) ? [ofText(map[1] - 1, lines)] : [];
    if (markup === '=') return [];
    const [line] = map;
    const row = lines[line] ?? '';
    const column = Math.max(0, row.indexOf(markup));
    if (words.trim() === '') {
      const message = `Unexpected \`${markup}\` without words, expected a heading`;
      return [
        {
          code: 'heading-shown',
          place: { line, column },
          length: markup.length,
          message,
          hint: 'write its words behind it, or remove the line',
        },
      ];
    }
    const [, title = '', signs] = /^(.*[\p{Ll}\p{Lo}])(#{2,})$/u.exec(words) ?? [];
    if (signs === undefined) return [];
    return [
      {
        code: 'heading-shown',
        place: { line, column: Math.max(0, row.lastIndexOf(signs)) },
        length: signs.length,
        message: `Unexpected \`${signs}\` behind a heading, expected a space before it`,
        hint: `write \`${markup} ${shortened(title)}\``,
      },
    ];
  });

/** Whether what stands over a line of hyphens is a text, and no heading: a sentence, several lines, a key of front matter. */
function isText(words: string, line: string): boolean {
  if (words.includes('\n') || words.length > 80 || line.length < 2) return true;
  if (/^[A-Za-z]\w*: \S/.test(words)) return line.length === 3;
  return /[.。…;,]["'”“»’)]*$/.test(words) && Math.abs(line.length - words.length) > 2;
}

function ofText(line: number, lines: readonly string[]): Slip {
  const row = lines[line] ?? '';
  return {
    code: 'heading-unmeant',
    place: { line, column: Math.max(0, row.search(/\S/)) },
    length: Math.max(1, row.trim().length),
    message: `Unexpected \`${row.trim()}\` right below a text, which makes a heading of it, expected an empty line`,
    hint: `put an empty line above it for a rule between paragraphs; a heading begins with \`## \``,
  };
}
