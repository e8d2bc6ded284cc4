import type { Edition } from '../domain/edition.ts';
import {
  type Redirect,
  REDIRECT_LISTS,
  targetHref,
  targetUrl,
  type WithdrawnAddress,
} from '../domain/redirects/redirects.ts';
import { patternHref, patternTargetHref, type RedirectPattern } from '../domain/redirects/patterns.ts';
import { href } from '../domain/site/site.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { publicUrl } from '../domain/content/content-kinds.ts';
import { printRedirectJson, printRedirectRules } from '../formats/redirects.ts';
import type { Materials } from './surroundings.ts';
import { contentPolicyOf } from './site/content-policy.ts';
import { makeOrdinaryPage, type OrdinaryPage } from './site/own-pages.ts';
import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import { directionOf } from '../words/language-names.ts';
import { wordsIn } from '../words/words.ts';
import { NO_CLAIMS, noMoments, ownUrl, type PageKind } from './page-kind.ts';
import { claimUnlessOwn } from '../diagnostics/claim.ts';

/** What a list of all redirects is made of, for the host of the site. */
export interface RedirectListSubject {
  readonly url: UrlPath;
  readonly redirects: readonly Redirect[];
  /** Left out where nothing was. */
  readonly withdrawn?: readonly WithdrawnAddress[];
  /** Likewise. */
  readonly patterns?: readonly RedirectPattern[];
}

export const redirectList: PageKind<RedirectListSubject, string> = {
  list: listRedirectLists,
  urlOf: ownUrl,
  layout: () => 'verbatim',
  make: makeRedirectList,
  sitemap: { none: 'the host of the site reads them' },
  claims: {
    'unless-own': (edition) =>
      ownLists(edition).flatMap((url) => claimUnlessOwn(url, 'the list of all redirects', edition)),
  },
  everyShard: false,
  changesAt: noMoments,
  navigation: undefined,
};

/** The lists of redirects: none where there are no redirects, or where the newsroom has a file of its own there. */
function listRedirectLists(edition: Edition): readonly RedirectListSubject[] {
  const { redirects, withdrawn, redirectPatterns: patterns, ownPages, publicFiles } = edition;
  if (redirects.length + withdrawn.length + patterns.length === 0) return [];
  const own = new Set(ownPages.map(({ url }) => url));
  return ownLists({ publicFiles })
    .filter((url) => !own.has(url))
    .map((url) => ({
      ...{ url, redirects },
      ...(withdrawn.length > 0 && { withdrawn }),
      ...(patterns.length > 0 && { patterns }),
    }));
}

/** The lists that Broadsheet makes: a file of `content/public/` takes the place of one. */
function ownLists({ publicFiles }: Pick<Edition, 'publicFiles'>): readonly UrlPath[] {
  const theirs = new Set(publicFiles.map(publicUrl));
  return REDIRECT_LISTS.filter((url) => !theirs.has(url));
}

/** Makes a list of all redirects. */
function makeRedirectList(subject: RedirectListSubject, { site }: Materials): string {
  const { url, redirects, withdrawn = [], patterns = [] } = subject;
  const leading = redirects.map(({ from, query, to }) => ({ from: href(site, from), query, to: targetHref(site, to) }));
  const gone = withdrawn.map(({ from, query }) => ({ from: href(site, from), query, to: undefined }));
  const rules = [...leading, ...gone];
  const print = url.endsWith('.json') ? printRedirectJson : printRedirectRules;
  const ofMany = patterns.map((one) => ({ from: patternHref(site, one.pattern), to: patternTargetHref(site, one) }));
  return print(rules, ofMany);
}

export const redirectPage: PageKind<Redirect, RedirectPage> = {
  list: ({ redirects }) => redirects.filter(({ hasPage }) => hasPage),
  urlOf: ({ from }) => from,
  layout: () => 'redirect',
  make: makeRedirectPage,
  sitemap: { none: 'nobody is to find an old address' },
  // Whether there is a redirect depends on whether its address is free: they are claimed when they are related.
  claims: NO_CLAIMS,
  everyShard: false,
  changesAt: noMoments,
  navigation: undefined,
};

/** What the layout of a redirect prints: a page that leads on by itself, and by a link. */
export interface RedirectPage {
  /** Its Content Security Policy, unless the site has none. */
  readonly policy: string | undefined;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly canonical: string;
  /** A script, see `src/baseline/banner.ts`. */
  readonly gate: Html;
}

/** Makes the page at an old address. */
function makeRedirectPage({ to }: Redirect, { site, assets }: Materials): RedirectPage {
  const words = wordsIn(site.language, site.words);
  const data: RedirectPage = {
    policy: contentPolicyOf({ site, assets }),
    language: site.language,
    direction: directionOf(site.language),
    title: words('movedTitle'),
    text: words('movedText'),
    href: targetHref(site, to),
    // A part of a page is no page of its own.
    canonical: targetUrl(site, to).replace(/#.*$/s, ''),
    gate: asHtml(assets.gate),
  };
  return data;
}

export const withdrawnPage: PageKind<WithdrawnAddress, OrdinaryPage> = {
  list: ({ withdrawn }) => withdrawn.filter(({ hasPage }) => hasPage),
  urlOf: ({ from }) => from,
  layout: () => 'page',
  make: makeWithdrawnPage,
  sitemap: { none: 'nobody is to find what was taken down' },
  // Claimed with the redirects, whose file it is written in.
  claims: NO_CLAIMS,
  everyShard: false,
  changesAt: noMoments,
  navigation: undefined,
};

/** Makes the page that says that what was at its address was taken down, and why, in the language of the site. */
function makeWithdrawnPage({ from, reason }: WithdrawnAddress, materials: Materials): OrdinaryPage {
  const { site } = materials;
  const words = wordsIn(site.language, site.words);
  const home = `<p><a href="${escapeHtml(href(site, '/'))}">${escapeHtml(words('home'))}</a></p>`;
  return makeOrdinaryPage(
    {
      url: from,
      title: words('goneTitle'),
      description: undefined,
      language: undefined,
      isIndexed: false,
      alternates: [],
      content: asHtml(`<p>${escapeHtml(reason ?? words('goneText'))}</p>\n${home}`),
    },
    materials,
  );
}
