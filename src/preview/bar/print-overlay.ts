import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import type { Trouble } from '../trouble.ts';
import { BAR_SCRIPT } from './bar-script.ts';
import { OVERLAY_STYLE, REPORT_STYLE, STATUS_STYLE } from './styles.ts';

// What is wrong, on pages. It has a tree of its own, so that no style of the page reaches it, and needs no script.

/** The page that stands at an address while there is nothing better to show. */
export function printErrorPage({ title, note, report }: Trouble): Html {
  return asHtml(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${REPORT_STYLE}${STATUS_STYLE}
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
<p class="status" role="status"></p>
${BAR_SCRIPT}
</body>
</html>
`);
}

/** What lies over the foot of a page: open where the page itself is meant, or else a line that opens, and can be closed. */
export function printOverlay({ tone, title, note, report, isOpen }: Trouble): Html {
  const name = escapeHtml(title);
  return asHtml(`<div id="broadsheet-trouble" lang="en" dir="ltr"><template shadowrootmode="open"><style>${REPORT_STYLE}${OVERLAY_STYLE}
</style><dialog open class="sheet ${tone}" aria-label="Preview: ${name}"><form method="dialog"><button aria-label="Close">×</button></form>
<details${isOpen ? ' open' : ''}><summary>${name}</summary><div class="text" role="group" aria-label="Report" tabindex="0"><p class="note">${escapeHtml(note)}</p>
${report}</div></details></dialog></template></div>
`);
}
