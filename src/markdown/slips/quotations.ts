import { quote } from '../../diagnostics/wording.ts';
import { MOST, type Note, shortened, type Slip, type SlipRule } from './slip.ts';
import { type WrittenBlock, withoutCode, type WrittenText } from './written-text.ts';

/** Marks of a quotation that typewriters, TeX and mails write as two signs: `''words''`, `,,words''`, ` ``words'' `, `>>words<<`, `<< words >>`. */
const DOUBLED: readonly RegExp[] = [
  /(?<![\p{L}\p{N}'])''(?=[\p{L}\p{N}¿¡…])((?:(?!'')[^\n]){1,300})''(?!')/gu,
  /(?<!`)``(?=[\p{L}\p{N}¿¡…])((?:(?!'')[^`\n]){1,300})''(?!')/gu,
  /(?<!,),,(?=[\p{L}\p{N}'"])((?:(?!,,)[^\n"“”]){1,300}?)(?:''|["“”])/gu,
  /(?<![\p{L}\p{N}<>={-])>>(?=[\p{L}\p{N}¿¡…'"])([^<>\n]{1,300})<<(?![\p{L}\p{N}<>=-])/gu,
  /(?<![\p{L}\p{N}<>=-])<<(?=[\s\u00a0]?[\p{L}¿¡…])(?![A-Za-z])([^<>\n]{1,300})>>(?![\p{L}\p{N}<>=-])/gu,
];
/** Emphasis of wikis. */
const BOLD = /(?<!')'''(?=[\p{L}\p{N}])([^'\n]{1,200})'''(?!')/gu;

/** Which of these a text may have is seen by signs that others have not. */
export const DOUBLED_SIGNS: readonly string[] = ["''", ',,', '<<'];

export const quotations: SlipRule = (text) => {
  const slips: Slip[] = [];
  for (const block of text.blocks) {
    if (!DOUBLED_SIGNS.some((sign) => block.content.includes(sign))) continue;
    const notes = [...inWords(block), ...asQuotation(block, text)].sort((one, other) => one.index - other.index);
    for (const { index, ...note } of notes) slips.push({ ...note, place: block.placeOf(index) });
    if (slips.length >= MOST) break;
  }
  return slips.slice(0, MOST);
};

function inWords({ content }: WrittenBlock): readonly Note[] {
  const words = withoutCode(content);
  const bold = [...words.matchAll(BOLD)].map(
    ({ 0: written, 1: inside = '', index }): Note => ({
      code: 'emphasis-shown',
      index,
      length: written.length,
      message: `Unexpected ${quote(shortened(written))}, expected the signs of Markdown; those are of a wiki`,
      hint: `write \`**${shortened(inside)}**\``,
    }),
  );
  const quoted = DOUBLED.flatMap((pattern) =>
    [...words.matchAll(pattern)].map(({ 0: written, 1: inside = '', index }) => noteOf(index, written, inside)),
  );
  return [...bold, ...quoted];
}

/** `>>words<<` at the beginning of a line is a quotation within a quotation, with signs at its end. */
function asQuotation({ content, placeOf }: WrittenBlock, { lines }: WrittenText): readonly Note[] {
  const [written = '', inside = ''] = /^([^<>\n]{1,300})<<(?![\p{L}\p{N}<>=-])/u.exec(content) ?? [];
  if (written === '' || !/^\s*>>\S/.test(lines[placeOf(0).line] ?? '')) return [];
  return [noteOf(0, `>>${written}`, inside)].map((note) => ({ ...note, length: written.length }));
}

function noteOf(index: number, written: string, inside: string): Note {
  const behind = ': the marks become those of the language';
  return {
    code: 'quotation-shown',
    index,
    length: written.length,
    message: `Unexpected ${quote(shortened(written))}, expected one mark at each end of a quotation`,
    hint: `write \`"${shortened(inside)}"\`${behind}`,
    instead: { text: `"${inside}"`, behind },
  };
}
