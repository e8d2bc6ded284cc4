/** How reports look in a browser; light or dark like the system of whoever reads them. Sizes follow the browser's own size of letters, not the page's. */
export const REPORT_STYLE = `
:host, :root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --quiet: #5c5c5c; --rule: #c9c9c9; --mark: #ffdcd6; --code: #f0f0f0; --error: #b3261e; --warn: #7a4f00; --good: #1e6b3a; --focus: #0b57d0; --bar: #f4f4f2; }
@media (prefers-color-scheme: dark) {
  :host, :root { --paper: #191919; --ink: #ededed; --quiet: #a9a9a9; --rule: #454545; --mark: #6b211a; --code: #2e2e2e; --error: #ff9c90; --warn: #f0be5e; --good: #7fd09a; --focus: #a8c7fa; --bar: #242424; }
}
* { box-sizing: border-box; }
.sheet { background: var(--paper); color: var(--ink); font: 1em/1.5 system-ui, sans-serif; text-align: start; overflow-wrap: anywhere; }
h1, h2, summary { font-size: 1.25em; line-height: 1.3; font-weight: 700; margin: 0; }
p { margin: .25em 0; }
.report { margin: 1em 0 0; padding: 0; list-style: none; }
.report li { border-block-start: 1px solid var(--rule); padding: .875em 0; }
.severity { color: var(--warn); font-weight: 600; margin-inline-end: .375em; }
li.error .severity { color: var(--error); }
.place, .related, .note, .code { color: var(--quiet); font-size: .875em; }
.place b { color: var(--ink); }
h2 { font-size: 1em; margin: 1em 0 0; }
.more { color: var(--quiet); }
.hint { font-weight: 600; }
code, pre, .code { font-family: ui-monospace, monospace; font-size: .875em; }
code { background: var(--code); border-radius: 3px; padding: .1em .3em; }
pre { border-inline-start: 3px solid var(--rule); margin: .5em 0; padding: .25em .75em; white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
button.open { all: unset; box-sizing: border-box; cursor: pointer; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em; padding-block: .2em; }
button.open:hover { text-decoration-color: currentColor; }
:focus-visible, button.open:focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; }
`;

/** No style of the page may have the element itself look otherwise: what is important in its own tree wins. */
const HOST = 'all: initial !important; color-scheme: light dark !important;';

/** What says that a file was opened, or why not. */
export const STATUS_STYLE = `
.status { position: fixed; inset: auto auto .5em 50%; translate: -50%; max-inline-size: calc(100% - 1em); margin: 0; padding: .5em .9em; background: var(--ink); color: var(--paper); border-radius: 4px; z-index: 1; }
.status:empty { display: none; }`;

/** What lies over the foot of a page. */
export const OVERLAY_STYLE = `
:host { ${HOST} display: block !important; block-size: 5.5em !important; }
:host([hidden]) { display: none !important; }
dialog { display: none; }
dialog[open] { display: block; position: fixed; inset: auto .5em .5em auto; z-index: 2147483647; max-width: calc(100% - 1em); width: fit-content; margin: 0; padding: 0; border: 1px solid var(--rule); border-inline-start: 4px solid var(--tone); border-radius: 4px; box-shadow: 0 0 1em #0006; }
dialog:has(details[open]) { width: 48em; }
.error { --tone: var(--error); }
.warn { --tone: var(--warn); }
form { position: absolute; inset: 0 0 auto auto; margin: 0; }
form button { font: inherit; font-size: 1.25em; line-height: 1; inline-size: 2.2em; block-size: 2.2em; border: 0; background: none; color: var(--ink); cursor: pointer; }
summary { cursor: pointer; font-size: 1em; padding: .6em 3.25em .6em .75em; }
.text { max-height: 50vh; overflow: auto; padding: 0 .75em .75em; }
:focus-visible { outline-offset: -3px; }
@media print { :host { display: none !important; } }`;

/** One line over a page, and what opens from it. */
export const BAR_STYLE = `
:host { ${HOST} display: block !important; position: relative !important; z-index: 2147483646 !important; }
.bar, .unfold, .status { font: .875em/1.4 system-ui, sans-serif; }
.bar { display: flex; align-items: center; gap: .25em .9em; min-block-size: 2.3em; padding: 0 .9em; background: var(--bar); color: var(--ink); border-block-end: 1px solid var(--rule); text-align: start; position: relative; }
.waiting { --tone: var(--warn); }
.error { --tone: var(--error); }
.good { --tone: var(--good); }
.plain { --tone: var(--quiet); }
.bar.waiting, .bar.error { box-shadow: inset 0 2px var(--tone); }
.dot { display: inline-block; inline-size: .6em; block-size: .6em; border-radius: 50%; background: var(--tone); margin-inline-end: .45em; }
.space { flex: 1; }
.length { color: var(--quiet); white-space: nowrap; }
.errors { color: var(--error); font-weight: 600; white-space: nowrap; }
details.state { min-inline-size: 0; flex: 0 1 auto; }
summary { font-size: 1em; font-weight: 400; line-height: 1.4; padding: .4em 0; cursor: pointer; list-style: none; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
summary::-webkit-details-marker { display: none; }
summary::after { content: ""; display: inline-block; margin-inline-start: .4em; border: .28em solid transparent; border-block-start-color: currentColor; border-block-end: 0; vertical-align: .12em; }
details[open] > summary::after { border-block-start: 0; border-block-end: .28em solid currentColor; }
.problems > summary { color: var(--warn); font-weight: 600; }
.problems.quiet > summary { color: var(--quiet); font-weight: 400; }
.drop { position: absolute; inset-block-start: 100%; inset-inline: .5em auto; inline-size: max-content; max-inline-size: min(38em, calc(100% - 1em)); max-block-size: min(70vh, 40em); overflow: auto; padding: .6em .9em .9em; background: var(--paper); color: var(--ink); border: 1px solid var(--rule); border-radius: 0 0 6px 6px; box-shadow: 0 6px 18px #0004; overflow-wrap: anywhere; }
.views .drop { inset-inline: auto .5em; }
.drop ul { list-style: none; margin: .35em 0 0; padding: 0; }
.drop .report { margin-block-start: .5em; }
.drop h2 { font-size: .8125em; color: var(--quiet); font-weight: 600; margin: .8em 0 0; }
a { color: inherit; text-underline-offset: .2em; text-decoration-color: var(--rule); padding-block: .35em; }
a:hover { text-decoration-color: currentColor; }
.drop a, .drop button.open { display: inline-block; }
.edit:not(:has(button)), .fold:empty { display: none; }
.bar .fold button, .unfold { appearance: none; border: 0; background: none; box-sizing: border-box; font-family: inherit; cursor: pointer; min-inline-size: 1.75em; min-block-size: 1.75em; text-align: center; color: var(--quiet); }
.unfold { position: fixed; inset: auto auto .5em .5em; padding: .2em .6em; font-family: system-ui, sans-serif; background: var(--bar); color: var(--ink); border: 1px solid var(--rule); border-radius: 4px; }
.bar .fold button:focus-visible, .unfold:focus-visible { outline: 3px solid var(--focus); }
:host([data-folded]) .bar { display: none; }
@media (max-width: 46em) { .length, .edit { display: none; } }
@media (max-width: 30em) { .desk, .errors + .quiet { display: none; } details.state { min-inline-size: 6em; } .bar { gap: .25em .7em; padding-inline: .6em; } }
@media print { :host { display: none !important; } }`;
