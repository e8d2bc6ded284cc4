import type { Story } from '../domain/related-story.ts';
import { asHtml, type Html } from '../domain/html.ts';
import { cutUpdates, markUpdate } from '../markdown/cut-updates.ts';

/**
 * The text of a story as it is published now: the updates of a live blog newest first, without those under embargo. Every
 * page takes texts through this.
 */
export function shownText(html: Html, { article, live }: Pick<Story, 'article' | 'live'>): Html {
  if (!article.live) return html;
  const { before, updates, after } = cutUpdates(html);
  const byIndex = new Map(updates.map((update) => [update.index, update]));
  const shown = article.live.updates.slice(0, live?.shown ?? 0).reverse();
  const pieces = shown.flatMap(({ index }) => byIndex.get(index) ?? []);
  return asHtml(before + pieces.map(markUpdate).join('') + after);
}
