import { quote } from '../../diagnostics/quote.ts';
import { readWebAddress } from '../../domain/addresses.ts';
import type { Directive } from './directive.ts';
import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';

/** A card that leads to a post, a film or a map on another site: `::embed{url="https://…" title="The county's map"}`. */
export const embed: Directive = {
  name: 'embed',
  form: 'line',
  attributes: { url: 'required', title: 'optional' },
  open: ({ attributes, environment, note }) => {
    const written = attributes.get('url') ?? '';
    if (written === '') return '';
    const url = readWebAddress(written);
    if (url === undefined) {
      const message = `Unexpected address ${quote(written)}, expected one like \`https://example.com/page\``;
      note('url', { code: 'url-invalid', message, hint: 'copy the address from the browser, with `https://`' });
      return '';
    }
    const title = attributes.get('title')?.trim();
    return printLinkCard({
      url,
      title: title ? environment.renderLine(title) : undefined,
      picture: undefined,
      isPaid: environment.sponsored,
    });
  },
};

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
