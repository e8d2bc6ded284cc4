import type { SourceFile } from '../../domain/content/source.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';

/** A file with more of them was read in another encoding as a whole, and the first few say so. */
const MOST = 5;

/**
 * What UTF-8 becomes that was read as Windows-1252 or ISO 8859-1 and saved again (`cafÃ©`, `Itâ€™s`), and what programs put in the place of characters
 * that they could not read. Behind a capital letter a quotation mark or a dash may be one: `“IRMÔ`.
 */
const GARBLED =
  /(?:[ÃÂÐÑ][\u0080-\u009f¡-ª¬-¶¸-º¼-¿ƒ†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|(?<![\p{Lu}\p{Pi}\p{Ps}"])[ÃÂÐÑ][\u00a0«»·‘’“”„‚…–—•]|â€(?:[™œ˜¦“”¢žš\u0080-\u00bf]|(?=[\s.,;])))+|\ufffd|\ufffc/gu;

/** The parts of a file that are garbled. Portuguese has `Ã` and French `Â`, but no sign behind them. */
export function findGarbled({ path, text }: SourceFile): readonly Finding[] {
  if (!/[ÃÂâÐÑ\ufffd\ufffc]/.test(text)) return [];
  const findings: Finding[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    for (const { 0: written, index: column } of line.matchAll(GARBLED)) {
      if (findings.length === MOST) return findings;
      const meant = meantBy(written);
      findings.push({
        code: 'text-garbled',
        path,
        at: { kind: 'position', line: index + 1, column: column + 1, length: written.length },
        message: `Unexpected ${quote(written)}, which a program has made of another character`,
        hint: meant === undefined ? 'write the character that was there' : `write \`${meant}\``,
      });
    }
  }
  return findings;
}

/** The characters of Windows-1252 that are others in Unicode, in the order of their bytes from 0x80. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function meantBy(written: string): string | undefined {
  const bytes = [...written].map((character) => {
    const place = WINDOWS.indexOf(character);
    return place >= 0 ? 0x80 + place : (character.codePointAt(0) ?? 0);
  });
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    const meant = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
    return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(meant) ? meant : undefined;
  } catch {
    return undefined;
  }
}
