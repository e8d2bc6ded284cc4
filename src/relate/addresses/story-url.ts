import type { Article } from '../../domain/story/article.ts';
import type { Site } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { datePartsAt } from '../../time/print-time.ts';

/** The address of a story, by the site's pattern. A story without a section has none of it in its address either. */
export function storyUrl({ date, slug, section }: Pick<Article, 'date' | 'slug' | 'section'>, site: Site): UrlPath {
  const parts: Readonly<Record<string, string>> = {
    ...datePartsAt(date.instant, site.timeZone),
    slug,
    section: section ?? '',
  };
  const filled = site.permalink.replace(/\{(\w+)\}/g, (_all, token: string) => parts[token] ?? '');
  return filled.replace(/\/{2,}/g, '/') as UrlPath;
}
