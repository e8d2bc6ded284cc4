import { quote } from '../../diagnostics/wording.ts';
import { isPath } from './brackets.ts';
import { isMeantAsHeading } from './headings.ts';
import { inEachBlock, type Note, shortened } from './slip.ts';
import { type WrittenBlock, withoutCode } from './written-text.ts';

/** Signs of Markdown as keyboards for Chinese, Japanese and Korean have them. Most texts have none, and are not looked at again. */
export const WIDE_SIGNS = /[＃＊［］｜]|！\[/;

/**
 * Markdown in wide signs, which are words to Markdown: `＃＃ 背景`, `［報告］（/x/）`, `＊＊「再建する」＊＊`, `｜a｜`. They have uses of their own (a
 * hashtag, a name that is not told, a note), so only what can be nothing else is told.
 */
export const wideSigns = inEachBlock((block) => {
  if (!WIDE_SIGNS.test(block.content)) return [];
  const words = withoutCode(block.content);
  const notes = [...headings(block, words), ...links(words), ...emphasis(words), ...tables(block, words)];
  return notes.sort((one, other) => one.index - other.index);
});

/** `＃＃背景`; a single one is that of a hashtag or a number, unless a space is behind it and it stands alone over something. */
function headings(block: WrittenBlock, words: string): readonly Note[] {
  if (block.kind !== 'paragraph') return [];
  return [...words.matchAll(/^[ \t\u3000]*([＃#]{1,6})([ \u3000]*)([^\n＃#]*\p{L}[^\n＃#]*)$/gmu)].flatMap(
    ({ 0: line, 1: signs = '', 2: gap = '', 3: title = '', index }): readonly Note[] => {
      if (!signs.includes('＃')) return [];
      const narrow = `#${gap === '' ? '' : '\u3000'}${title}`;
      if (signs.length === 1 && (gap === '' || index > 0 || !isAlone(block, title, narrow))) return [];
      const level = signs.length === 1 ? '##' : '#'.repeat(signs.length);
      return [
        {
          code: 'heading-shown',
          index: index + line.indexOf(signs),
          length: signs.length,
          message: `Unexpected ${quote(signs)} at the beginning of a line, expected the narrow \`${'#'.repeat(signs.length)}\` of a heading`,
          hint: `write \`${level} ${shortened(title)}\``,
        },
      ];
    },
  );
}

function isAlone(block: WrittenBlock, title: string, narrow: string): boolean {
  return (
    block.isFollowed &&
    !block.content.includes('\n') &&
    !/^\d|\p{P}\s*$/u.test(title) &&
    isMeantAsHeading(block, 0, narrow)
  );
}

/** `［報告］（https://example.com/）`, and pictures with a wide `！`; not `［写真］（夜景）`. */
const LINK =
  /^(！)\[([^[\]\n]{0,200})\]\(([^()\s]{1,500}\.(?:jpe?g|png|gif|webp|avif|svg))\)|([!！]?)([[［])([^[\]［］\n]{1,200})([\]］])[ \u3000]?[(（]([^()（）\s]{1,500})[)）]/gimu;

function links(words: string): readonly Note[] {
  return [...words.matchAll(LINK)].flatMap((parts): readonly Note[] => {
    const { 0: written, index } = parts;
    const [sign = '', open, close] = [parts[1] ?? parts[4], parts[5], parts[7]];
    const path = (parts[3] ?? parts[8] ?? '').normalize('NFKC');
    const isWide = open === '［' || close === '］' || parts[1] !== undefined;
    if (!isWide || !isPath(path)) return [];
    // Behind a word it is a cry.
    const isPicture = sign !== '' && !/[\p{L}\p{N}]/u.test(words[index - 1] ?? '');
    const label = parts[2] ?? parts[6] ?? '';
    return [
      {
        code: 'link-shown',
        index,
        length: written.length,
        message: `Unexpected wide signs of a ${isPicture ? 'picture' : 'link'}, expected those of Markdown`,
        hint: `write \`${isPicture ? '!' : ''}[${shortened(label)}](${shortened(path)})\``,
      },
    ];
  });
}

/**
 * `＊＊注意：＊＊`, `＊＊「再建する」＊＊`; not `＊＊市＊＊町`, where they stand for names that are not told: what is meant has an end of its own, or stands
 * between spaces, signs and ends of lines.
 */
const EMPHASIS = /(?<![\p{L}\p{N}＊])(＊＊)(?![\s＊])([^＊\n]{2,200})(?<![\s＊])＊＊(?!＊)/gu;

function emphasis(words: string): readonly Note[] {
  return [...words.matchAll(EMPHASIS)].flatMap(({ 0: written, 2: inside = '', index }): readonly Note[] => {
    const after = words.slice(index + written.length, index + written.length + 1);
    const isWhole = /^[「『“（《].*[」』”）》。！？]$/su.test(inside) || /[：。！？]$/u.test(inside);
    if (!/\p{L}{2}/u.test(inside) || (/[、,]$/u.test(inside) && !isWhole)) return [];
    if (!isWhole && /[\p{L}\p{N}]/u.test(after)) return [];
    return [
      {
        code: 'emphasis-shown',
        index,
        length: 2,
        message: 'Unexpected `＊＊` that readers see, expected the narrow `**` of Markdown',
        hint: `write \`**${shortened(inside)}**\``,
      },
    ];
  });
}

/** `｜a｜b｜` over a line of strokes and hyphens. */
function tables({ kind }: WrittenBlock, words: string): readonly Note[] {
  if (kind !== 'paragraph') return [];
  const [first = '', second = ''] = words.split('\n').map((row) => row.trim());
  if (!/^[｜|].+[｜|]$/u.test(first) || !/^[｜|\-－ー—:：\s]+$/u.test(second) || !`${first}${second}`.includes('｜'))
    return [];
  const cells = first.slice(1, -1).split(/[｜|]/u);
  if (!/[-－ー—]/u.test(second)) return [];
  return [
    {
      code: 'table-shown',
      index: 0,
      length: first.length,
      message: 'Unexpected wide strokes of a table, expected those of Markdown',
      hint: `write \`| ${shortened(cells.map((cell) => cell.trim()).join(' | '))} |\` over \`| ${cells
        .slice(0, 20)
        .map(() => '---')
        .join(' | ')} |\``,
    },
  ];
}
