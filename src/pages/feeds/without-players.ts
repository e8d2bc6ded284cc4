import { asHtml, type Html } from '../../domain/html.ts';

/**
 * A text of a story for readers that play nothing, such as those of feeds: of each player, the link to its file is left, which
 * stands within it. What Broadsheet prints has no `>` in an attribute.
 */
export function withoutPlayers(html: Html): Html {
  return asHtml(html.replace(/<\/?(?:audio|video|track)(?: [^>]*)?>/g, ''));
}
