import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts';
import { type Cause, groupByCause, MOST_CAUSES } from '../diagnostics/group-by-cause.ts';
import { printOthers } from '../diagnostics/print-report.ts';
import { causesOf } from '../diagnostics/causes.ts';
import { visible } from '../diagnostics/wording.ts';

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

/** Diagnostics as a list for the browser of whoever wrote the content: errors first, each cause once, and no list without end. */
function printReportHtml(diagnostics: readonly Diagnostic[]): Html {
  const sorted = [...diagnostics.filter(isError), ...diagnostics.filter((diagnostic) => !isError(diagnostic))];
  const causes = groupByCause(sorted);
  const rest = causes.length - MOST_CAUSES;
  const more = rest > 0 ? `<p class="note">The terminal counts ${rest} more.</p>\n` : '';
  return asHtml(`<ol class="report">\n${causes.slice(0, MOST_CAUSES).map(printItem).join('\n')}\n</ol>${more}`);
}

function printItem({ first: diagnostic, others }: Cause): string {
  const { severity, message, hint, related } = diagnostic;
  return [
    `<li class="${severity}">`,
    `<p class="place"><span class="severity">${severity === 'error' ? 'error' : 'warning'}</span> ${printPlace(diagnostic)}</p>`,
    `<p class="message">${prose(message)}</p>`,
    printExcerpt(diagnostic),
    ...related.map((place) => `<p class="related">${printPlace(place)} ${prose(place.message)}</p>`),
    others.length === 0 ? '' : `<p class="related">${prose(printOthers(others))}</p>`,
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

/** The page that stands at an address while there is nothing better to show. */
export function printErrorPage({ title, note, report }: Trouble): Html {
  return asHtml(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${REPORT_STYLE}
body { margin: 0; background: var(--paper); }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
</style>
</head>
<body class="sheet">
<main>
<h1>${escapeHtml(title)}</h1>
<p class="note">${escapeHtml(note)}</p>
${report}
</main>
</body>
</html>
`);
}

/** What lies over the foot of a page that is older than the content. Its tree is its own, so that no style of the page reaches it. */
export function printOverlay({ title, note, report }: Trouble): Html {
  return asHtml(`<div id="broadsheet-trouble" lang="en" dir="ltr"><template shadowrootmode="open"><style>${REPORT_STYLE}
:host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; color-scheme: light dark; }
.sheet { border-block-start: 4px solid var(--error); max-height: 60vh; overflow: auto; padding: .75rem 1rem; box-shadow: 0 0 2rem #0006; }
.sheet > * { max-width: 46rem; margin-inline: auto; }
summary { cursor: pointer; }
@media print { :host { display: none; } }
</style><details class="sheet" open><summary>${escapeHtml(title)}</summary><div><p class="note">${escapeHtml(note)}</p>
${report}</div></details></template></div>
`);
}

/** How reports look in a browser; light or dark like the system of whoever reads them. */
const REPORT_STYLE = `
:host, :root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --quiet: #5c5c5c; --rule: #c9c9c9; --mark: #ffdcd6; --code: #f0f0f0; --error: #b3261e; --warn: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :host, :root { --paper: #191919; --ink: #ededed; --quiet: #a9a9a9; --rule: #454545; --mark: #6b211a; --code: #2e2e2e; --error: #ff9c90; --warn: #f0be5e; }
}
* { box-sizing: border-box; }
.sheet { background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; text-align: start; overflow-wrap: anywhere; }
h1, summary { font-size: 1.25rem; line-height: 1.3; font-weight: 700; margin: 0; }
p { margin: .25rem 0; }
.report { margin: 1rem 0 0; padding: 0; list-style: none; }
.report li { border-block-start: 1px solid var(--rule); padding: .875rem 0; }
.severity { color: var(--warn); font-weight: 600; margin-inline-end: .375rem; }
.error .severity { color: var(--error); }
.place, .related, .note { color: var(--quiet); font-size: .875rem; }
.place b { color: var(--ink); }
.hint { font-weight: 600; }
code, pre { font-family: ui-monospace, monospace; font-size: .875em; }
code { background: var(--code); border-radius: 3px; padding: .1em .3em; }
pre { border-inline-start: 3px solid var(--rule); margin: .5rem 0; padding: .25rem .75rem; white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
`;
