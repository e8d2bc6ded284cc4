import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { type Redirect, targetHref } from '../domain/redirect.ts';
import { REDIRECT_LISTS } from '../domain/redirect-lists.ts';
import { href } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { printRedirectJson, printRedirectRules } from '../formats/redirect-rules.ts';
import type { Imprint } from './publication.ts';

/** What a list of all redirects is made of, for the host of the site. */
export interface RedirectListSubject {
  readonly url: UrlPath;
  readonly redirects: readonly Redirect[];
}

/** The lists of redirects: none where there are no redirects, or where the newsroom has a file of its own there. */
export function listRedirectLists({ redirects, ownPages }: Edition): readonly RedirectListSubject[] {
  if (redirects.length === 0) return [];
  const own = new Set(ownPages.map(({ url }) => url));
  return REDIRECT_LISTS.filter((url) => !own.has(url)).map((url) => ({ url, redirects }));
}

/** Makes a list of all redirects. */
export function makeRedirectList({ url, redirects }: RedirectListSubject, { edition }: Imprint): Page<string> {
  const { site } = edition;
  const rules = redirects.map(({ from, to }) => ({ from: href(site, from), to: targetHref(site, to) }));
  const print = url.endsWith('.json') ? printRedirectJson : printRedirectRules;
  return { url, layout: 'verbatim', data: print(rules) };
}
