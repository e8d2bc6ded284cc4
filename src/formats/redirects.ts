/** A redirect as hosts read it: both addresses percent-encoded, from the root of the host. */
export interface RedirectRule {
  readonly from: string;
  /** A path, or a web address elsewhere. */
  readonly to: string;
}

/**
 * Prints redirects as `_redirects`, the file that Netlify and Cloudflare Pages read: `/old/ /new/ 301`, one a line
 * (https://docs.netlify.com/manage/routing/redirects/overview/, https://developers.cloudflare.com/pages/configuration/redirects/).
 * White space in an address is percent-encoded, so that it cannot end one.
 */
export function printRedirectRules(rules: readonly RedirectRule[]): string {
  return rules.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

/** Prints redirects as one JSON object, from which the rules of any other host can be made: old address → new one. */
export function printRedirectJson(rules: readonly RedirectRule[]): string {
  const lines = rules.map(({ from, to }) => `  ${JSON.stringify(from)}: ${JSON.stringify(to)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
