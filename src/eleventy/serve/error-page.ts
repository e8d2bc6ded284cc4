import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import { REPORT_STYLE } from './report-style.ts';
import type { Trouble } from './trouble.ts';

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
