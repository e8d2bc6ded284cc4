import type * as z from 'zod';
import type { Finding } from '../../diagnostics/finding.ts';
import { markupInKey } from './markup-in-key.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { type PrintedText, printedTexts } from './printed-texts.ts';

/** What may be wrong with a text that stands under a key, whichever that is. In the order of the catalogue. */
const TEXT_RULES: readonly ((path: string, text: PrintedText) => readonly Finding[])[] = [markupInKey, placeholderLeft];

/** What is wrong with the texts of a file that pages print, by the schema that its values were checked against. */
export function judgeTextsOfKeys(path: string, values: unknown, schema: z.ZodType): readonly Finding[] {
  const texts = printedTexts(values, schema);
  return TEXT_RULES.flatMap((rule) => texts.flatMap((text) => rule(path, text)));
}
