import MarkdownIt, { type Token } from 'markdown-it';
import { quote } from '../../diagnostics/wording.ts';
import { isPath, isPicture, isWordy, labelOf, restOfLine } from './brackets.ts';
import { inEachBlock, MOST, type Note, shortened, type Slip, type SlipRule } from './slip.ts';

/** `[words][label]` and `![words][label]` whose label stands for no address. */
export const references = inEachBlock((block) => {
  const notes: Note[] = [];
  const byOpen = new Map(block.brackets.map((bracket) => [bracket.open, bracket]));
  for (const bracket of block.brackets) {
    const second = byOpen.get(bracket.close + 1);
    if (bracket.close < 0 || !second || second.close < 0) continue;
    const picture = isPicture(block, bracket);
    const [words, written] = [labelOf(block, bracket), labelOf(block, second)];
    // `matrix[i][j]`
    const isIndex = /[\p{L}\p{N}\])]/u.test(block.content[bracket.open - 1] ?? '');
    if (written.startsWith('^') || (!picture && (!isWordy(words) || isIndex || /^\W*(?:sic\W*)?$/iu.test(written)))) {
      if (written !== '' || isIndex || !isWordy(words)) continue;
    }
    const label = shortened(written || words);
    const mark = picture ? '!' : '';
    notes.push({
      code: 'reference-missing',
      index: second.open,
      length: second.close + 1 - second.open,
      message: `Unexpected label ${quote(written || words)}, expected one that has an address`,
      hint: `write \`${mark}[${shortened(words)}](path)\`, or add a line \`[${label}]: path\``,
    });
  }
  return notes;
});

/** `[1]: Words` and `[label]: https://example.com/ words`, which are no address under a label, and are printed. */
export const definitionsShown: SlipRule = (text) => {
  const defining = text.blocks.flatMap((block) =>
    block.brackets.flatMap((bracket) => {
      const isAtStart = bracket.open === 0 || block.content[bracket.open - 1] === '\n';
      const [, rest] =
        isAtStart && bracket.close > 0
          ? (/^:[ \t]+(\S.*)$/.exec(restOfLine(block.content, bracket.close + 1)) ?? [])
          : [];
      return rest === undefined ? [] : [{ block, bracket, rest, label: labelOf(block, bracket) }];
    }),
  );
  if (defining.length === 0) return [];
  const used = new Set(
    text.blocks.flatMap((block) =>
      block.brackets.flatMap((bracket) => (block.content[bracket.close + 1] === ':' ? [] : [labelOf(block, bracket)])),
    ),
  );
  return defining.slice(0, MOST).flatMap(({ block, bracket, rest, label }): readonly Slip[] => {
    const [path = '', ...title] = rest.split(/\s+/);
    const isAddress = isPath(path);
    if (label.startsWith('^') || !(isAddress || (used.has(label) && /^\d{1,3}$/.test(label)))) return [];
    const hint = isAddress
      ? `write \`[${shortened(label)}]: ${shortened(path)} "${shortened(title.join(' ').replace(/^["'“”‘’]|["'“”‘’]$/g, ''))}"\``
      : `write \`[^${label}]\` in both places, if this is a note`;
    const length = bracket.close + 2 - bracket.open;
    const message = `Unexpected ${quote(`[${shortened(label)}]:`)} that is printed, expected an address under it, and behind that at most a title between quotation marks`;
    return [{ code: 'reference-missing', place: block.placeOf(bracket.open), length, message, hint }];
  });
};

const { utils } = new MarkdownIt();

const DEFINITION = /^[ \t>]*(?:[-*+] +)?(\[((?:[^[\]\\]|\\.){1,500})\]:)[ \t]*(.*)$/s;

/** `[words]: …` at the beginning of a line is an address under a label; nobody sees it where no link has that label. */
export const definitionsUnused: SlipRule = ({ lines, definitions, blocks }) => {
  const unused = new Map(
    Object.entries(definitions).flatMap(([label, { href }]) =>
      isComment(label, href) ? [] : [[label, href] as const],
    ),
  );
  if (unused.size === 0) return [];
  const used = new Set(blocks.flatMap(({ children }) => addressesIn(children)));
  return lines.flatMap((text, line): readonly Slip[] => {
    const [, begin = '', label = '', rest = ''] = DEFINITION.exec(text) ?? [];
    if (begin === '') return [];
    const key = utils.normalizeReference(label);
    const href = unused.get(key);
    if (href === undefined || used.has(href)) return [];
    unused.delete(key);
    return [
      {
        code: 'definition-unused',
        place: { line, column: text.indexOf(begin) },
        length: begin.length,
        message: `Unexpected label ${quote(label)} of an address, expected a link that has it`,
        hint: `write \`\\${shortened(`${begin} ${rest}`)}\` if readers are to see the line, \`[words][${shortened(label)}]\` where the link belongs, or remove it`,
      },
    ];
  });
};

/** `[//]: # (ask the mayor)`: an address that leads nowhere holds a comment, as many write them in Markdown. */
function isComment(label: string, href: string): boolean {
  return (href === '#' || href === '') && /^(?:\/\/|comment|#)$/i.test(label);
}

function addressesIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => [
    token.attrGet('href') ?? token.attrGet('src') ?? '',
    ...(token.children ? addressesIn(token.children) : []),
  ]);
}
