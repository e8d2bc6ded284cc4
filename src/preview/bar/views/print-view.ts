import { asHtml, escapeHtml, type Html } from '../../../domain/html.ts';
import { visible } from '../../../diagnostics/wording.ts';
import { type RouteAnswer, TOOL_POLICY } from '../../server/route.ts';
import { type Look, type OtherView, viewLinks } from './view-links.ts';

/** A page that shows another one in some way. */
export interface View {
  /** Decoded path of the page that it is of. */
  readonly path: string;
  readonly view: Look | OtherView;
  readonly title: string;
  readonly content: Html;
}

/** Answers with a view: what it shows below the way to all others and back. */
export function answerView({ path, view, title, content }: View): RouteAnswer {
  const groups = viewLinks(path, view).map(({ heading, links }) => {
    const items = links.map(({ href, label, isCurrent }) => {
      const current = isCurrent ? ' aria-current="true"' : '';
      return `<li><a href="${escapeHtml(href)}"${current}>${escapeHtml(label)}</a></li>`;
    });
    return `<div class="group"><h2>${escapeHtml(heading)}</h2><ul>${items.join('')}</ul></div>`;
  });
  const back = escapeHtml(encodeURI(path).replace(/[?#]/g, encodeURIComponent));
  const shown = escapeHtml(visible(path));
  const body = asHtml(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}: ${shown}</title>
<link rel="stylesheet" href="/_desk/views/view.css">
<script type="module" src="/_desk/views/view.js"></script>
</head>
<body>
<header>
<p><a href="${back}">Back to the page</a> <bdi>${shown}</bdi></p>
<details><summary>${escapeHtml(title)}</summary><nav aria-label="Views">${groups.join('')}</nav></details>
</header>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`);
  return { type: 'text/html; charset=utf-8', body, headers: { 'content-security-policy': TOOL_POLICY } };
}
