import type { Redirect } from '../domain/edition.ts';
import { asHtml, type Html } from '../domain/html.ts';
import type { Page } from '../domain/page.ts';
import { absoluteUrl, href } from '../domain/site.ts';
import { wordsIn } from '../words/words.ts';
import type { Imprint } from './publication.ts';

/** What the layout of a redirect prints: a page that leads on by itself, and by a link. */
export interface RedirectPage {
  readonly language: string;
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
    title: words('movedTitle'),
    text: words('movedText'),
    href: href(site, to),
    canonical: absoluteUrl(site, to),
    gate: asHtml(assets.gate),
  };
  return { url: from, layout: 'redirect', data };
}
