import MarkdownIt, { type Token } from 'markdown-it';
import { quote } from '../../diagnostics/wording.ts';
import { shortened, type Slip, type SlipRule } from './slip.ts';

const { utils } = new MarkdownIt();

const DEFINITION = /^[ \t>]*(?:[-*+] +)?(\[((?:[^[\]\\]|\\.){1,500})\]:)[ \t]*(.*)$/s;

/** `[words]: …` at the beginning of a line is an address under a label; nobody sees it where no link has that label. */
export const definitionsUnused: SlipRule = ({ lines, definitions, blocks }) => {
  const unused = new Map(Object.entries(definitions).map(([label, { href }]) => [label, href]));
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

function addressesIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => [
    token.attrGet('href') ?? token.attrGet('src') ?? '',
    ...(token.children ? addressesIn(token.children) : []),
  ]);
}
