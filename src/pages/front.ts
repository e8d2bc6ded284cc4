import type { Story } from '../domain/related-story.ts';
import type { StoryList } from '../domain/story-list.ts';
import type { UrlPath } from '../domain/url-path.ts';

/** The newest stories of a list, and where the earlier ones are. */
export interface Front {
  readonly url: UrlPath;
  /** Newest first. */
  readonly stories: readonly Story[];
  /** The newest page of its archive. */
  readonly earlierUrl: UrlPath | undefined;
}

/** The front of a list. */
export function frontOf({ url, stories, archive }: StoryList): Front {
  return { url, stories, earlierUrl: archive.at(-1)?.url };
}
