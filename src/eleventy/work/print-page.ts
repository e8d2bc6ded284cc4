import type { Page } from '../../domain/page.ts';
import type { TextParts } from '../../formats/text-parts.ts';
import type { Printer } from '../layouts.ts';

/** Prints a page through its layout, and says which page it was where the layout fails. */
export function printPage({ url, layout, data }: Page, printers: ReadonlyMap<string, Printer>): TextParts {
  const print = printers.get(layout);
  if (!print) throw new Error(`There is no layout ${layout}`);
  try {
    return print(data);
  } catch (cause) {
    throw new Error(`The layout ${layout} failed for the page ${url}`, { cause });
  }
}
