import type { RelatedStory, ResolvedCredit, Story } from '../../domain/story/story.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { isRaster } from '../../domain/media/files.ts';
import { singlePicture } from '../../domain/media/printed-picture.ts';
import type { Moment } from '../../domain/dates.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import { isoTime } from '../../time/print-time.ts';
import type { MetaProperty, SocialImage } from '../site/frame.ts';

/** Open Graph's `article` (ogp.me). */
export function openGraphOf(
  {
    article,
    changed,
    section,
    topics,
    credits,
  }: Pick<Story, 'article' | 'section'> &
    Pick<RelatedStory, 'topics' | 'credits'> & { readonly changed: Moment | undefined },
  site: Site,
): readonly MetaProperty[] {
  const time = (instant: number): string => isoTime(instant, site.timeZone);
  return [
    { property: 'og:type', content: 'article' },
    { property: 'article:published_time', content: time(article.date.instant) },
    ...(changed ? [{ property: 'article:modified_time', content: time(changed.instant) }] : []),
    ...(section ? [{ property: 'article:section', content: section.title }] : []),
    ...topics.map(({ name }) => ({ property: 'article:tag', content: name })),
    ...authorUrls(credits, site).map((content) => ({ property: 'article:author', content })),
  ];
}

/** The picture of a story that social networks show, if it is made of pixels. */
export function socialImageOf({ picture }: Story['article'], site: Site): SocialImage | undefined {
  if (!picture || !isRaster(picture.file)) return undefined;
  const { url, width, height } = singlePicture(picture.file, 'social', { focus: picture.focus, site });
  return { url: url as UrlPath, width, height, alt: picture.alt };
}

function authorUrls(credits: readonly ResolvedCredit[], site: Site): readonly string[] {
  return credits.flatMap(({ role, url }) => (role === 'byline' && url !== undefined ? [absoluteUrl(site, url)] : []));
}
