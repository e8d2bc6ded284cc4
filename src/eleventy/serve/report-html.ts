import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts';
import { visible } from '../../diagnostics/quote.ts';
import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';

/** Diagnostics as a list for the browser of whoever wrote the content: errors first. */
export function printReportHtml(diagnostics: readonly Diagnostic[]): Html {
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
