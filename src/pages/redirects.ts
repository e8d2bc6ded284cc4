import type { Edition } from '../domain/edition.ts';
import type { Page } from '../domain/page.ts';
import { type Redirect, REDIRECT_LISTS, targetHref, targetUrl } from '../domain/redirects.ts';
import { href } from '../domain/site/site.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { printRedirectJson, printRedirectRules } from '../formats/redirects.ts';
import type { Imprint } from './imprint.ts';
import { asHtml, type Html } from '../domain/html.ts';
import { directionOf } from '../words/language-names.ts';
import { wordsIn } from '../words/words.ts';

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

/** What the layout of a redirect prints: a page that leads on by itself, and by a link. */
export interface RedirectPage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly canonical: string;
  /** A script, see `src/baseline/gate.ts`. */
  readonly gate: Html;
}

/** Makes the page at an old address. */
export function makeRedirectPage({ from, to }: Redirect, { edition, assets }: Imprint): Page<RedirectPage> {
  const { site } = edition;
  const words = wordsIn(site.language, site.words);
  const data: RedirectPage = {
    language: site.language,
    direction: directionOf(site.language),
    title: words('movedTitle'),
    text: words('movedText'),
    href: targetHref(site, to),
    // A part of a page is no page of its own.
    canonical: targetUrl(site, to).replace(/#.*$/s, ''),
    gate: asHtml(assets.gate),
  };
  return { url: from, layout: 'redirect', data };
}
