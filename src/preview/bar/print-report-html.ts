import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts';
import { type Cause, groupByCause } from '../../diagnostics/group-by-cause.ts';
import { printOthers } from '../../diagnostics/print-report.ts';
import { visible } from '../../diagnostics/wording.ts';

/** A diagnostic as far as it is shown; faults of the program and of stylesheets have no code. */
type Reported = Omit<Diagnostic, 'code'> & { readonly code?: Diagnostic['code'] };

/** Diagnostics as a list for the browser of whoever wrote the content: errors first, each cause once, and not more than `most`. */
export function printReportHtml(diagnostics: readonly Diagnostic[], most: number): Html {
  const sorted = [...diagnostics.filter(isError), ...diagnostics.filter((diagnostic) => !isError(diagnostic))];
  const causes = groupByCause(sorted);
  const rest = causes.length - most;
  const more = rest > 0 ? `\n<p class="more">${rest} more: <code>npx broadsheet check</code> lists them.</p>` : '';
  const items = causes.slice(0, most).map(({ first, others }) => printItem(first, others));
  return asHtml(`<ol class="report">\n${items.join('\n')}\n</ol>${more}`);
}

/** One of them, with those that have the same cause. */
export function printItem(diagnostic: Reported, others: Cause['others'] = []): string {
  const { severity, message, hint, related, code } = diagnostic;
  return [
    `<li class="${severity}">`,
    `<p class="place"><span class="severity">${severity === 'error' ? 'error' : 'warning'}</span> ${printPlace(diagnostic)}</p>`,
    `<p class="message">${prose(message)}</p>`,
    printExcerpt(diagnostic),
    ...related.map((place) => `<p class="related">${printPlace(place)} ${prose(place.message)}</p>`),
    others.length === 0 ? '' : `<p class="related">${prose(printOthers(others))}</p>`,
    hint === undefined ? '' : `<p class="hint">What to do: ${prose(hint)}</p>`,
    code === undefined ? '' : `<p class="code">${escapeHtml(code)}</p>`,
    '</li>',
  ].join('');
}

/** A place of a file; the script of the bar, where there is one, makes it a button that opens the file there. */
export function printPlace({ path, line }: Pick<Diagnostic, 'path' | 'line'>): string {
  return `<span class="open" data-path="${escapeHtml(path)}" data-line="${line}"><b>${escapeHtml(visible(path))}</b>, line ${line}</span>`;
}

/** The line with what is meant in it marked. */
function printExcerpt({ excerpt, column, length }: Reported): string {
  if (excerpt === undefined || excerpt.trim() === '') return '';
  const [start, end] = [column - 1, column - 1 + length];
  const part = (from: number, to?: number): Html => escapeHtml(visible(excerpt.slice(from, to)));
  return `<pre dir="auto">${part(0, start)}<mark>${part(start, end) || ' '}</mark>${part(end)}</pre>`;
}

/** A sentence in which backticks stand around what was written. */
export function prose(text: string): string {
  return escapeHtml(visible(text)).replace(/`([^`]+)`/g, '<code>$1</code>');
}
