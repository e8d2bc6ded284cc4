import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** What is on one sheet. */
export interface Sheet {
  /** How many letters are on it. */
  readonly letters: number;
}

/** Prints a page as a reader's browser does, on A4, and tells what is on each sheet. */
export async function printOnPaper(page: Page): Promise<readonly Sheet[]> {
  return sheetsOf(await page.pdf({ format: 'A4' }));
}

/** An object of a PDF that has a number (ISO 32000, 7.3.10): its dictionary, and what stands in its stream, if it has one. */
interface PdfObject {
  readonly dictionary: string;
  readonly content: string;
}

function sheetsOf(pdf: Buffer): readonly Sheet[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type\s*\/Page\b/.test(dictionary));
  return pages.map((page) => ({ letters: lettersFrom(page, objects) }));
}

/** By their numbers, in the order in which they stand in the file, which is that of the pages. */
function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { 1: number = '', index, 0: opening } of text.matchAll(/^(\d+) 0 obj\b/gm)) {
    const start = index + opening.length;
    const body = text.slice(start, text.indexOf('endobj', start));
    const stream = /\bstream\r?\n/.exec(body);
    const dictionary = body.slice(0, stream?.index);
    if (!stream) {
      objects.set(number, { dictionary, content: '' });
      continue;
    }
    const from = start + stream.index + stream[0].length;
    objects.set(number, { dictionary, content: inflated(pdf.subarray(from, text.indexOf('endstream', from))) });
  }
  return objects;
}

/** How many glyphs an object shows, itself and by what it refers to: a sheet refers to its stream, and that to drawings with text of their own. */
function lettersFrom(object: PdfObject, objects: ReadonlyMap<string, PdfObject>, seen = new Set([object])): number {
  // Among the bytes of a picture or a font is now and then what looks like text.
  if (/\/Subtype\s*\/Image\b|\/Type\s*\/Font\b/.test(object.dictionary)) return 0;
  // What leads back to other sheets is none of this one.
  const own = object.dictionary.replace(/\/(?:Parent|Annots|P|Dest)\s*(?:\[[^\]]*\]|\d+ 0 R)/g, '');
  let letters = lettersIn(object.content);
  for (const [, number = ''] of own.matchAll(/\b(\d+) 0 R\b/g)) {
    const other = objects.get(number);
    if (other === undefined || seen.has(other)) continue;
    seen.add(other);
    letters += lettersFrom(other, objects, seen);
  }
  return letters;
}

/** The operands of `Tj` and `TJ` (ISO 32000, 9.4.3), two bytes each. */
function lettersIn(content: string): number {
  return [...content.matchAll(/<([0-9A-Fa-f]+)>(?=[^\n]*T[jJ])/g)].reduce(
    (sum, [, hex = '']) => sum + hex.length / 4,
    0,
  );
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    // A font or a picture in another encoding.
    return '';
  }
}
