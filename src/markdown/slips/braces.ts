import { quote } from '../../diagnostics/wording.ts';
import { restOfLine } from './brackets.ts';
import { inEachBlock, type Note, shortened } from './slip.ts';
import type { WrittenBlock } from './written-text.ts';

/** What other programs take for attributes: `{: .x}`, `{#id}`, `{target="_blank"}`; and ours, with a space before it. */
const ATTRIBUTES =
  /^\{:?[ \t]*(?:(?:[.#][\p{L}_][\w-]*|[A-Za-z][\w-]+=(?:"[^"\n]*"|'[^'\n]*'|“[^”\n]*”|[^\s"'{}=]+)|decorative|credit)(?:[ \t]+|(?=\})))+\}/u;

/** Braces that belong to nothing: readers see them. */
export const braces = inEachBlock((block) =>
  block.signs.flatMap((index): readonly Note[] => {
    if (block.content[index] !== '{') return [];
    const [written] = ATTRIBUTES.exec(restOfLine(block.content, index)) ?? [];
    if (written === undefined || isOfDirective(block.content.slice(Math.max(0, index - 40), index))) return [];
    return [
      {
        code: 'braces-shown',
        index,
        length: written.length,
        message: `Unexpected ${quote(written)}, expected attributes right after a picture`,
        hint: hintFor(block, index, written),
      },
    ];
  }),
);

/** Of a directive that does not begin its line, which is told of as such. */
function isOfDirective(before: string): boolean {
  return /[:：][ \t]*[A-Za-z][\w-]*[ \t]*$/.test(before);
}

function hintFor({ content, kind }: WrittenBlock, index: number, written: string): string {
  const isOurs = /^\{(?:decorative|credit=|\.(?:wide|full|zoom)(?![\w-]))/.test(written);
  if (isOurs && /\)[ \t\n]+$/.test(content.slice(Math.max(0, index - 20), index))) {
    return `write \`)${shortened(written)}\`, without a space between them`;
  }
  if (isOurs)
    return `write it behind the picture that it belongs to: \`![what it shows](file.jpg)${shortened(written)}\``;
  return kind === 'heading'
    ? 'remove it: a heading has an identifier that is made of its words'
    : 'remove it: only pictures have attributes, `credit` and `decorative`';
}
