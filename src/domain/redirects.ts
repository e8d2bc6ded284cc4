import { absoluteUrl, href, type Site } from './site/site.ts';
import type { UrlPath } from './addresses.ts';

/** The file that says which old addresses lead where. */
export const REDIRECTS_PATH = 'content/redirects.yaml';

/** An old address that leads to a new one. */
export interface Redirect {
  readonly from: UrlPath;
  readonly to: RedirectTarget;
}

/** Where a redirect leads: to a page or a file of the site, or elsewhere. */
export type RedirectTarget =
  | {
      readonly kind: 'page';
      readonly url: UrlPath;
      /** What follows the address, percent-encoded: `?q=bridge`, or nothing. */
      readonly query: string;
      /** The part of the page, percent-encoded: `#repairs`, or nothing. */
      readonly fragment: string;
    }
  /** A web address, as a browser writes it. */
  | { readonly kind: 'elsewhere'; readonly url: string };

/** A redirect of `redirects.yaml`, of which nobody knows yet whether anything is where it leads. */
export interface WrittenRedirect {
  /** The key that it stands under. */
  readonly key: string;
  readonly from: UrlPath;
  /** Undefined where it cannot be read. */
  readonly to: RedirectTarget | undefined;
}

/** A redirect to a page as such. */
export function redirectTo(from: UrlPath, url: UrlPath): Redirect {
  return { from, to: { kind: 'page', url, query: '', fragment: '' } };
}

/** Where a redirect leads, from the root of the host; or the address elsewhere. */
export function targetHref(site: Site, to: RedirectTarget): string {
  return to.kind === 'page' ? href(site, to.url) + to.query + to.fragment : to.url;
}

/** Where a redirect leads, as the rest of the world knows it. */
export function targetUrl(site: Site, to: RedirectTarget): string {
  return to.kind === 'page' ? absoluteUrl(site, to.url) + to.query + to.fragment : to.url;
}

/** The addresses of the lists of all redirects, which hosts of sites read. */
export const REDIRECT_LISTS: readonly UrlPath[] = ['/_redirects', '/redirects.json'] as readonly string[] as UrlPath[];
