/**
 * What UTF-8 becomes that was read as Windows-1252 or ISO 8859-1 and saved again (`cafÃ©`, `Itâ€™s`), and what programs put in the place of characters
 * that they could not read. Behind a capital letter a quotation mark or a dash may be one: `“IRMÔ`.
 */
const GARBLED =
  /(?:[ÃÂÐÑ][\u0080-\u009f¡-ª¬-¶¸-º¼-¿ƒ†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|(?<![\p{Lu}\p{Pi}\p{Ps}"])[ÃÂÐÑ][\u00a0«»·‘’“”„‚…–—•]|â€(?:[™œ˜¦“”¢žš\u0080-\u00bf]|(?=[\s.,;])))+|\ufffd|\ufffc/gu;

/** A part of a text that a program has made of other characters. */
export interface GarbledPart {
  readonly written: string;
  /** What stood there, if that can be told. */
  readonly meant: string | undefined;
  /** Counted from 1. */
  readonly line: number;
  /** In its line, counted from 0. */
  readonly index: number;
}

/** The first parts of a text that are garbled. Portuguese has `Ã` and French `Â`, but no sign behind them. */
export function garbledParts(text: string, most: number): readonly GarbledPart[] {
  if (!/[ÃÂâÐÑ\ufffd\ufffc]/.test(text)) return [];
  const found: GarbledPart[] = [];
  for (const [before, words] of text.split('\n').entries()) {
    for (const { 0: written, index } of words.matchAll(GARBLED)) {
      if (found.length === most) return found;
      found.push({ written, meant: meantBy(written), line: before + 1, index });
    }
  }
  return found;
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
