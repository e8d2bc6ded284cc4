import { loadPrinters } from '../../../src/build/layouts.ts';
import { isError } from '../../../src/diagnostics/diagnostic.ts';
import { printReport } from '../../../src/diagnostics/print-report.ts';
import { joinParts } from '../../../src/formats/text-parts.ts';
import { editionOf, layOut } from '../../newsroom/edition.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

/** Reads a newsroom, and prints what is wrong with it or else all its pages. Returns how many characters those have. */
export type Publish = (newsroom: NewsroomGiven) => number;

/** Loads what publishing needs. */
export async function publisher(): Promise<Publish> {
  const printers = await loadPrinters();
  return (newsroom) => {
    const made = editionOf(newsroom);
    const report = printReport(made.diagnostics);
    let characters = report.length;
    if (made.diagnostics.some(isError)) return characters;
    for (const { layout, data } of layOut(made)) characters += joinParts(printers.get(layout)?.(data) ?? '').length;
    return characters;
  };
}
