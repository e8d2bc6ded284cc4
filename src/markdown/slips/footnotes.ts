import { didYouMean, quote } from '../../diagnostics/wording.ts';
import { labelOf } from './brackets.ts';
import { inEachBlock, type Note, type Slip, type SlipRule } from './slip.ts';
import type { Bracket, WrittenText } from './written-text.ts';

/** `[^2]` without a note of that label. */
export const footnotesMissing: SlipRule = (text) => {
  const labels = Object.keys(text.notes).map((label) => label.slice(1));
  return inEachBlock((block) =>
    block.brackets.flatMap((bracket): readonly Note[] => {
      const written = labelOf(block, bracket);
      if (isUnclosed(block.content, bracket)) {
        const message = 'Unexpected `^[` without `]`, expected a note between the two';
        const hint = 'write `]` where the note ends';
        return [{ code: 'footnote-missing', index: bracket.open - 1, length: 2, message, hint }];
      }
      if (bracket.close < 0 || !/^\^[^\s^][^\n]*$/.test(written) || !/[\p{L}\p{N}]/u.test(written)) return [];
      const label = written.slice(1);
      const isAtStart = block.kind === 'paragraph' && bracket.open === 0;
      return [
        {
          code: 'footnote-missing',
          index: bracket.open,
          length: bracket.close + 1 - bracket.open,
          message: `Unexpected reference to a note ${quote(label)}, expected one that is there`,
          hint: hintFor(label, labels, isAtStart),
        },
      ];
    }),
  )(text);
};

/** `^[A note` */
function isUnclosed(content: string, { open, close }: Bracket): boolean {
  return close < 0 && content[open - 1] === '^' && /^\p{L}/u.test(content.slice(open + 1, open + 3));
}

function hintFor(label: string, labels: readonly string[], isAtStart: boolean): string {
  const name = label.trim().replace(/\s+/g, '-');
  if (/\s/.test(label)) return `write \`[^${name}]\` in both places: a label has no spaces`;
  if (isAtStart) return `write \`[^${name}]: …\` with a colon at once behind it, if this is the note`;
  // Numbers are near each other, and mean nothing by it.
  return didYouMean(
    label,
    label.length < 3 ? [] : labels,
    `add a line \`[^${name}]: …\` with the note, or remove the reference`,
  );
}

/** `[^3]: …` that nothing refers to, which is left out of the page; and a second note of a label, which takes the place of the first. */
export const footnotesUnused: SlipRule = (text) => {
  const seen = new Set<string>();
  const slips: Slip[] = [];
  for (const [index, { type, meta }] of text.tokens.entries()) {
    if (type !== 'footnote_reference_open') continue;
    const { label } = meta as { readonly label: string };
    const isSecond = seen.has(label);
    seen.add(label);
    if (!isSecond && text.notes[`:${label}`] !== -1) {
      if (text.tokens[index + 1]?.type !== 'footnote_reference_close') continue;
      const message = `Unexpected note ${quote(label)} without words, expected some`;
      const hint = `write it behind \`[^${label}]:\``;
      const place = placeOf(text, label, undefined);
      slips.push({ code: 'footnote-missing', place, length: label.length + 4, message, hint });
      continue;
    }
    const expected = isSecond ? 'each label once' : 'one that the text refers to';
    const hint = isSecond
      ? `give it a label of its own, such as \`[^${label}b]\`, and refer to that`
      : `write \`[^${label}]\` where it belongs, or remove the note`;
    slips.push({
      code: 'footnote-unused',
      place: placeOf(text, label, text.tokens[index + 1]?.map?.[0]),
      length: label.length + 3,
      message: `Unexpected ${isSecond ? 'second note' : 'note'} ${quote(label)}, expected ${expected}`,
      hint,
    });
  }
  return slips;
};

function placeOf({ lines }: WrittenText, label: string, line: number | undefined): Slip['place'] {
  const written = `[^${label}]:`;
  const found =
    line !== undefined && lines[line]?.includes(written) ? line : lines.findIndex((one) => one.includes(written));
  return { line: Math.max(0, found), column: Math.max(0, lines[found]?.indexOf(written) ?? 0) };
}
