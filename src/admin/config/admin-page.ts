/** What the page of the editor may load and do: its own files, and styles that its script puts into it. */
export const ADMIN_POLICY = policyOf([]);

/**
 * The same with the hosts that a repository is read from and written to.
 *
 * @param hosts Sources such as `https://api.github.com`.
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
    "frame-src 'self' blob:",
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
