import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import { REPORT_STYLE } from './report-style.ts';
import type { Trouble } from './trouble.ts';

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
