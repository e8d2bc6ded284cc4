import { quote } from '../../diagnostics/wording.ts';
import { readAddress } from '../../domain/site/written-address.ts';
import { hintForAddress } from '../../diagnostics/address-faults.ts';
import { LinkCard, type LinkCardData } from '../../../layouts/directives/link-card.tsx';
import type { Html } from '../../domain/html.ts';
import { printBlock } from '../print-layout.ts';
import type { NotedDirective } from './directive.ts';

/** A card that leads to a post, a film or a map on another site: `::embed{url="https://…" title="The county's map"}`. */
export const embed: NotedDirective = {
  name: 'embed',
  label: 'Card of another site',
  form: 'line',
  help: 'A card that leads to something on another site. Nothing is loaded from there.',
  attributes: {
    url: {
      isRequired: true,
      label: 'Address',
      help: 'Where it leads.',
      example: 'https://video.example/watch?v=7',
      content: 'address',
    },
    title: { help: 'What it is.', takes: 'line', example: 'The film of the flood', isUsual: true },
  },
  more: 'interviews-timelines-galleries-tables',
  print: ({ attributes, environment, note }) => {
    const written = attributes.get('url')?.trim() ?? '';
    if (written === '') return '';
    const address = readAddress(written);
    if (address.kind !== 'web') {
      const message = `Unexpected address ${quote(written)}, expected one like \`https://example.com/page\``;
      const hint = hintForAddress(address, 'copy the address from the browser, with `https://`');
      note('url', { code: 'url-invalid', message, hint });
      return '';
    }
    const title = attributes.get('title')?.trim();
    return printLinkCard({
      url: address.url,
      title: title ? environment.renderLine(title) : undefined,
      picture: undefined,
      isPaid: environment.sponsored,
    });
  },
};

/** What is known of a card that leads to another site. */
export interface LinkCardGiven extends Pick<LinkCardData, 'url' | 'title' | 'picture'> {
  readonly isPaid: boolean;
}

/** Prints a card that leads to another site. */
export function printLinkCard({ url, title, picture, isPaid }: LinkCardGiven): Html {
  const host = new URL(url).hostname.replace(/^www\./, '');
  return printBlock(LinkCard, { url, host, title, picture, rel: isPaid ? 'sponsored' : undefined });
}
