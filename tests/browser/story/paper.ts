import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** What is on one sheet. */
export interface Sheet {
  /** How many letters are on it. */
  readonly letters: number;
}

/** Prints a page as a reader's browser does, on A4, and tells what is on each sheet. */
export async function printOnPaper(page: Page): Promise<readonly Sheet[]> {
  const whole = await page.pdf({ format: 'A4' });
  const count = sheetsOf(whole);
  const sheets: Sheet[] = [];
  for (let number = 1; number <= count; number += 1) {
    sheets.push({ letters: lettersOf(await page.pdf({ format: 'A4', pageRanges: String(number) })) });
  }
  return sheets;
}

function sheetsOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** How many glyphs a PDF shows: the operands of `Tj` and `TJ` (ISO 32000, 9.4.3), two bytes each, within its deflated streams. */
function lettersOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  let letters = 0;
  for (const { index } of text.matchAll(/\bstream\r?\n/g)) {
    const start = text.indexOf('\n', index) + 1;
    const content = inflated(pdf.subarray(start, text.indexOf('endstream', start)));
    for (const [, hex = ''] of content.matchAll(/<([0-9A-Fa-f]+)>(?=[^\n]*T[jJ])/g)) letters += hex.length / 4;
  }
  return letters;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    // A font or a picture in another encoding.
    return '';
  }
}
