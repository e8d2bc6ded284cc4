import { asHtml, type Html } from '../domain/html.ts';
import type { Page } from '../domain/page.ts';
import { type Redirect, targetHref, targetUrl } from '../domain/redirect.ts';
import { directionOf } from '../words/direction.ts';
import { wordsIn } from '../words/words.ts';
import type { Imprint } from './publication.ts';

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
