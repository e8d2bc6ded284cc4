import type { Edition } from '../domain/edition.ts';
import type { Story } from '../domain/related-story.ts';
import { liveUpdatesUrl } from '../domain/live-updates-url.ts';
import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/url-path.ts';

/** What the file is made of that tells an open page of a live blog which updates there are. */
export interface LiveUpdatesSubject {
  readonly url: UrlPath;
  readonly story: Story;
  /** Changes with anything of the article. */
  readonly version: string;
}

/** A reader's page has the older ones; more than this cannot be new to it. */
const MOST = 100;

/** The live blogs that have not ended: nobody waits for news of the others. */
export function listLiveUpdates({ stories }: Pick<Edition, 'stories'>): readonly LiveUpdatesSubject[] {
  return stories.flatMap((story) => {
    if (!story.live || story.live.phase === 'over') return [];
    return [{ url: liveUpdatesUrl(story.url), story, version: story.entry.version }];
  });
}

/** Makes the file: the identifiers of the newest updates, the newest first, and how many there are in all. */
export function makeLiveUpdates({ url, story }: LiveUpdatesSubject): Page<string> {
  const shown = story.article.live?.updates.slice(0, story.live?.shown ?? 0) ?? [];
  const updates = shown
    .slice(-MOST)
    .reverse()
    .map(({ id }) => id);
  return { url, layout: 'verbatim', data: `${JSON.stringify({ count: shown.length, updates })}\n` };
}
