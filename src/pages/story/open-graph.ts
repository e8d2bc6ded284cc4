import type { RelatedStory, ResolvedCredit, Story } from '../../domain/story/story.ts';
import { isRaster } from '../../domain/media/files.ts';
import { singlePicture } from '../../domain/media/printed-picture.ts';
import type { Moment } from '../../domain/dates.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import { isoTime } from '../../time/print-time.ts';
import type { MetaProperty } from '../site/frame.ts';

/** Open Graph's `article` (ogp.me), and the card that X makes of it. */
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
  const { picture } = article;
  const image = picture && isRaster(picture.file) ? picture : undefined;
  const social = image && singlePicture(image.file, 'social', { focus: image.focus, site });
  const time = (instant: number): string => isoTime(instant, site.timeZone);
  return [
    { property: 'og:type', content: 'article' },
    { property: 'article:published_time', content: time(article.date.instant) },
    ...(changed ? [{ property: 'article:modified_time', content: time(changed.instant) }] : []),
    ...(section ? [{ property: 'article:section', content: section.title }] : []),
    ...topics.map(({ name }) => ({ property: 'article:tag', content: name })),
    ...authorUrls(credits, site).map((content) => ({ property: 'article:author', content })),
    ...(image && social
      ? [
          { property: 'og:image', content: absoluteUrl(site, social.url) },
          { property: 'og:image:width', content: String(social.width) },
          { property: 'og:image:height', content: String(social.height) },
          { property: 'og:image:alt', content: image.alt },
        ]
      : []),
    { property: 'twitter:card', content: image ? 'summary_large_image' : 'summary' },
  ];
}

function authorUrls(credits: readonly ResolvedCredit[], site: Site): readonly string[] {
  return credits.flatMap(({ role, url }) => (role === 'byline' && url !== undefined ? [absoluteUrl(site, url)] : []));
}
