import type { ResolvedReference, ResolvedText, Story } from '../../domain/story/story.ts';
import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';
import { href, type Site } from '../../domain/site/site.ts';
import { printStoryCard } from '../../markdown/directives/story.ts';
import { fillSlots } from '../../markdown/slots.ts';
import { cutPosts, markPost } from '../../markdown/live-blog.ts';

/** A text, of a story or of a page, with its links and cards in place. Links are from the root of the host. */
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
    return printStoryCard({ href: href(site, url), language, headline: headline.html });
  }
  const address = escapeHtml(href(site, reference.url));
  const fragment = reference.kind === 'page' ? escapeHtml(reference.fragment) : '';
  return asHtml(`<a href="${address}${fragment}">`);
}

/**
 * The text of a story as it is published now: the posts of a live blog newest first, without those under embargo. Every
 * page takes texts through this.
 */
export function shownText(html: Html, { article, live }: Pick<Story, 'article' | 'live'>): Html {
  if (!article.live) return html;
  const { before, posts, after } = cutPosts(html);
  const byIndex = new Map(posts.map((post) => [post.index, post]));
  const shown = article.live.updates.slice(0, live?.shown ?? 0).reverse();
  const pieces = shown.flatMap(({ index }) => byIndex.get(index) ?? []);
  return asHtml(before + pieces.map(markPost).join('') + after);
}
