import { parseUrl } from '../../../domain/addresses.ts';
import type { Finding } from '../../../diagnostics/finding.ts';
import { quote } from '../../../diagnostics/wording.ts';
import { copyToLookFor } from './archived-copy.ts';
import type { OutsideLink } from './find-links.ts';
import type { KnownLink } from './link-cache.ts';

/** What is wrong with a link to another site; nothing where it leads to a page, or nobody can know. `date` is its story's, in milliseconds since 1970. */
export function describeLink(
  { url, path, line, column, length }: OutsideLink,
  { outcome, archived }: KnownLink,
  date: number | undefined,
): Finding | undefined {
  const place = { path, at: { kind: 'position', line, column, length } } as const;
  const host = parseUrl(url)?.host ?? url;
  const copy =
    typeof archived === 'string'
      ? `link to a copy of it: ${archived}`
      : `look whether there is a copy of it: ${copyToLookFor(url, date)}`;
  const otherwise = archived === null ? 'link to another page, for the Internet Archive has no copy of it' : copy;
  switch (outcome.kind) {
    case 'moved': {
      if (isHome(outcome.to) && !isHome(url)) {
        const message = `Unexpected address ${quote(url)}, which leads to a home page now, expected the page itself`;
        return { code: 'outside-moved', ...place, message, hint: otherwise };
      }
      const message = `Unexpected address ${quote(url)}, expected ${quote(outcome.to)}, where the page is now for good`;
      return {
        code: 'outside-moved',
        ...place,
        message,
        hint: 'see whether it is still the page that you mean, and write its new address',
      };
    }
    case 'gone': {
      const message = `Unexpected end of ${quote(url)}, ${hostOf(outcome)} answers with ${outcome.status}, expected a page`;
      return { code: 'outside-gone', ...place, message, hint: otherwise };
    }
    case 'unreachable': {
      if (outcome.isOfHost && outcome.at === undefined) {
        const message = `Unexpected host ${quote(host)}, which ${outcome.why}, expected one that answers`;
        const hint = `try it in a browser; copies of its pages may be at https://web.archive.org/web/*/${host}/*`;
        return { code: 'outside-unreachable', ...place, message, hint };
      }
      const message = `Unexpected answer of ${quote(url)}, ${hostOf(outcome)} ${outcome.why}, expected a page`;
      return { code: 'outside-unreachable', ...place, message, hint: `try it in a browser, or ${otherwise}` };
    }
    case 'insecure': {
      const message =
        outcome.at === undefined
          ? `Unexpected host ${quote(host)}, which ${outcome.why}, expected one that browsers trust`
          : `Unexpected end of ${quote(url)}, ${hostOf(outcome)} ${outcome.why}, expected one that browsers trust`;
      const hint = 'browsers warn readers of it: link to a copy or to another page if it stays so';
      return { code: 'outside-insecure', ...place, message, hint };
    }
    default:
      return undefined;
  }
}

/** The host that something is said of. */
function hostOf({ at }: { readonly at?: string }): string {
  return at === undefined ? 'whose host' : `which leads to ${quote(at)}, and that`;
}

function isHome(url: string): boolean {
  return parseUrl(url)?.pathname === '/';
}
