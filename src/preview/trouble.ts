import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts';
import { causesOf } from '../diagnostics/causes.ts';
import { visible } from '../diagnostics/quote.ts';

/** Why a preview is not what it should be, for the browser. */
export interface Trouble {
  readonly title: string;
  /** What becomes of the preview meanwhile. */
  readonly note: string;
  readonly report: Html;
}

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

/** Diagnostics as a list for the browser of whoever wrote the content: errors first. */
function printReportHtml(diagnostics: readonly Diagnostic[]): Html {
  const sorted = [...diagnostics.filter(isError), ...diagnostics.filter((diagnostic) => !isError(diagnostic))];
  return asHtml(`<ol class="report">\n${sorted.map(printItem).join('\n')}\n</ol>`);
}

function printItem(diagnostic: Diagnostic): string {
  const { severity, message, hint, related } = diagnostic;
  return [
    `<li class="${severity}">`,
    `<p class="place"><span class="severity">${severity === 'error' ? 'error' : 'warning'}</span> ${printPlace(diagnostic)}</p>`,
    `<p class="message">${prose(message)}</p>`,
    printExcerpt(diagnostic),
    ...related.map((place) => `<p class="related">${printPlace(place)} ${prose(place.message)}</p>`),
    hint === undefined ? '' : `<p class="hint">What to do: ${prose(hint)}</p>`,
    '</li>',
  ].join('');
}

function printPlace({ path, line }: Pick<Diagnostic, 'path' | 'line'>): string {
  return `<b>${escapeHtml(visible(path))}</b>, line ${line}`;
}

/** The line with what is meant in it marked. */
function printExcerpt({ excerpt, column, length }: Diagnostic): string {
  if (excerpt === undefined || excerpt.trim() === '') return '';
  const [start, end] = [column - 1, column - 1 + length];
  const part = (from: number, to?: number): Html => escapeHtml(visible(excerpt.slice(from, to)));
  return `<pre dir="auto">${part(0, start)}<mark>${part(start, end) || ' '}</mark>${part(end)}</pre>`;
}

/** A sentence in which backticks stand around what was written. */
function prose(text: string): string {
  return escapeHtml(visible(text)).replace(/`([^`]+)`/g, '<code>$1</code>');
}
