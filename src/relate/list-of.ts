import { cutList } from '../domain/cut-list.ts';
import type { RelatedStory } from '../domain/related-story.ts';
import type { StoryList } from '../domain/story-list.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { archiveUrl } from './archive-url.ts';

/** A list of stories that has its front at an address; `stories` are all of it, newest first. */
export function listOf(url: UrlPath, stories: readonly RelatedStory[]): StoryList {
  const { front, closed } = cutList(stories, ({ entry }) => entry.path);
  return {
    url,
    stories: front,
    archive: closed.map((page, index) => ({ url: archiveUrl(url, index + 1), number: index + 1, stories: page })),
  };
}
