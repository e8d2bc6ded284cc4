/**
 * What the page of the editor may load and do: its own files, and styles that its script puts into it.
 *
 * @param hosts Further sources: those of a repository, such as `https://api.github.com`; of a preview its own address, for Firefox does not take that for `'self'`
 *   in a frame without one.
 */
export function policyOf(hosts: readonly string[]): string {
  const further = hosts.map((host) => ` ${host}`).join('');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${further}`,
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self' blob:${further}`,
    `frame-src 'self' blob:${further}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** The page of the editor under `serve`. */
export const ADMIN_PAGE = printAdminPage('');

/** @param meta Further elements of its head. */
export function printAdminPage(meta: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
${meta}<title>Write – Broadsheet</title>
<link rel="icon" href="data:,">
<style>
.broadsheet-date { display: flex; gap: 0.5rem; align-items: stretch; }
.broadsheet-date button { padding: 0 1rem; border: 0; border-radius: 5px; background: #dfdfe3; font-weight: 600; cursor: pointer; }
body [class*='-PreviewButtonContainer'] { display: none; }
.broadsheet-notice { position: fixed; inset: auto 1rem 1rem; z-index: 100000; max-width: 40rem; margin: 0 auto; padding: 0.75rem 1rem; border-radius: 5px; background: #fff3cd; color: #1b1a17; font: 14px/1.5 sans-serif; box-shadow: 0 2px 12px #0004; }
@media (max-width: 799px) {
  body [class*='-EditorContainer'], body [class*='-ToolbarContainer'], body [class*='-ControlPaneContainer'] { min-width: 0; width: 100%; }
  body [class*='-ToolbarSectionBackLink'] { min-width: 0; padding: 0 0.5rem 0 2rem; font-size: 0.8125rem; }
  body [class*='-ToolbarSectionMain'] { min-width: 0; padding: 0 0.25rem; }
  body [class*='-ToolbarSectionMain'] [class*='-buttonMargin'] { margin: 0 0.25rem; }
  body [class*='-ToolbarSectionMain'] [class*='-ToolbarButton'] { padding: 0 0.5rem; font-size: 0.8125rem; line-height: 1.1; white-space: normal; }
  body [class*='-ToolbarSectionMeta'], body [class*='-ViewControls'] { display: none; }
  body .SplitPane .Pane1 { flex: auto !important; width: 100% !important; }
  body .SplitPane .Pane2, body .SplitPane .Resizer { display: none; }
}
#broadsheet-fault:not(:empty) { margin: 2rem; font: 1rem/1.5 sans-serif; }
</style>
</head>
<body>
<p id="broadsheet-fault" role="alert"></p>
<noscript>The editor needs JavaScript.</noscript>
<script src="editor.js"></script>
</body>
</html>
`;
}
