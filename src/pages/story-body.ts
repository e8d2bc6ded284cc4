import type { ResolvedReference } from '../domain/related-story.ts';
import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import { href, type Site } from '../domain/site.ts';
import { fillSlots } from '../markdown/slots.ts';

/** A rendered text and what its references lead to. */
export interface ResolvedText {
  readonly html: Html;
  readonly references: readonly ResolvedReference[];
}

/** A text with its links and cards in place. Links are from the root of the host. */
export function printBody({ html, references }: ResolvedText, site: Site): Html {
  return fillSlots(html, (part, index) => {
    const reference = references[index];
    if (!reference || reference.kind === 'nowhere') return asHtml('');
    if (part === 'close') return asHtml('</a>');
    return open(reference, site);
  });
}

function open(reference: Exclude<ResolvedReference, { kind: 'nowhere' }>, site: Site): Html {
  if (reference.kind === 'story') {
    const { article, url } = reference.story;
    const { headline, language } = article;
    const address = escapeHtml(href(site, url));
    return asHtml(
      `<aside class="story-card"><a href="${address}" lang="${escapeHtml(language)}" dir="auto">${headline.html}</a></aside>`,
    );
  }
  const address = escapeHtml(href(site, reference.url));
  const fragment = reference.kind === 'page' ? escapeHtml(reference.fragment) : '';
  return asHtml(`<a href="${address}${fragment}">`);
}
