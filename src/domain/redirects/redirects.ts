import { absoluteUrl, href, type Site } from '../site/site.ts';
import type { UrlPath } from '../addresses.ts';

/** The file that says which old addresses lead where. */
export const REDIRECTS_PATH = 'content/redirects.yaml';

/**
 * An old address as it is compared: a path, and the query behind it where an old system told pages by that: `/?p=123`. In the path,
 * `%` and `?` are percent-encoded, and nothing else.
 */
export type OldAddress = string & { readonly brand: 'OldAddress' };

/** Stands in a list of old addresses for one that is wrong, so that those behind it keep their places. It is nobody's. */
export const NO_OLD_ADDRESS = '' as OldAddress;

/** The old address of a path and a query, which is percent-encoded and begins with `?`, or empty. */
export function oldAddress(path: UrlPath, query: string): OldAddress {
  const escaped = /[%?]/.test(path) ? path.replaceAll('%', '%25').replaceAll('?', '%3F') : path;
  return `${escaped}${query}` as string as OldAddress;
}

/** The parts of an old address. */
export function partsOfOld(old: OldAddress): Pick<Redirect, 'from' | 'query'> {
  const end = old.indexOf('?');
  const path = end < 0 ? old : old.slice(0, end);
  const from = path.replaceAll('%3F', '?').replaceAll('%25', '%') as string as UrlPath;
  return { from, query: end < 0 ? '' : old.slice(end) };
}

/** An old address that leads to a new one. */
export interface Redirect {
  readonly from: UrlPath;
  /** What told pages apart at that path, percent-encoded: `?p=123`, or nothing. */
  readonly query: string;
  /** Whether there is a page that leads on, beside the rule for hosts: no file is found by a query, nor told by capitals alone, and none is a picture. */
  readonly hasPage: boolean;
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

/** What `redirects.yaml` says of an address whose page was taken down for good. */
export interface Withdrawal {
  readonly kind: 'gone';
  /** Why, in words for readers; they are told that it is gone without them too. */
  readonly reason: string | undefined;
}

/** An address whose page was taken down: hosts answer that it is gone (410), and a page says so. */
export interface WithdrawnAddress extends Pick<Redirect, 'from' | 'query' | 'hasPage'> {
  readonly reason: string | undefined;
}

/** A line of `redirects.yaml`, of which nobody knows yet whether anything is where it leads. */
export interface WrittenRedirect {
  /** The key that it stands under. */
  readonly key: string;
  readonly from: OldAddress;
  /** Undefined where it cannot be read. */
  readonly to: RedirectTarget | Withdrawal | undefined;
}

/** What leads to a page as such. */
export function targetAt(url: UrlPath): RedirectTarget {
  return { kind: 'page', url, query: '', fragment: '' };
}

/** Where a redirect leads, from the root of the host; or the address elsewhere. */
export function targetHref(site: Site, to: RedirectTarget): string {
  return to.kind === 'page' ? href(site, to.url) + to.query + to.fragment : to.url;
}

/** Where a redirect leads, as the rest of the world knows it. */
export function targetUrl(site: Site, to: RedirectTarget): string {
  return to.kind === 'page' ? absoluteUrl(site, to.url) + to.query + to.fragment : to.url;
}

/** A line of `redirects.yaml`; `to` is an address, or YAML that says something else of the old one. */
export function redirectLine(from: UrlPath, to: string): string {
  const old = oldAddress(from, '');
  const key = /^\/[\p{L}\p{M}\p{N}/._~+%-]*$/u.test(old) ? old : JSON.stringify(old);
  return `${key}: ${to}`;
}

/** The addresses of the lists of all redirects, which hosts of sites read. */
export const REDIRECT_LISTS: readonly UrlPath[] = ['/_redirects', '/redirects.json'] as readonly string[] as UrlPath[];
