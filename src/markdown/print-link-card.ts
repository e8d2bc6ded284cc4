import { asHtml, escapeHtml, type Html } from '../domain/html.ts';

/** A card that leads to something on another site. */
export interface LinkCard {
  readonly url: string;
  readonly title: Html | undefined;
  /** An image of this site. */
  readonly picture: string | undefined;
  readonly isPaid: boolean;
}

/** A card that leads to another site: a reader sees what it is and where it lies, and nothing is loaded from there. */
export function printLinkCard({ url, title, picture = '', isPaid }: LinkCard): Html {
  const { hostname } = new URL(url);
  const host = escapeHtml(hostname.replace(/^www\./, ''));
  const rel = isPaid ? ' rel="sponsored"' : '';
  return asHtml(
    `<p class="link-card"><a href="${escapeHtml(url)}"${rel}>${picture}${title ?? host}</a> <span class="link-host">${host}</span></p>\n`,
  );
}
