import { quote } from '../../diagnostics/quote.ts';
import { readWebAddress } from '../../domain/web-address.ts';
import type { Directive } from '../directive.ts';
import { printLinkCard } from '../print-link-card.ts';

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
