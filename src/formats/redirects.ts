/** A redirect as hosts read it: both addresses percent-encoded, from the root of the host. */
export interface RedirectRule {
  readonly from: string;
  /** What tells pages apart at the old address: `?p=123`, or nothing. */
  readonly query: string;
  /** A path, or a web address elsewhere; nothing where the page was taken down for good. */
  readonly to: string | undefined;
}

/** A redirect of many addresses as hosts read it, likewise: `/:year/:slug/amp/` → `/:year/:slug/`. */
export type PatternRule = Omit<RedirectRule, 'query' | 'to'> & { readonly to: string };

/**
 * Prints redirects as `_redirects`, the file that Netlify and Cloudflare Pages read: `/old/ /new/ 301`, one a line
 * (https://docs.netlify.com/manage/routing/redirects/overview/, https://developers.cloudflare.com/pages/configuration/redirects/).
 * White space in an address is percent-encoded, so that it cannot end one, and `*` and `:`, so that they stand for nothing else. A query has
 * a form of its own, `/ p=123 /new/ 301!`: it goes before the page at that path. Only Netlify knows it; Cloudflare passes over such a line.
 * So it is with `/old/ /old/ 410!`, by which the page that says that it is gone is sent with that status. Patterns come last: the first rule that fits
 * counts, and Cloudflare takes all that follow one for patterns, of which it takes few.
 */
export function printRedirectRules(rules: readonly RedirectRule[], patterns: readonly PatternRule[] = []): string {
  return [...rules.map(printRule), ...patterns.map(({ from, to }) => `${from} ${to} 301\n`)].join('');
}

/** A path in which no sign stands for anything else. */
function asItself(path: string): string {
  return path.replaceAll('*', '%2A').replaceAll(':', '%3A');
}

function printRule({ from, query, to }: RedirectRule): string {
  const path = asItself(from);
  const parameters = query.slice(1).replaceAll('*', '%2A').split('&');
  const asked = query === '' ? path : `${path} ${parameters.join(' ')}`;
  if (to === undefined) return `${asked} ${path} 410!\n`;
  return `${asked} ${to} ${query === '' ? 301 : '301!'}\n`;
}

/**
 * Prints redirects as one JSON object, from which the rules of any other host can be made: old address → new one, or `null` where it is gone. Those of
 * patterns have `*` at their end, or a part that begins with `:`; in no other has a part these signs.
 */
export function printRedirectJson(rules: readonly RedirectRule[], patterns: readonly PatternRule[] = []): string {
  const all = [...rules.map(({ from, query, to }) => ({ from: asItself(from) + query, to })), ...patterns];
  return `{\n${all.map(({ from, to }) => `  ${JSON.stringify(from)}: ${JSON.stringify(to ?? null)}`).join(',\n')}\n}\n`;
}
