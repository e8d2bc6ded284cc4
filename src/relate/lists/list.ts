import { cutList, type StoryList } from '../../domain/lists/lists.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import type { UrlPath } from '../../domain/addresses.ts';

/** A list of stories that has its front at an address; `stories` are all of it, newest first. */
export function listOf(url: UrlPath, stories: readonly RelatedStory[]): StoryList {
  const { front, closed } = cutList(stories, ({ entry }) => entry.path);
  return {
    url,
    stories: front,
    archive: closed.map((page, index) => ({ url: archiveUrl(url, index + 1), number: index + 1, stories: page })),
  };
}

/** The address of a page of a list's archive: `/news/archive/12/`. */
export function archiveUrl(front: UrlPath, number: number): UrlPath {
  return `${front}archive/${number}/` as UrlPath;
}
