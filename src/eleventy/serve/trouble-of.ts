import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts';
import { causesOf } from '../../diagnostics/causes.ts';
import { visible } from '../../diagnostics/quote.ts';
import { asHtml, escapeHtml } from '../../domain/html.ts';
import { printReportHtml } from './report-html.ts';
import type { Trouble } from './trouble.ts';

const COMES_BACK = 'Save the file, and this page is loaded again by itself.';

/** What is to be said of content with errors. */
export function troubleWithContent(diagnostics: readonly Diagnostic[], hasEdition: boolean): Trouble {
  const count = diagnostics.filter(isError).length;
  const before = hasEdition
    ? 'Until it is mended, the preview shows the site as it was before.'
    : 'Until it is mended, there is nothing to show.';
  return {
    title: `The content has ${count === 1 ? 'an error' : `${count} errors`}`,
    note: `${count === 1 ? before : before.replace('it is', 'they are')} ${COMES_BACK}`,
    report: printReportHtml(diagnostics),
  };
}

/** What is to be said of a fault: of the machine, of a layout, or of the program. */
export function troubleWithFault(title: string, fault: unknown): Trouble {
  const messages = causesOf(fault).map(({ message }) => message);
  const text = messages.length > 0 ? messages.join('\n') : String(fault);
  return {
    title,
    note: `The terminal says more. ${COMES_BACK}`,
    report: asHtml(`<pre>${escapeHtml(text.split('\n').map(visible).join('\n'))}</pre>`),
  };
}
