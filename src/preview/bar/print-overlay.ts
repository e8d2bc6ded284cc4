import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import type { Trouble } from './trouble.ts';
import type { Unpublished } from './preview-edition.ts';

// What a preview puts on pages. Each has a tree of its own, so that no style of the page reaches it, and needs no script.

/** The page that stands at an address while there is nothing better to show. */
export function printErrorPage({ title, note, report }: Trouble): Html {
  return asHtml(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}
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

/** What lies over the foot of a page: open where the page itself is meant, or else a line that opens, and can be closed. */
export function printPanel({ tone, title, note, report, isOpen }: Trouble): Html {
  const name = escapeHtml(title);
  return asHtml(`<div id="broadsheet-trouble" lang="en" dir="ltr"><template shadowrootmode="open"><style>${STYLE}${PANEL_STYLE}
</style><dialog open class="sheet ${tone}" aria-label="Preview: ${name}"><form method="dialog"><button aria-label="Close">×</button></form>
<details${isOpen ? ' open' : ''}><summary>${name}</summary><div class="text" role="group" aria-label="Report" tabindex="0"><p class="note">${escapeHtml(note)}</p>
${report}</div></details></dialog></template></div>
`);
}

/** The bar over a page that no reader can see yet. No build has it. */
export function printBar({ path, isDraft, until }: Unpublished): Html {
  const file = `<code>${escapeHtml(path)}</code>`;
  const end = isDraft ? 'it is not published before either' : 'it is published then';
  const embargo = until === undefined ? [] : [`Under embargo until ${escapeHtml(until)}: ${end}.`];
  const draft = isDraft ? [`Draft: not published while <code>draft: true</code> stands in ${file}.`] : [];
  const text = [...draft, ...embargo].join(' ');
  return asHtml(`<div id="broadsheet-bar" lang="en" dir="ltr"><template shadowrootmode="open"><style>${STYLE}${BAR_STYLE}
</style><section class="bar" aria-label="Preview: not published">${text}</section></template></div>
`);
}

const PANEL_STYLE = `
:host { all: initial; display: block; block-size: 5.5rem; color-scheme: light dark; }
dialog { display: none; }
dialog[open] { display: block; position: fixed; inset: auto .5rem .5rem auto; z-index: 2147483647; max-width: calc(100% - 1rem); width: fit-content; margin: 0; padding: 0; border: 1px solid var(--rule); border-inline-start: 4px solid var(--tone); border-radius: 4px; box-shadow: 0 0 1rem #0006; }
dialog:has(details[open]) { width: 48rem; }
.error { --tone: var(--error); }
.warn { --tone: var(--warn); }
form { position: absolute; inset: 0 0 auto auto; margin: 0; }
button { font: inherit; font-size: 1.25rem; line-height: 1; inline-size: 2.75rem; block-size: 2.75rem; border: 0; background: none; color: var(--ink); cursor: pointer; }
summary { cursor: pointer; font-size: 1rem; padding: .6rem 3.25rem .6rem .75rem; }
.text { max-height: 50vh; overflow: auto; padding: 0 .75rem .75rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: -3px; }
@media print { :host { display: none; } }`;

const BAR_STYLE = `
:host { all: initial; display: block; color-scheme: light dark; }
.bar { background: var(--bar); color: var(--bar-ink); font: 1rem/1.5 system-ui, sans-serif; padding: .5rem 1rem; overflow-wrap: anywhere; text-align: start; border-block-end: 1px solid var(--bar-ink); }
.bar code { background: none; padding: 0; font-weight: 600; }
@media print { :host { display: none; } }`;

/** How reports look in a browser; light or dark like the system of whoever reads them. */
const STYLE = `
:host, :root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --quiet: #5c5c5c; --rule: #c9c9c9; --mark: #ffdcd6; --code: #f0f0f0; --error: #b3261e; --warn: #7a4f00; --focus: #0b57d0; --bar: #ffedb3; --bar-ink: #3d2c00; }
@media (prefers-color-scheme: dark) {
  :host, :root { --paper: #191919; --ink: #ededed; --quiet: #a9a9a9; --rule: #454545; --mark: #6b211a; --code: #2e2e2e; --error: #ff9c90; --warn: #f0be5e; --focus: #a8c7fa; --bar: #453400; --bar-ink: #ffe9a8; }
}
* { box-sizing: border-box; }
.sheet { background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; text-align: start; overflow-wrap: anywhere; }
h1, h2, summary { font-size: 1.25rem; line-height: 1.3; font-weight: 700; margin: 0; }
p { margin: .25rem 0; }
.report { margin: 1rem 0 0; padding: 0; list-style: none; }
.report li { border-block-start: 1px solid var(--rule); padding: .875rem 0; }
.severity { color: var(--warn); font-weight: 600; margin-inline-end: .375rem; }
li.error .severity { color: var(--error); }
.place, .related, .note { color: var(--quiet); font-size: .875rem; }
.place b { color: var(--ink); }
h2 { font-size: 1rem; margin: 1rem 0 0; }
.more { color: var(--quiet); }
.hint { font-weight: 600; }
code, pre { font-family: ui-monospace, monospace; font-size: .875em; }
code { background: var(--code); border-radius: 3px; padding: .1em .3em; }
pre { border-inline-start: 3px solid var(--rule); margin: .5rem 0; padding: .25rem .75rem; white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
`;
