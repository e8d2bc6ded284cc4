import type { Article } from '../../src/domain/story/article.ts';
import type { Site } from '../../src/domain/site/site.ts';
import { storyUrl } from '../../src/relate/addresses/story-url.ts';
import { readMoment } from '../../src/time/read-moment.ts';
import { slugFromPath } from '../../src/validate/story/slug.ts';
import type { Newsroom, StoryDraft } from './newsroom.ts';

/** The address of a story, as other files write it. */
export function addressOf({ path, keys }: StoryDraft, { site }: Newsroom): string {
  const timeZone = String(site['timeZone'] ?? 'UTC');
  const read = readMoment(String(keys['date']), timeZone);
  const sections = (site['sections'] ?? []) as readonly { readonly id: string }[];
  const article = {
    date: read.kind === 'moment' ? read.moment : { instant: 0, hasTime: false },
    slug: keys['slug'] ?? slugFromPath(path),
    section: keys['section'] ?? sections[0]?.id,
  };
  const permalink = site['permalink'] ?? '/{yyyy}/{mm}/{dd}/{slug}/';
  return storyUrl(article as Article, { timeZone, permalink } as Site);
}
