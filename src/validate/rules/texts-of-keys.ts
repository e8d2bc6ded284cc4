import type * as z from 'zod';
import type { Finding } from '../../diagnostics/finding.ts';
import { hintOfMended, slipsOfLine } from '../../markdown/slips/texts/line-slips.ts';
import { asYaml } from '../front-matter/quotes.ts';
import { type PrintedText, printedTexts } from './printed-texts.ts';

/**
 * What is wrong with the texts of a file that pages print, by the schema that its values were checked against: HTML and Markdown that a key does
 * not take, and what was still to be written. It is what is told of attributes and captions, too.
 */
export function judgeTextsOfKeys(path: string, values: unknown, schema: z.ZodType): readonly Finding[] {
  return printedTexts(values, schema).flatMap((text) => judgeText(path, text));
}

/** Likewise of one text. */
export function judgeText(path: string, { text, takes, keys }: PrintedText): readonly Finding[] {
  return slipsOfLine(text, takes).map(({ code, index, length, message, mended, ...note }): Finding => {
    const hint = (mended && hintOfMended(mended, (line) => asYaml(line, 'block'))) ?? note.hint;
    const at = { kind: 'part', keys, words: wordsAt(text, index, length) } as const;
    return { code, path, at, message, hint };
  });
}

/** Words of a text with as many of those behind them as it takes to tell them from what stands before. */
function wordsAt(text: string, index: number, length: number): string {
  let end = index + length;
  while (end < text.length && end < index + LONGEST && text.indexOf(text.slice(index, end)) < index) end += 1;
  return text.slice(index, end);
}

const LONGEST = 100;
