import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { visible } from '../../diagnostics/wording.ts';
import type { PageState } from './page-state.ts';
import { printPlace, printReportHtml, prose } from './print-report-html.ts';
import { BAR_STYLE, REPORT_STYLE, STATUS_STYLE } from './styles.ts';
import { BAR_SCRIPT } from './bar-script.ts';
import { viewLinks } from './views/view-links.ts';

/** What the bar of a page says. */
export interface BarGiven {
  readonly state: PageState;
  /** Path of the file that can be opened to change the page. */
  readonly source: string | undefined;
  /** Of the page in the editor in the browser, if that writes it. */
  readonly admin: string | undefined;
  readonly desk: string;
  /** Decoded path of the page. */
  readonly path: string;
  readonly warnings: PageWarnings;
}

/** What is wrong and holds nothing up. */
export interface PageWarnings {
  /** With what the copy desk says, which may be an error where `standards` says so. */
  readonly own: readonly Diagnostic[];
  readonly others: readonly Diagnostic[];
  /** How many errors the page's own file has: they stand in the overlay. */
  readonly errors: number;
  /** Whether `check` looks at the spelling of it, which is not told here. */
  readonly hasSpelling: boolean;
}

/** So many things are listed of the page's own file, and of others. */
const MOST = { own: 50, others: 20 } as const;

/**
 * The bar of a page that is previewed: what the page is, what is wrong with it, how else it can be looked at, and where it is edited. It has a
 * tree of its own, which no style of the page reaches. Without scripts it opens and says all the same. No build has it.
 */
export function printBar(given: BarGiven): Html {
  const { state, desk, source, warnings } = given;
  const length = state.length === undefined ? '' : `<span class="length">${escapeHtml(state.length)}</span>`;
  const edit =
    source === undefined ? '' : `<span class="edit" data-path="${escapeHtml(source)}" data-line="1">Open file</span>`;
  return asHtml(`<div id="broadsheet-bar" lang="en" dir="ltr"><template shadowrootmode="open"><style>${REPORT_STYLE}${BAR_STYLE}${STATUS_STYLE}
</style><section class="bar ${state.tone}" aria-label="Preview">
${printMenu({ kind: 'state', name: 'State', label: `<i class="dot"></i><b>${escapeHtml(state.name)}</b>`, content: printState(given) })}
${length}${printProblems(warnings)}<span class="space"></span>${edit}
${printMenu({ kind: 'views', name: 'Views', label: 'View', content: printViews(given.path) })}
<a class="desk" href="${escapeHtml(desk)}">Desk</a><span class="fold"></span>
</section><p class="status" role="status"></p></template></div>${BAR_SCRIPT}
`);
}

/** What opens from the bar. */
interface Menu {
  readonly kind: string;
  /** For those who hear it. */
  readonly name: string;
  readonly label: string;
  readonly content: string;
}

function printMenu({ kind, name, label, content }: Menu): string {
  return `<details class="${kind}" name="menu"><summary>${label}</summary><div class="drop" role="group" aria-label="${name}" tabindex="0">${content}</div></details>`;
}

function printState({ state, source, admin, desk, warnings }: BarGiven): string {
  const lines = state.meaning.map((sentence) => `<p>${prose(sentence)}</p>`);
  const check = source === undefined ? '' : `<p>${printCheck(warnings)}</p>`;
  const length = state.length === undefined ? '' : `<p>${escapeHtml(state.length)} to read.</p>`;
  const links = [
    ...(source === undefined ? [] : [`<li class="place">${printPlace({ path: source, line: 1 })}</li>`]),
    ...(admin === undefined ? [] : [`<li><a href="${escapeHtml(admin)}">Write in the browser</a></li>`]),
    `<li><a href="${escapeHtml(desk)}">Open the desk</a></li>`,
  ];
  return `${lines.join('')}${length}${check}<ul>${links.join('')}</ul>`;
}

/** What `check` says of the page's own file. */
function printCheck({ own, errors, hasSpelling }: PageWarnings): string {
  const found = own.length + errors;
  const things = found === 0 ? 'nothing' : found === 1 ? 'one thing' : `${found} things`;
  const spelling = hasSpelling ? ', but for its spelling, which is not looked at here' : '';
  return `<code>npx broadsheet check</code> has ${things} to say of it${spelling}.`;
}

function printProblems({ own, others, errors }: PageWarnings): string {
  const failed = errors === 0 ? '' : `<span class="errors">${errors === 1 ? '1 error' : `${errors} errors`}</span>`;
  if (own.length + others.length === 0) return failed;
  const label = own.length > 0 ? count(own.length) : `${others.length} elsewhere`;
  const heading = others.length > 0 ? '<h2>In other files</h2>' : '';
  const report = [
    own.length > 0 ? printReportHtml(own, MOST.own) : '',
    heading,
    others.length > 0 ? printReportHtml(others, MOST.others) : '',
  ];
  const kind = own.length > 0 ? 'problems' : 'problems quiet';
  const content = `<p class="note">Warnings hold nothing up.</p>${report.join('')}`;
  return failed + printMenu({ kind, name: 'Warnings', label, content });
}

function count(warnings: number): string {
  return warnings === 1 ? '1 warning' : `${warnings} warnings`;
}

function printViews(path: string): string {
  const groups = viewLinks(path).map(({ heading, links }) => {
    const items = links.map(({ href, label }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></li>`);
    return `<h2>${escapeHtml(heading)}</h2><ul>${items.join('')}</ul>`;
  });
  return `<p class="note">${escapeHtml(visible(path))}</p>${groups.join('')}`;
}
